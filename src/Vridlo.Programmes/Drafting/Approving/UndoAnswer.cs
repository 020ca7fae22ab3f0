using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting.Editing;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>
/// Takes back what a department has answered, or how that was settled, as long as the draft is in the same round of comments and nobody
/// has answered or settled since. The step goes with it; the record keeps both.
/// </summary>
internal sealed class UndoAnswer(EditDraft edit, ApproveDraft approve)
{
    public const string Subject = "programmes.draft.answer";

    public async Task<Result<bool>> Run(Undoing undoing, CancellationToken stop)
    {
        if (undoing.Things.SingleOrDefault(t => t.Subject == Subject) is not { } answer)
        {
            return Problem.Conflict("record.undo.nothing");
        }

        var key = answer.Id.Split('/', 3);
        return await edit.RunIn<bool>(UndoEditing.Of(undoing), DraftStatus.Comments, async tree =>
        {
            Problem? refused = undoing.Kind == DraftActs.Answer && !approve.MayComment(tree) ? Problem.Forbidden("programmes.approval.may-not-comment")
                : undoing.Kind == DraftActs.Settle && !approve.MayApprove(tree) ? ApproveDraft.Forbidden
                : tree.Head.Round != int.Parse(key[1], CultureInfo.InvariantCulture) ? Problem.Conflict("programmes.approval.undo-round", key[2])
                : (await undoing.Since(answer, stop)).Count > 0 ? Problem.Conflict("programmes.approval.undo-since", key[2])
                : null;
            if (refused is not null)
            {
                return refused;
            }

            return await undoing.Apply(stop) is { Count: > 0 } changed ? changed.ToArray() : true;
        }, undoing.Act, stop);
    }
}
