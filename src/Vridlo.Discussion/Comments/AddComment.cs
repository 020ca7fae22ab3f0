using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Comments;

/// <summary>Says something of a subject, or replies to what was said.</summary>
internal sealed class AddComment(AppDb db, CommentPlaces places, ReadThreads threads, Asker asker, IClock clock)
{
    internal sealed record Command(string Subject, CommentKind Kind, string? Text, string? Passage, string? Proposal, IReadOnlyList<Guid> To, LocalDate? Due = null);

    public async Task<Result<CommentId>> Run(Command c, CancellationToken stop)
    {
        var subject = await places.Read(c.Subject, stop);
        if (!subject.Ok)
        {
            return subject.Problems.ToArray();
        }

        if (asker.Person is not { } me)
        {
            return Problem.Forbidden("discussion.person-needed");
        }

        var (said, to) = (Wording.Read(c.Kind, c.Text, c.Passage, c.Proposal), await places.Addressed(subject.Value, c.To, stop));
        var now = clock.GetCurrentInstant();
        Problem[] wrong = [.. said.Problems, .. to.Problems, .. Comment.Wrong(c.Due, before: null, now)];
        if (wrong.Length > 0)
        {
            return wrong;
        }

        var comment = new Comment
        {
            Id = TypedId.New<CommentId>(), Subject = subject.Value.Key.ToString(), AuthorId = me.Id, Kind = c.Kind, At = now,
            Due = c.Due, Text = said.Value!.Text, Passage = said.Value.Passage, Proposal = said.Value.Proposal,
        };
        return await Write(comment, to.Value!, "discussion.act.comment", stop);
    }

    public async Task<Result<CommentId>> Reply(CommentId thread, string? text, IReadOnlyList<Guid> to, CancellationToken stop)
    {
        var found = await threads.Find(thread, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var (head, subject) = found.Value;
        if (asker.Person is not { } me)
        {
            return Problem.Forbidden("discussion.person-needed");
        }

        if (!head.IsOpen)
        {
            return Problem.Conflict("discussion.closed");
        }

        var (said, addressed) = (Wording.Plain(text, "text"), await places.Addressed(subject, to, stop));
        if (!said.Ok || !addressed.Ok)
        {
            return said.Problems.Concat(addressed.Problems).ToArray();
        }

        // Who settles meanwhile has not read this: one of the two is told.
        head.Version++;
        var reply = new Comment
        {
            Id = TypedId.New<CommentId>(), Subject = head.Subject, ThreadId = head.Id, AuthorId = me.Id, Kind = CommentKind.Comment, At = clock.GetCurrentInstant(), Text = said.Value,
        };
        return await Write(reply, addressed.Value, "discussion.act.reply", stop);
    }

    private async Task<Result<CommentId>> Write(Comment comment, IReadOnlyList<PersonId> to, string kind, CancellationToken stop)
    {
        db.Add(comment);
        db.AddRange(to.Select(p => new CommentAddressee { CommentId = comment.Id, PersonId = p }));
        return await db.Commit(asker.Act(kind, ""), stop) ? comment.Id : Problem.Conflict("discussion.changed-meanwhile");
    }
}
