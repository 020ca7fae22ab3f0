using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;

namespace Vridlo.Discussion.Comments;

/// <summary>Settles a comment with an answer; whoever may edit the place does.</summary>
internal sealed class SettleComment(AppDb db, CommentPlaces places, ReadThreads threads, Asker asker, IClock clock)
{
    public const string Act = "discussion.act.settle";

    internal sealed record Command(CommentId Comment, int Version, Settlement? How, string? Answer);

    public async Task<Result<CommentId>> Run(Command c, CancellationToken stop)
    {
        var found = await threads.Find(c.Comment, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var (comment, subject) = found.Value;
        if (asker.Person is not { } me || !places.MaySettle(subject))
        {
            return Problem.Forbidden("discussion.may-not-settle");
        }

        if (!comment.IsOpen)
        {
            return Problem.Conflict("discussion.closed");
        }

        if (comment.Version != c.Version)
        {
            return Problem.Conflict("discussion.changed-meanwhile");
        }

        var said = Wording.Plain(c.Answer, "answer");
        if (!said.Ok || c.How is null)
        {
            return said.Problems.Concat(c.How is null ? [Problem.Invalid("discussion.settlement.needed", "how")] : Array.Empty<Problem>()).ToArray();
        }

        comment.Settle(c.How.Value, said.Value, me.Id, clock.GetCurrentInstant());
        return await db.Commit(asker.Act(Act, ""), stop) ? comment.Id : Problem.Conflict("discussion.changed-meanwhile");
    }

    /// <summary>Opens the thread again; the answer is gone with it, as the record does not hold it.</summary>
    public async Task<Result<bool>> Undo(Undoing undoing, CancellationToken stop)
    {
        var found = await threads.Find(new(Guid.Parse(undoing.Things.Single(t => t.Subject == CommentMap.Subject).Id)), stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        if (!places.MaySettle(found.Value.Subject))
        {
            return Problem.Forbidden("discussion.may-not-settle");
        }

        if (found.Value.Comment.RemovedAt is not null)
        {
            return Problem.Conflict("discussion.undo-removed");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("discussion.changed-meanwhile");
    }
}
