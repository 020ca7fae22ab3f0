using NodaTime;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;

namespace Vridlo.Accounting.Files;

/// <summary>Identifies a state of a budget.</summary>
internal readonly record struct SnapshotId(Guid Value) : ITypedId<SnapshotId>
{
    public static SnapshotId From(Guid value) => new(value);
}

/// <summary>A budget as it stood on a day. A later one stands beside it and replaces nothing.</summary>
internal sealed class Snapshot
{
    public required SnapshotId Id { get; init; }

    public required SourceId SourceId { get; init; }

    public required ImportId ImportId { get; init; }

    public required int Year { get; init; }

    public required BudgetStage Stage { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Tells it from another with other lines.</summary>
    public required string Content { get; init; }

    /// <summary>Whether it is the newest of its source, year and stage.</summary>
    public required bool Latest { get; set; }

    /// <summary>Haléře, as the two following.</summary>
    public required long Income { get; init; }

    public required long Spending { get; init; }

    public required long Financing { get; init; }

    public List<BudgetLine> Lines { get; } = [];
}

/// <summary>A line of a budget.</summary>
internal sealed class BudgetLine
{
    public required SnapshotId SnapshotId { get; init; }

    /// <summary>Its turn among the lines.</summary>
    public required int Number { get; init; }

    public required int Paragraph { get; init; }

    public required int Item { get; init; }

    public required string Unit { get; init; }

    public required string Event { get; init; }

    public required long Amount { get; init; }
}
