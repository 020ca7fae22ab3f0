using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>
/// Undoes a merge with an edition, or what was decided of a conflict, like any other editing: as long as nobody has changed what came of it,
/// and no other merge has been built on it.
/// </summary>
internal sealed class UndoMerging(UndoEditing editing, EditDraft edit, AppDb db)
{
    public const string Conflict = "programmes.draft.conflict";

    public Task<Result<bool>> Run(Undoing undoing, CancellationToken stop) => editing.Run(undoing, stop, tree => Refused(tree, undoing, stop));

    private async Task<Problem?> Refused(DraftTree tree, Undoing undoing, CancellationToken stop)
    {
        List<ConflictId> ids = [.. undoing.Things.Where(t => t.Subject == Conflict).Select(t => new ConflictId(Guid.Parse(t.Id)))];
        if (undoing.Kind == DraftActs.Rebase)
        {
            // A merge asks that nothing is left to decide of the one before, and so does doing it again.
            return await db.Set<DraftConflict>().AnyAsync(c => c.DraftId == tree.Head.Id && c.Decision == ConflictDecision.Open && !ids.Contains(c.Id), stop)
                ? Problem.Conflict("programmes.merge.undecided") : null;
        }

        if ((await undoing.Since(UndoEditing.Head(undoing), stop, DraftActs.Rebase)).Count > 0)
        {
            return Problem.Conflict("programmes.merge.merged-since");
        }

        var decided = await db.Set<DraftConflict>().Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        return decided.TrueForAll(c => edit.May(tree, DecideConflict.Place(tree, c))) ? null : EditDraft.Forbidden;
    }
}
