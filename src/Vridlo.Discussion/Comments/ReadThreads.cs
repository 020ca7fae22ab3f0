using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Subjects;

namespace Vridlo.Discussion.Comments;

/// <summary>Reads what was said, where whoever asks may read it.</summary>
internal sealed class ReadThreads(AppDb db, CommentPlaces places, IPeople people)
{
    /// <summary>A comment or reply, for changing it, and what it is about.</summary>
    public async Task<Result<(Comment Comment, Subject Subject)>> Find(CommentId id, CancellationToken stop) =>
        await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == id, stop) is { } comment && await places.Read(comment.Subject, stop) is { Ok: true, Value: var subject }
            ? (comment, subject)
            : Problem.NotFound("discussion.comment.unknown");

    /// <summary>A comment with its replies, or the reply, and what it is about.</summary>
    public async Task<Result<(CommentShown Comment, Subject Subject)>> One(CommentId id, CancellationToken stop)
    {
        var found = await Find(id, stop);
        return found.Ok
            ? ((await Shown(db.Set<Comment>().AsNoTracking().Where(c => c.Id == id || c.ThreadId == id), stop))[0], found.Value.Subject)
            : found.Problems.ToArray();
    }

    /// <summary>All threads of a subject, open ones first, each the newest first.</summary>
    public async Task<IReadOnlyList<CommentShown>> Of(Subject subject, CancellationToken stop)
    {
        var key = subject.Key.ToString();
        var threads = await Shown(db.Set<Comment>().AsNoTracking().Where(c => c.Subject == key), stop);
        return [.. threads.OrderByDescending(t => t.IsOpen).ThenByDescending(t => t.Id)];
    }

    private async Task<IReadOnlyList<CommentShown>> Shown(IQueryable<Comment> comments, CancellationToken stop)
    {
        var rows = await comments.OrderBy(c => c.Id).ToListAsync(stop);
        var ids = rows.Select(c => c.Id).ToList();
        var to = (await db.Set<CommentAddressee>().AsNoTracking().Where(a => ids.Contains(a.CommentId)).ToListAsync(stop)).ToLookup(a => a.CommentId, a => a.PersonId);
        var earlier = rows.Any(c => c.EditedAt is not null)
            ? (await db.Set<CommentWording>().AsNoTracking().Where(w => ids.Contains(w.CommentId)).OrderBy(w => w.Version).ToListAsync(stop)).ToLookup(w => w.CommentId)
            : Enumerable.Empty<CommentWording>().ToLookup(w => w.CommentId);
        var names = await people.Names([.. rows.SelectMany(c => (PersonId?[])[c.AuthorId, c.SettledBy, c.RemovedBy]).OfType<PersonId>().Concat(to.SelectMany(t => t)).Distinct()], stop);
        var replies = rows.Where(c => c.ThreadId is not null && ids.Contains(c.ThreadId.Value)).ToLookup(c => c.ThreadId!.Value);
        return [.. rows.Where(c => c.ThreadId is null || !ids.Contains(c.ThreadId.Value)).Select(Show)];

        CommentShown Show(Comment c) => new()
        {
            Id = c.Id.Value,
            Thread = (c.ThreadId ?? c.Id).Value,
            Subject = c.Subject,
            Kind = Word(c.Kind),
            Text = c.Text,
            Passage = c.Passage,
            Proposal = c.Proposal,
            Author = Person(c.AuthorId),
            At = c.At,
            Due = c.Due,
            EditedAt = c.EditedAt,
            RemovedAt = c.RemovedAt,
            RemovedBy = Person(c.RemovedBy),
            To = [.. to[c.Id].Select(p => Person(p)).OfType<PersonShown>()],
            Settlement = c.Settled is { } how ? new(Word(how), c.Answer!, Person(c.SettledBy), c.SettledAt!.Value) : null,
            Version = c.Version,
            Earlier = [.. earlier[c.Id].Select(w => new WordingShown(w.Text, w.Passage, w.Proposal, w.Until))],
            Replies = [.. replies[c.Id].Select(Show)],
        };

        PersonShown? Person(PersonId? id) => id is { } known && names.TryGetValue(known, out var name) ? new(known.Value, name) : null;
    }

    private static string Word(Enum member) => WordsAttribute.Name(member.ToString());
}
