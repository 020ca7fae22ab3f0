using NodaTime;

namespace Vridlo.Discussion.Comments;

/// <summary>A person by name.</summary>
/// <param name="Id">identity</param>
/// <param name="Name">the name</param>
public sealed record PersonShown(Guid Id, string Name);

/// <summary>How a comment was settled.</summary>
/// <param name="How">accepted, declined or explained</param>
/// <param name="Answer">the answer</param>
/// <param name="By">who settled it; null when that person was erased</param>
/// <param name="At">when</param>
public sealed record SettledShown(string How, string Answer, PersonShown? By, Instant At);

/// <summary>What a comment said before.</summary>
/// <param name="Text">the text</param>
/// <param name="Passage">the wording it would have changed, or null</param>
/// <param name="Proposal">the wording it proposed, or null</param>
/// <param name="Until">until when it said so</param>
public sealed record WordingShown(string Text, string? Passage, string? Proposal, Instant Until);

/// <summary>A comment with what was replied, as pages show it and the open interface gives it.</summary>
public sealed record CommentShown
{
    /// <summary>Its identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The comment it replies to; its own identity when it begins a thread.</summary>
    public required Guid Thread { get; init; }

    /// <summary>What it is about, as a subject's key is written.</summary>
    public required string Subject { get; init; }

    /// <summary>comment or suggestion</summary>
    public required string Kind { get; init; }

    /// <summary>What it says; empty once removed.</summary>
    public required string Text { get; init; }

    /// <summary>The wording a suggestion would change, or null.</summary>
    public string? Passage { get; init; }

    /// <summary>The wording a suggestion proposes, or null.</summary>
    public string? Proposal { get; init; }

    /// <summary>Who said it; null when that person was erased.</summary>
    public PersonShown? Author { get; init; }

    /// <summary>When it was said.</summary>
    public required Instant At { get; init; }

    /// <summary>The last day to answer, or null.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>When it was edited last, or null.</summary>
    public Instant? EditedAt { get; init; }

    /// <summary>When it was removed, or null.</summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>Who removed it, or null.</summary>
    public PersonShown? RemovedBy { get; init; }

    /// <summary>Whom it is addressed to.</summary>
    public required IReadOnlyList<PersonShown> To { get; init; }

    /// <summary>How it was settled, or null while it is open.</summary>
    public SettledShown? Settlement { get; init; }

    /// <summary>Must be given back when it is changed or settled.</summary>
    public required int Version { get; init; }

    /// <summary>What it said before it was edited, the oldest first.</summary>
    public required IReadOnlyList<WordingShown> Earlier { get; init; }

    /// <summary>The replies in their order; of a reply none.</summary>
    public required IReadOnlyList<CommentShown> Replies { get; init; }

    /// <summary>Whether it waits for an answer.</summary>
    public bool IsOpen => Settlement is null && RemovedAt is null;
}
