using NodaTime;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Entering;

/// <summary>Identifies an assignment.</summary>
internal readonly record struct AssignmentId(Guid Value) : ITypedId<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);
}

/// <summary>
/// That somebody assigned a row, or all rows of an event, of a source to an instrument, or said that they belong to none. It goes before what
/// numbers say; only what is said of all rows without event goes after it.
/// </summary>
internal sealed class Assignment
{
    public required AssignmentId Id { get; init; }

    public required SourceId SourceId { get; init; }

    /// <summary>The event; empty when it is of one row, or of all without event.</summary>
    public required string Event { get; init; }

    /// <summary>The year of the row; nothing for an event.</summary>
    public required int Year { get; init; }

    /// <summary>What all revisions of the row have in common; empty for an event.</summary>
    public required string Key { get; init; }

    /// <summary>The instrument; the empty identity when they belong to none.</summary>
    public required InstrumentId InstrumentId { get; set; }

    /// <summary>Whether they belong to no instrument.</summary>
    public bool Outside => InstrumentId == default;

    public required string Why { get; set; }

    public required Instant At { get; init; }
}
