using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>Decides a conflict: mine, theirs, or an own wording. Gives how many are still open.</summary>
internal sealed class DecideConflict(EditDraft edit, AppDb db, IClock clock)
{
    /// <summary>Somebody has written something else meanwhile.</summary>
    public const string Reworded = "programmes.merge.reworded";

    /// <param name="Draft">the draft</param>
    /// <param name="Conflict">the conflict</param>
    /// <param name="Seen">the <see cref="PresentWording.Stamp"/> of what was decided about: nothing is overwritten that somebody has written since</param>
    /// <param name="Decision">whose wording stands; the draft's is the one it has now</param>
    /// <param name="Own">the own wording of a text, a code, a place or an order; null for none</param>
    internal sealed record Command(DraftId Draft, ConflictId Conflict, string Seen, ConflictDecision Decision, string? Own = null);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<int>(c.Draft, DraftStatus.Editing, async tree =>
    {
        var open = await db.Set<DraftConflict>().Where(f => f.DraftId == c.Draft && f.Decision == ConflictDecision.Open).ToListAsync(stop);
        if (open.Find(f => f.Id == c.Conflict) is not { } conflict)
        {
            return Problem.Conflict("programmes.merge.decided-already");
        }

        if (!edit.May(tree, Place(tree, conflict)))
        {
            return EditDraft.Forbidden;
        }

        if (c.Decision is ConflictDecision.Open || (c.Decision is ConflictDecision.Own && !CanBeWritten(conflict.Field)))
        {
            return Problem.Invalid("programmes.merge.mine-or-theirs", "decision");
        }

        if (PresentWording.Stamp(tree, conflict) != c.Seen)
        {
            return Problem.Conflict(Reworded);
        }

        if (!Stays(conflict, c.Decision) && ApplyDecision.Put(tree, conflict, conflict.Chosen(c.Decision, c.Own)) is { } refused)
        {
            return refused;
        }

        (conflict.Decision, conflict.Own) = (c.Decision, c.Decision is ConflictDecision.Own ? c.Own : null);
        (conflict.DecidedAt, conflict.DecidedBy) = (clock.GetCurrentInstant(), act.Who.Name);
        return open.Count - 1;
    }, act, stop);

    /// <summary>Where both sides changed a thing the draft says already what it says, and goes on saying it; only what it has dropped stands there still.</summary>
    private static bool Stays(DraftConflict conflict, ConflictDecision decision) => decision is ConflictDecision.Mine && conflict.Field.Length > 0;

    /// <summary>Texts in their languages, codes and orders can be written; the rest is chosen.</summary>
    private static bool CanBeWritten(string field) => field is Wording.Code or "order" || field.Contains('.', StringComparison.Ordinal);

    /// <summary>A text is the matter of who edits the node; whether and where it stands, of who edits what is above it.</summary>
    public static NodeId? Place(DraftTree tree, DraftConflict conflict)
    {
        var about = Wording.NeedOf(conflict.Thing) is { } need ? tree.Need(need)?.MeasureId : Wording.NodeOf(conflict.Thing);
        return conflict.Kind is ConflictKind.Field or ConflictKind.Order && conflict.Field is not (Wording.Parent or Wording.Code) ? about : tree.Find(about)?.ParentId;
    }
}
