using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Deciding;

/// <summary>Identifies a decision.</summary>
internal readonly record struct AlignmentId(Guid Value) : ITypedId<AlignmentId>
{
    public static AlignmentId From(Guid value) => new(value);
}

/// <summary>What a person has decided of two nodes.</summary>
[Words("alignment.verdict")]
internal enum Verdict
{
    /// <summary>podporuje přímo</summary>
    Direct,

    /// <summary>podporuje zčásti</summary>
    Partly,

    /// <summary>je v rozporu</summary>
    Contradicts,

    /// <summary>nesouvisí: not proposed again</summary>
    Rejected,
}

/// <summary>That a person has decided how a node of one programme stands to a node of another. Who it was the record says.</summary>
internal sealed class DecisionRow
{
    public required AlignmentId Id { get; init; }

    public required ProgrammeId FromProgramme { get; init; }

    /// <summary>The node that supports.</summary>
    public required NodeId From { get; init; }

    public required ProgrammeId ToProgramme { get; init; }

    /// <summary>The node that is supported.</summary>
    public required NodeId To { get; init; }

    public required Verdict Verdict { get; set; }

    /// <summary>Why, in the words of whoever decided.</summary>
    public required string Why { get; set; }

    public required Instant DecidedAt { get; set; }

    /// <summary>From 1, so that 0 can stand for what nobody has decided yet.</summary>
    public required int Version { get; set; }
}
