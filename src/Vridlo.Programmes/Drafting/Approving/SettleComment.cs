using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Settles what a department has said of a draft (vypořádání připomínky).</summary>
internal sealed class SettleComment(ApproveDraft approve, AppDb db)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Department">key of the department that has commented</param>
    /// <param name="Settlement">how it is settled</param>
    /// <param name="Why">the reason</param>
    /// <param name="Seen">the <see cref="DraftAnswer.Stamp"/> of what is settled; null of whoever has seen none</param>
    internal sealed record Command(DraftId Draft, string Department, Settlement Settlement, string Why, long? Seen = null);

    public Task<Result<DraftStatus>> Run(Command c, Act act, CancellationToken stop) => approve.Run(c.Draft, DraftStatus.Comments, async tree =>
    {
        var answer = await db.Set<DraftAnswer>().FirstOrDefaultAsync(a => a.DraftId == c.Draft && a.Round == tree.Head.Round && a.Department == c.Department, stop);
        if (answer is not { Answer: AnswerKind.WithComments or AnswerKind.RequiresModification })
        {
            return Problem.NotFound("programmes.approval.nothing-to-settle", c.Department);
        }

        if (answer.ChangedSince(c.Seen) is { } changed)
        {
            return changed;
        }

        if (string.IsNullOrWhiteSpace(c.Why))
        {
            return Problem.Invalid("programmes.approval.why", "why");
        }

        (answer.Settled, answer.SettledWhy) = (c.Settlement, c.Why.Trim());
        return new Next(StepKind.CommentSettled, DraftStatus.Comments, c.Why.Trim(), c.Department);
    }, act, stop);
}
