using NodaTime;

namespace Vridlo.Core.Record;

/// <summary>One act in the record. Rows are only ever added; of a row that is there only the actor's name may be erased.</summary>
internal sealed class RecordedAct
{
    /// <summary>Place in the record: the next number of <see cref="RecordHead"/>.</summary>
    public long Sequence { get; set; }

    public required Guid Id { get; init; }

    public required Instant At { get; init; }

    public required string ActorKind { get; init; }

    /// <summary>Empty once it has been erased.</summary>
    public required string ActorName { get; init; }

    /// <summary>What hides the name in <see cref="ActorCommitment"/>; null once the name has been erased.</summary>
    public byte[]? ActorSalt { get; set; }

    /// <summary>What the seal covers instead of the name, so that the name can be erased and the seal still holds.</summary>
    public byte[] ActorCommitment { get; set; } = [];

    public required string Kind { get; init; }

    public required string Why { get; init; }

    public string? Decision { get; init; }

    /// <summary>The topics whose public pages the act changed, separated by single spaces.</summary>
    public required string Topics { get; init; }

    /// <summary>The seal of the act before, <see cref="Record.Seal.Beginning"/> for the first. Kept so that a fault can be located.</summary>
    public byte[] Previous { get; set; } = [];

    /// <summary>The seal of this act: <see cref="Record.Seal.Of"/>.</summary>
    public byte[] Seal { get; set; } = [];

    public List<RecordedChange> Changes { get; } = [];
}

/// <summary>What an act changed in one thing: from what to what.</summary>
internal sealed class RecordedChange
{
    public required Guid Id { get; init; }

    public long ActSequence { get; set; }

    /// <summary>The sort of thing, such as <c>programme.edition</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The thing's identifier as text.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The changed values before, as a JSON object; null when the thing is new.</summary>
    public string? Before { get; init; }

    /// <summary>The changed values after, as a JSON object; null when the thing was removed.</summary>
    public string? After { get; init; }
}
