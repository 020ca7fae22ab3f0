using System.Linq.Expressions;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Discussion.Comments;

/// <summary>Identifies a comment or a reply.</summary>
internal readonly record struct CommentId(Guid Value) : ITypedId<CommentId>
{
    public static CommentId From(Guid value) => new(value);
}

/// <summary>What sort of comment it is.</summary>
[Words("discussion.kind")]
internal enum CommentKind
{
    /// <summary>připomínka</summary>
    Comment,

    /// <summary>návrh jiného znění</summary>
    Suggestion,
}

/// <summary>How a comment was settled (vypořádání).</summary>
[Words("discussion.state")]
internal enum Settlement
{
    /// <summary>přijato</summary>
    Accepted,

    /// <summary>nepřijato</summary>
    Declined,

    /// <summary>vysvětleno</summary>
    Explained,
}

/// <summary>
/// A comment (připomínka), a suggestion, or a reply to one. It is its author's: nobody else changes its words. A settled one does not
/// change any more, so that the answer stays an answer to what was said.
/// </summary>
internal sealed class Comment
{
    public required CommentId Id { get; init; }

    /// <summary>What it is about, as a subject's key is written.</summary>
    public required string Subject { get; init; }

    /// <summary>What it replies to; null when it begins a thread.</summary>
    public CommentId? ThreadId { get; init; }

    /// <summary>Null once the author was erased.</summary>
    public PersonId? AuthorId { get; set; }

    public required CommentKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>The wording a suggestion would change; null when it adds something.</summary>
    public string? Passage { get; set; }

    /// <summary>The wording it proposes.</summary>
    public string? Proposal { get; set; }

    public required Instant At { get; init; }

    /// <summary>The last day to answer, as whoever began the thread wishes; null when there is none.</summary>
    public LocalDate? Due { get; set; }

    public Instant? EditedAt { get; set; }

    /// <summary>When it was removed: the words are gone, that there was something stays.</summary>
    public Instant? RemovedAt { get; set; }

    public PersonId? RemovedBy { get; set; }

    public Settlement? Settled { get; set; }

    public string? Answer { get; set; }

    public Instant? SettledAt { get; set; }

    /// <summary>Null once that person was erased.</summary>
    public PersonId? SettledBy { get; set; }

    public int Version { get; set; }

    /// <summary>Begins a thread that waits for an answer.</summary>
    public static Expression<Func<Comment, bool>> Open { get; } = c => c.ThreadId == null && c.Settled == null && c.RemovedAt == null;

    /// <summary>Whether it begins a thread that waits for an answer.</summary>
    public bool IsOpen => ThreadId is null && Settled is null && RemovedAt is null;

    /// <summary>What is wrong with a last day to answer: one that has passed may stay, and may not be set.</summary>
    public static IEnumerable<Problem> Wrong(LocalDate? due, LocalDate? before, Instant now) =>
        due != before && due < now.InZone(DateText.Zone).Date ? [Problem.Invalid("discussion.due.past", "due")] : [];

    /// <summary>Takes new words and a new last day to answer.</summary>
    /// <returns>the old words, which are kept beside it; null when they stay as they are</returns>
    public CommentWording? Edit(Wording said, LocalDate? due, Instant now)
    {
        var before = new CommentWording { CommentId = Id, Version = Version, Text = Text, Passage = Passage, Proposal = Proposal, Until = now };
        (Due, Version) = (due, Version + 1);
        if (said == new Wording(Text, Passage, Proposal))
        {
            return null;
        }

        (Text, Passage, Proposal, EditedAt) = (said.Text, said.Passage, said.Proposal, now);
        return before;
    }

    /// <summary>Takes the words away.</summary>
    public void Remove(PersonId by, Instant now)
    {
        (Text, Passage, Proposal, RemovedAt, RemovedBy) = ("", null, null, now, by);
        Version++;
    }

    /// <summary>Settles the thread.</summary>
    public void Settle(Settlement how, string answer, PersonId by, Instant now)
    {
        (Settled, Answer, SettledBy, SettledAt) = (how, answer, by, now);
        Version++;
    }
}

/// <summary>What a comment said before it was edited.</summary>
internal sealed class CommentWording
{
    public required CommentId CommentId { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }

    public string? Passage { get; init; }

    public string? Proposal { get; init; }

    /// <summary>Until when it said so.</summary>
    public required Instant Until { get; init; }
}

/// <summary>A person whom a comment is addressed to.</summary>
internal sealed class CommentAddressee
{
    public required CommentId CommentId { get; init; }

    public required PersonId PersonId { get; init; }
}
