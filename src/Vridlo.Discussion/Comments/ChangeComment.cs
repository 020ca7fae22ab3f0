using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Comments;

/// <summary>The author mends the words, or takes them away; those who may edit the place may take them away too.</summary>
internal sealed class ChangeComment(AppDb db, CommentPlaces places, ReadThreads threads, Asker asker, IClock clock)
{
    /// <param name="Comment">which</param>
    /// <param name="Version">the version that was seen</param>
    /// <param name="Text">what it is to say</param>
    /// <param name="Passage">of a suggestion, the wording it would change</param>
    /// <param name="Proposal">of a suggestion, the wording it proposes</param>
    /// <param name="Due">of what begins a thread, the last day to answer, or none</param>
    internal sealed record Command(CommentId Comment, int Version, string? Text, string? Passage, string? Proposal, LocalDate? Due = null);

    public async Task<Result<CommentId>> Edit(Command c, CancellationToken stop)
    {
        var found = await threads.Find(c.Comment, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var (comment, _) = found.Value;
        if (asker.Person is not { } me || comment.AuthorId != me.Id)
        {
            return Problem.Forbidden("discussion.not-author");
        }

        if (comment.RemovedAt is not null || !await IsOpen(comment, stop))
        {
            return Problem.Conflict("discussion.closed");
        }

        if (comment.Version != c.Version)
        {
            return Problem.Conflict("discussion.changed-meanwhile");
        }

        var (said, now) = (Wording.Read(comment.Kind, c.Text, c.Passage, c.Proposal), clock.GetCurrentInstant());
        Problem[] wrong =
        [
            .. said.Problems,
            .. comment.ThreadId is not null && c.Due is not null ? [Problem.Invalid("discussion.due.reply", "due")] : Comment.Wrong(c.Due, comment.Due, now),
        ];
        if (wrong.Length > 0)
        {
            return wrong;
        }

        if (comment.Edit(said.Value!, c.Due, now) is { } before)
        {
            db.Add(before);
        }

        return await Done(comment, "discussion.act.edit", stop);
    }

    public async Task<Result<CommentId>> Remove(CommentId id, CancellationToken stop)
    {
        var found = await threads.Find(id, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var (comment, subject) = found.Value;
        if (asker.Person is not { } me || (comment.AuthorId != me.Id && !places.MaySettle(subject)))
        {
            return Problem.Forbidden("discussion.not-author");
        }

        if (comment.RemovedAt is not null)
        {
            return Problem.Conflict("discussion.closed");
        }

        comment.Remove(me.Id, clock.GetCurrentInstant());
        db.RemoveRange(await db.Set<CommentWording>().Where(w => w.CommentId == id).ToListAsync(stop));
        return await Done(comment, "discussion.act.remove", stop);
    }

    /// <summary>A reply may be mended as long as its thread is open.</summary>
    private async Task<bool> IsOpen(Comment comment, CancellationToken stop) =>
        comment.ThreadId is { } thread ? (await db.Set<Comment>().AsNoTracking().SingleAsync(c => c.Id == thread, stop)).IsOpen : comment.IsOpen;

    private async Task<Result<CommentId>> Done(Comment comment, string kind, CancellationToken stop) =>
        await db.Commit(asker.Act(kind, ""), stop) ? comment.Id : Problem.Conflict("discussion.changed-meanwhile");
}
