using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Approving;

/// <summary>Says for a department what it thinks of a draft. It may answer again until the draft goes to the council.</summary>
internal sealed class AnswerDraft(EditDraft edit, ApproveDraft approve, AppDb db, IClock clock)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Department">key of the department that was asked</param>
    /// <param name="Answer">what it thinks</param>
    /// <param name="Text">its comments; needed unless it approves</param>
    /// <param name="Seen">the <see cref="DraftAnswer.Stamp"/> that was seen; null of whoever has seen none</param>
    internal sealed record Command(DraftId Draft, string Department, AnswerKind Answer, string? Text, long? Seen = null);

    public Task<Result<AnswerKind>> Run(Command c, Act act, CancellationToken stop) => edit.RunIn<AnswerKind>(c.Draft, DraftStatus.Comments, async tree =>
    {
        if (!approve.MayComment(tree))
        {
            return Problem.Forbidden("programmes.approval.may-not-comment");
        }

        var answer = await db.Set<DraftAnswer>().FirstOrDefaultAsync(a => a.DraftId == c.Draft && a.Round == tree.Head.Round && a.Department == c.Department, stop);
        if (answer is null)
        {
            return Problem.NotFound("programmes.approval.not-asked", c.Department);
        }

        if (answer.ChangedSince(c.Seen) is { } changed)
        {
            return changed;
        }

        if (c.Answer is AnswerKind.Awaited || (c.Answer is not AnswerKind.Approved && string.IsNullOrWhiteSpace(c.Text)))
        {
            return Problem.Invalid("programmes.approval.what", "text");
        }

        (answer.Answer, answer.Text, answer.Settled, answer.SettledWhy) = (c.Answer, c.Text?.Trim(), null, null);
        (answer.AnsweredAt, answer.AnsweredBy) = (clock.GetCurrentInstant(), act.Who.Name);
        approve.Keep(tree, new(StepKind.DepartmentAnswered, DraftStatus.Comments, c.Text?.Trim(), c.Department), act);
        return c.Answer;
    }, act, stop);
}
