using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Undo;

/// <summary>
/// Undoes what somebody has done, by an act of its own that the record keeps beside the first. Undoing that act in turn does again what
/// was done.
/// </summary>
public sealed class UndoAct(AppDb db, Asker asker, Declarations declared, IServiceProvider unit)
{
    /// <summary>The kind of act by which others are undone.</summary>
    public const string Kind = "record.undo";

    /// <summary>Undoes an act.</summary>
    /// <param name="act">its identity</param>
    /// <param name="why">the reason, in the words of whoever asks</param>
    /// <param name="stop">ends the work</param>
    /// <returns>
    /// refused when there is no such act, it was undone already (<c>record.undo.already</c>), acts of its kind cannot be undone
    /// (<c>record.undo.never</c>), it changed what the record keeps nothing of (<c>record.undo.personal</c>), whoever asks may not do it, or something it changed has been changed since, each of which is named
    /// </returns>
    public async Task<Result<bool>> Run(Guid act, string why, CancellationToken stop)
    {
        if (WhyTyped.Refused(why) is { } wrong)
        {
            return wrong;
        }

        if (await Act(act, stop) is not { } undone)
        {
            return Problem.NotFound("record.undo.unknown");
        }

        if (Refused(undone) is { } never)
        {
            return never;
        }

        if (await db.Set<UndoneAct>().AnyAsync(u => u.ActId == act, stop))
        {
            return Problem.Conflict("record.undo.already");
        }

        var kind = Root(undone);
        var done = await declared.UndoOf(kind).Work!(unit, new(db, undone, kind, asker.Act(Kind, why)), stop);
        if (!done.Ok)
        {
            db.ChangeTracker.Clear();
        }

        return done;
    }

    /// <summary>Whether it can be offered to undo an act: its kind can be undone and it has not been. Whether somebody may is asked when it is done.</summary>
    public async Task<bool> Offered(Guid act, CancellationToken stop) =>
        await Act(act, stop) is { } found && Refused(found) is null && !await db.Set<UndoneAct>().AnyAsync(u => u.ActId == act, stop);

    /// <summary>The Czech address from which one goes on once an act is undone and what it has made is gone; null when its page stays.</summary>
    public async Task<string?> Gone(Guid act, CancellationToken stop) =>
        await Act(act, stop) is { } found && found.Changes.Exists(c => c.Before is null && c.Subject != UndoneAct.Subject) ? declared.UndoOf(Root(found)).Gone : null;

    /// <summary>An act that whoever asks has done, and whether it can be undone now; null when it is somebody else's.</summary>
    public async Task<(WrittenAct Act, bool Offered)?> Own(Guid act, CancellationToken stop) =>
        await Act(act, stop) is { } found && found.ActorName == asker.Person?.Id.Value.ToString() ? (new(found.Id, found.Kind), await Offered(act, stop)) : null;

    private Problem? Refused(RecordedAct act) =>
        declared.UndoOf(Root(act)).Work is null ? Problem.Conflict("record.undo.never") : HoldsPersonal(act) ? Problem.Conflict("record.undo.personal") : null;

    private Task<RecordedAct?> Act(Guid act, CancellationToken stop) =>
        db.Set<RecordedAct>().AsNoTracking().Include(a => a.Changes).FirstOrDefaultAsync(a => a.Id == act, stop);

    /// <summary>What was done first of all.</summary>
    private static string Root(RecordedAct act) => act.Kind != Kind ? act.Kind : act.Changes.Where(c => c.Subject == UndoneAct.Subject && c.Before is null)
        .Select(c => ChangedThing.Of(c).After!["kind"].GetString()!).First();

    /// <summary>What the record does not hold it cannot give back; where there was nothing before, nothing is to be given back.</summary>
    private bool HoldsPersonal(RecordedAct act) => act.Changes.Select(ChangedThing.Of).Any(t => t.Before is { } before
        && Recorder.PersonalColumns(db.Model, t.Subject).Any(c => before.TryGetValue(c, out var was) && was.ValueKind is not JsonValueKind.Null));
}
