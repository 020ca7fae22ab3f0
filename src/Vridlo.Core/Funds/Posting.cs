using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>Identifies a posting.</summary>
public readonly record struct PostingId(Guid Value) : ITypedId<PostingId>
{
    /// <inheritdoc/>
    public static PostingId From(Guid value) => new(value);
}

/// <summary>What is said of a sum.</summary>
[Words("money.kind")]
public enum SumKind
{
    /// <summary>plánováno: meant to be spent</summary>
    Planned,

    /// <summary>zavázáno: bound by a contract or decision</summary>
    Committed,

    /// <summary>vyplaceno</summary>
    Paid,

    /// <summary>vráceno: paid and given or taken back</summary>
    Recovered,
}

/// <summary>
/// A posting (účetní zápis) of the ledger. It is never changed: what is wrong is reversed by another one. Its parts on the nodes of the
/// programme, <see cref="LedgerEntry"/>, sum to its amount; one of amount nothing moves money between nodes.
/// </summary>
internal sealed class Posting
{
    public required PostingId Id { get; init; }

    public required InstrumentId InstrumentId { get; init; }

    public required FundId FundId { get; init; }

    public required int Year { get; init; }

    public required SumKind Kind { get; init; }

    /// <summary>Minor units of the fund's currency; less than nothing in a reversing one.</summary>
    public required long Amount { get; init; }

    /// <summary>The day it counts from: of the contract, the payment, the change of the plan.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The paper it rests on: number of a contract or an accounting document; empty when there is none.</summary>
    public required string Document { get; init; }

    public required string Note { get; init; }

    /// <summary>The posting that this one reverses; each is reversed at most once.</summary>
    public PostingId? Reverses { get; init; }

    public required Instant EnteredAt { get; init; }

    public List<LedgerEntry> Entries { get; } = [];
}

/// <summary>The part of a posting on one node; the node without value stands for money on no node.</summary>
internal sealed class LedgerEntry
{
    public required PostingId PostingId { get; init; }

    public required NodeId NodeId { get; init; }

    public required InstrumentId InstrumentId { get; init; }

    public required FundId FundId { get; init; }

    public required int Year { get; init; }

    public required SumKind Kind { get; init; }

    public required long Amount { get; init; }
}

/// <summary>The sum of the entries of a node, fund, year and kind, kept in the transaction of each entry.</summary>
internal sealed class NodeBalance
{
    public required NodeId NodeId { get; init; }

    public required FundId FundId { get; init; }

    public required int Year { get; init; }

    public required SumKind Kind { get; init; }

    public required long Amount { get; set; }
}

/// <summary>The share of an instrument's money that belongs to a node, in hundredths of a per cent; those of one instrument sum to <see cref="Whole"/>.</summary>
internal sealed class MoneyShare
{
    /// <summary>All of it.</summary>
    public const int Whole = 10_000;

    public required InstrumentId InstrumentId { get; init; }

    public required NodeId NodeId { get; init; }

    public required int Share { get; set; }
}
