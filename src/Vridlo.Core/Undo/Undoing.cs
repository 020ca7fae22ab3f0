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
            entry.State = Microsoft.EntityFrameworkCore.EntityState.Detached;
        }

        List<ChangedThing> things = [.. Things.Where(t => without?.Invoke(t) is not true)];
        var refused = await new Inverse(db).Put(things, things.Count < Things.Count, stop);
        if (refused.Count == 0)
        {
            db.Add(new UndoneAct { ActId = undone.Id, Kind = Kind });
        }

        return refused;
    }
}
