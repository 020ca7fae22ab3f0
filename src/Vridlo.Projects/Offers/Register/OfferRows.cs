using Vridlo.Base;

namespace Vridlo.Projects.Offers.Register;

/// <summary>An activity or measure that an offer names, with its share of the money.</summary>
internal sealed class OfferLink
{
    public required OfferId OfferId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the node in the edition in force when it was sent.</summary>
    public required string Code { get; init; }

    /// <summary>In hundredths of a per cent; those of one offer sum to the whole.</summary>
    public required int Share { get; init; }
}

/// <summary>What an offer is to cost in a year, and who is to pay it.</summary>
internal sealed class OfferCost
{
    public required OfferId OfferId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public required int Number { get; init; }

    public required int Year { get; init; }

    /// <summary>The source as it was typed, such as a budget or a subsidy.</summary>
    public required string Source { get; init; }

    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }

    public required Currency Currency { get; init; }

    public Money Sum => new(Amount, Currency);
}
