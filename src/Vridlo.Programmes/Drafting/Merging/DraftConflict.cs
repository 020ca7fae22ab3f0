using NodaTime;
using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>Identifies a conflict.</summary>
internal readonly record struct ConflictId(Guid Value) : ITypedId<ConflictId>
{
    public static ConflictId From(Guid value) => new(value);
}

/// <summary>Whose wording stands.</summary>
[Words("programmes.draft.conflict.decided")]
internal enum ConflictDecision
{
    /// <summary>nobody has decided yet</summary>
    Open,

    /// <summary>the draft's</summary>
    Mine,

    /// <summary>that of the edition that came meanwhile</summary>
    Theirs,

    /// <summary>another, written by who decided</summary>
    Own,
}

/// <summary>A conflict of a merge, kept with the draft until somebody has decided it and afterwards too.</summary>
internal sealed class DraftConflict
{
    public required ConflictId Id { get; init; }

    public required DraftId DraftId { get; init; }

    public required ConflictKind Kind { get; init; }

    public required string Thing { get; init; }

    public required string Field { get; init; }

    public string? Base { get; init; }

    public string? Mine { get; init; }

    public string? Theirs { get; init; }

    public ConflictDecision Decision { get; set; }

    public string? Own { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>The name of the actor within its kind: of a person the bare identity.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>What shall stand; null for nothing, or that it shall be gone.</summary>
    public string? Chosen(ConflictDecision decision, string? own) => decision switch
    {
        ConflictDecision.Mine => Mine,
        ConflictDecision.Theirs => Theirs,
        _ => own,
    };
}
