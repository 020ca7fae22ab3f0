using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>A fund in a list.</summary>
public sealed record FundListed
{
    /// <summary>Identity.</summary>
    public required FundId Id { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required Localized Title { get; init; }

    /// <summary>The Czech name, for sorting.</summary>
    public required string SortTitle { get; init; }

    /// <summary>Who pays.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The currency of all its sums.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Programme and priority as the payer names them, or empty.</summary>
    public required string Programme { get; init; }

    /// <summary>For changing it.</summary>
    public required int Version { get; init; }
}

/// <summary>What a fund has in a year; all sums in minor units of its currency.</summary>
public sealed record FundYearListed
{
    /// <summary>The fund.</summary>
    public required FundId Fund { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>What was approved.</summary>
    public required long Approved { get; init; }

    /// <summary>What holds after amendments: the limit.</summary>
    public required long Adjusted { get; init; }

    /// <summary>What instruments plan.</summary>
    public required long Planned { get; init; }

    /// <summary>What is bound.</summary>
    public required long Committed { get; init; }

    /// <summary>What was paid.</summary>
    public required long Paid { get; init; }

    /// <summary>What was paid and came back.</summary>
    public required long Recovered { get; init; }

    /// <summary>What was paid without a commitment: of each instrument what it paid, and did not get back, beyond what it has committed.</summary>
    public required long Uncovered { get; init; }

    /// <summary>What can still be committed; less than nothing when more was paid than the limit allows.</summary>
    public long Free => Adjusted - Committed - Uncovered;
}

/// <summary>An entry of a fund's budget in a list.</summary>
public sealed record BudgetListed
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The fund.</summary>
    public required FundId Fund { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Approved budget or an amendment.</summary>
    public required BudgetKind Kind { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }

    /// <summary>When it was decided.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The resolution, or empty.</summary>
    public required string Decision { get; init; }

    /// <summary>What was said of it, or empty.</summary>
    public required string Note { get; init; }
}
