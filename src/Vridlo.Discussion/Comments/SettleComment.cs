using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Subjects;
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
        if (Refused(comment.IsOpen, subject) is { } refused)
        {
            return refused;
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

        return await Settle([comment], c.How.Value, said.Value, stop) ? comment.Id : Problem.Conflict("discussion.changed-meanwhile");
    }

    /// <summary>Settles many comments with one answer, all of them or none.</summary>
    /// <returns>how many they are</returns>
    public async Task<Result<int>> Together(IReadOnlyList<CommentId> ids, Settlement how, string answer, CancellationToken stop)
    {
        var (comments, subjects) = await All(ids, stop);
        if (comments.Count < ids.Count || comments.Any(c => !subjects.ContainsKey(c.Subject)))
        {
            return Problem.NotFound("discussion.comment.unknown");
        }

        var said = Wording.Plain(answer, "why");
        Problem[] problems = [.. comments.Select(c => Refused(c.IsOpen, subjects[c.Subject])).OfType<Problem>().Distinct(), .. said.Problems];
        return problems.Length > 0 || !said.Ok ? problems : await Settle(comments, how, said.Value, stop) ? comments.Count : Problem.Conflict("discussion.changed-meanwhile");
    }

    /// <summary>Why whoever asks does not settle a comment there, or null.</summary>
    public Problem? Refused(bool open, Subject subject) =>
        asker.Person is null || !places.MaySettle(subject) ? Problem.Forbidden("discussion.may-not-settle") : open ? null : Problem.Conflict("discussion.closed");

    private async Task<(IReadOnlyList<Comment> Comments, IReadOnlyDictionary<string, Subject> Subjects)> All(IReadOnlyList<CommentId> ids, CancellationToken stop)
    {
        var comments = await db.Set<Comment>().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(stop);
        return (comments, await places.Readable([.. comments.Select(c => c.Subject).Distinct()], stop));
    }

    private async Task<bool> Settle(IReadOnlyList<Comment> comments, Settlement how, string answer, CancellationToken stop)
    {
        foreach (var comment in comments)
        {
            comment.Settle(how, answer, asker.Person!.Id, clock.GetCurrentInstant());
        }

        return await db.Commit(asker.Act(Act, ""), stop);
    }

    /// <summary>Opens the threads again; the answer is gone with it, as the record does not hold it.</summary>
    public async Task<Result<bool>> Undo(Undoing undoing, CancellationToken stop)
    {
        var (comments, subjects) = await All([.. undoing.Things.Where(t => t.Subject == CommentMap.Subject).Select(t => new CommentId(Guid.Parse(t.Id)))], stop);
        if (comments.Any(c => !subjects.ContainsKey(c.Subject)))
        {
            return Problem.NotFound("discussion.comment.unknown");
        }

        if (comments.Any(c => !places.MaySettle(subjects[c.Subject])))
        {
            return Problem.Forbidden("discussion.may-not-settle");
        }

        if (comments.Any(c => c.RemovedAt is not null))
        {
            return Problem.Conflict("discussion.undo-removed");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("discussion.changed-meanwhile");
    }
}
