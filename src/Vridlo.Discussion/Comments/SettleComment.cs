using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Comments;

/// <summary>Settles a comment with an answer; whoever may edit the place does.</summary>
internal sealed class SettleComment(AppDb db, CommentPlaces places, ReadThreads threads, Asker asker, IClock clock)
{
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
        return await db.Commit(asker.Act("discussion.act.settle", ""), stop) ? comment.Id : Problem.Conflict("discussion.changed-meanwhile");
    }
}
