using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Undo;

/// <summary>
/// Undoes acts of a kind: asks whether whoever asks may still do it, applies the inverse, sees that its own rules hold, and commits
/// with <see cref="Undoing.Act"/>. Every module declares it for the acts it knows how to undo; all others cannot be undone.
/// </summary>
public delegate Task<Result<bool>> UndoWork(IServiceProvider unit, Undoing undoing, CancellationToken stop);

/// <summary>An act that is being undone.</summary>
public sealed class Undoing
{
    private readonly AppDb db;
    private readonly RecordedAct undone;

    internal Undoing(AppDb db, RecordedAct undone, string kind, Act act)
    {
        (this.db, this.undone, Kind, Act) = (db, undone, kind, act);
        Things = [.. undone.Changes.OrderBy(c => c.Id).Select(ChangedThing.Of)];
    }

    /// <summary>The kind of what was done first of all, whether it is undone now or done again.</summary>
    public string Kind { get; }

    /// <summary>By which the undoing is committed.</summary>
    public Act Act { get; }

    /// <summary>What the act changed.</summary>
    public IReadOnlyList<ChangedThing> Things { get; }

    /// <summary>
    /// Puts into the unit of work what turns the act back: what it made is removed, what it removed is made again, what it changed is
    /// set back; versions are raised. May be called again in another round, when what was put has been let go.
    /// </summary>
    /// <param name="stop">ends the work</param>
    /// <param name="without">what whoever undoes turns back in another way; nothing when it is null</param>
    /// <returns>what has been changed since, in which case nothing is put; empty when all is well</returns>
    public async Task<IReadOnlyList<Problem>> Apply(CancellationToken stop, Func<ChangedThing, bool>? without = null)
    {
        foreach (var entry in db.ChangeTracker.Entries<UndoneAct>().ToList())
        {
            entry.State = EntityState.Detached;
        }

        List<ChangedThing> things = [.. Things.Where(t => without?.Invoke(t) is not true)];
        var refused = await Unseen(things, stop) is { Count: > 0 } unseen ? unseen : await new Inverse(db).Put(things, things.Count < Things.Count, stop);
        if (refused.Count == 0)
        {
            db.Add(new UndoneAct { ActId = undone.Id, Kind = Kind });
        }

        return refused;
    }

    /// <summary>
    /// What acts that came later have changed of a thing, as far as they stand: neither one that has been undone counts, nor the undoing of
    /// one that came later too.
    /// </summary>
    /// <param name="thing">the thing</param>
    /// <param name="stop">ends the work</param>
    /// <param name="kind">the only kind of act that counts; null for every kind</param>
    public async Task<IReadOnlyList<ChangedThing>> Since(ChangedThing thing, CancellationToken stop, string? kind = null)
    {
        var (after, subject, id) = (undone.Sequence, thing.Subject, thing.Id);
        var later = await (
            from change in db.Set<RecordedChange>().AsNoTracking()
            where change.Subject == subject && change.SubjectId == id && change.ActSequence > after
            join act in db.Set<RecordedAct>() on change.ActSequence equals act.Sequence
            where (kind == null || act.Kind == kind) && !db.Set<UndoneAct>().Any(u => u.ActId == act.Id)
            select new { Change = change, act.Sequence, IsUndoing = act.Kind == UndoAct.Kind }).ToListAsync(stop);
        List<long> undoings = [.. later.Where(l => l.IsUndoing).Select(l => l.Sequence)];
        var targets = await db.Set<RecordedChange>().Where(c => undoings.Contains(c.ActSequence) && c.Subject == UndoneAct.Subject && c.Before == null)
            .ToDictionaryAsync(c => c.ActSequence, c => Guid.Parse(c.SubjectId), stop);
        var early = await db.Set<RecordedAct>().Where(a => targets.Values.Contains(a.Id) && a.Sequence < after).Select(a => a.Id).ToListAsync(stop);
        return [.. later.Where(l => !l.IsUndoing || early.Contains(targets[l.Sequence])).Select(l => ChangedThing.Of(l.Change))];
    }

    /// <summary>Personal values that somebody else has written since: the record does not say which, so they cannot be compared.</summary>
    private async Task<IReadOnlyList<Problem>> Unseen(IReadOnlyList<ChangedThing> things, CancellationToken stop)
    {
        List<Problem> refused = [];
        foreach (var thing in things.Where(t => t is { Before: not null, After: not null }))
        {
            List<string> personal = [.. Recorder.PersonalColumns(db.Model, thing.Subject).Where(thing.Columns.Contains)];
            if (personal.Count > 0 && (await Since(thing, stop)).SelectMany(t => t.Columns).FirstOrDefault(personal.Contains) is { } column)
            {
                refused.Add(Problem.Conflict("record.undo.changed-since", new TextKey("record.subject." + thing.Subject), thing.Id, new TextKey("record.field." + column)));
            }
        }

        return refused;
    }
}
