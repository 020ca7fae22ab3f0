using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>A posting in a list.</summary>
public sealed record PostingListed
{
    /// <summary>Identity.</summary>
    public required PostingId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Code of the instrument.</summary>
    public required string InstrumentCode { get; init; }

    /// <summary>Name of the instrument.</summary>
    public required Localized InstrumentTitle { get; init; }

    /// <summary>Czech address of the instrument's page, or empty.</summary>
    public required string InstrumentPath { get; init; }

    /// <summary>Code of the place where the instrument is, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The organisation that carries the instrument out, or null.</summary>
    public string? BearerName { get; init; }

    /// <summary>Its company number, or null.</summary>
    public string? BearerNumber { get; init; }

    /// <summary>From where.</summary>
    public required FundId Fund { get; init; }

    /// <summary>Code of the fund.</summary>
    public required string FundCode { get; init; }

    /// <summary>Name of the fund.</summary>
    public required Localized FundTitle { get; init; }

    /// <summary>Who pays.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>What is said of the sum.</summary>
    public required SumKind Kind { get; init; }

    /// <summary>What is meant of it, in minor units: all, or the part on some nodes (<see cref="IMoneyLedger.PostingsBy"/>).</summary>
    public required long Amount { get; init; }

    /// <summary>All of it, in minor units; nothing of one that moves money between nodes.</summary>
    public required long Whole { get; init; }

    /// <summary>The day it counts from.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The paper it rests on, or empty.</summary>
    public required string Document { get; init; }

    /// <summary>What was said of it, or empty.</summary>
    public required string Note { get; init; }

    /// <summary>The posting that it reverses, or null.</summary>
    public PostingId? Reverses { get; init; }

    /// <summary>Whether another one reverses it.</summary>
    public required bool Reversed { get; init; }

    /// <summary>The sum.</summary>
    public Money Sum => new(Amount, Currency);
}

/// <summary>The part of a posting on a node.</summary>
public sealed record EntryListed
{
    /// <summary>The posting.</summary>
    public required PostingId Posting { get; init; }

    /// <summary>The node; without value for money on no node.</summary>
    public required NodeId Node { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }
}

/// <summary>What belongs to a node itself, without what stands below it.</summary>
public sealed record NodeSum
{
    /// <summary>The node; without value for money on no node.</summary>
    public required NodeId Node { get; init; }

    /// <summary>The fund.</summary>
    public required FundId Fund { get; init; }

    /// <summary>Who pays.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The currency; sums of two are never added.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>What is said of the sum.</summary>
    public required SumKind Kind { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }
}

/// <summary>A share of an instrument's money.</summary>
public sealed record ShareListed
{
    /// <summary>The instrument.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>The node.</summary>
    public required NodeId Node { get; init; }

    /// <summary>In hundredths of a per cent.</summary>
    public required int Share { get; init; }
}
