using NodaTime;

namespace Vridlo.Core.Record;

/// <summary>One act in the record. Rows are only ever added.</summary>
internal sealed class RecordedAct
{
    public long Sequence { get; init; }

    public required Guid Id { get; init; }

    public required Instant At { get; init; }

    public required string ActorKind { get; init; }

    public required string ActorName { get; init; }

    public required string Kind { get; init; }

    public required string Why { get; init; }

    public string? Decision { get; init; }

    /// <summary>The topics whose public pages the act changed, separated by single spaces.</summary>
    public required string Topics { get; init; }

    public List<RecordedChange> Changes { get; } = [];
}

/// <summary>What an act changed in one thing: from what to what.</summary>
internal sealed class RecordedChange
{
    public required Guid Id { get; init; }

    public long ActSequence { get; init; }

    /// <summary>The sort of thing, such as <c>programme.edition</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The thing's identifier as text.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The changed values before, as a JSON object; null when the thing is new.</summary>
    public string? Before { get; init; }

    /// <summary>The changed values after, as a JSON object; null when the thing was removed.</summary>
    public string? After { get; init; }
}
