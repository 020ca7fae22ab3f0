using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>What an entry of a fund's budget is.</summary>
[Words("money.budget")]
public enum BudgetKind
{
    /// <summary>schválený rozpočet: what the assembly approved for the year</summary>
    Approved,

    /// <summary>rozpočtové opatření: an amendment, which is added and replaces nothing</summary>
    Amendment,
}

/// <summary>An entry of a fund's budget. Entries are added and never changed, so approved and adjusted budget stay apart.</summary>
internal sealed class BudgetEntry
{
    public required Guid Id { get; init; }

    public required FundId FundId { get; init; }

    public required int Year { get; init; }

    public required BudgetKind Kind { get; init; }

    /// <summary>Minor units; less than nothing when an amendment takes away.</summary>
    public required long Amount { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>The resolution it rests on; empty where the payer is not us.</summary>
    public required string Decision { get; init; }

    public required string Note { get; init; }

    public required Instant EnteredAt { get; init; }
}

/// <summary>
/// The balance of a fund in a year, kept in the transaction of each entry. Whoever enters anything holds this row first, so entries of one
/// fund and year come one after another, and nothing is committed beyond the limit.
/// </summary>
internal sealed class FundYear
{
    public required FundId FundId { get; init; }

    public required int Year { get; init; }

    /// <summary>What was approved for the year, in minor units as all the following.</summary>
    public required long Approved { get; init; }

    /// <summary>What holds after the amendments: the limit.</summary>
    public required long Adjusted { get; init; }

    public required long Planned { get; init; }

    public required long Committed { get; init; }

    public required long Paid { get; init; }

    public required long Recovered { get; init; }

    /// <summary>What instruments paid, and did not get back, beyond what they have committed; of each what is more than nothing.</summary>
    public required long Uncovered { get; init; }
}
