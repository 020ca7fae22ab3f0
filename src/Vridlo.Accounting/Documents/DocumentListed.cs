using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Documents;

/// <summary>What stands in the place of a name that is not shown.</summary>
[Words("accounting.counterparty")]
internal enum CounterpartyKind
{
    /// <summary>fyzická osoba, nebo někdo bez IČO</summary>
    Unnamed,
}

/// <summary>A row of accounting in a list.</summary>
internal sealed record DocumentListed : Placed
{
    public required RowId Id { get; init; }

    public required SourceId Source { get; init; }

    public required int Revision { get; init; }

    public required DocumentSort Sort { get; init; }

    public required string Type { get; init; }

    public required string Number { get; init; }

    public required string Line { get; init; }

    public required string Purpose { get; init; }

    public required string Contract { get; init; }

    public required LocalDate Counted { get; init; }

    public string? CounterpartyNumber { get; init; }

    /// <summary>Empty where it is not to be shown.</summary>
    public required string CounterpartyName { get; init; }

    /// <summary>Whether there is anybody on the other side.</summary>
    public required bool HasCounterparty { get; init; }

    public required string Description { get; init; }

    public required EntryState State { get; init; }

    /// <summary>The instrument it is matched to, or null.</summary>
    public InstrumentId? Instrument { get; init; }

    /// <summary>Code of the instrument it is matched to, or null.</summary>
    public string? InstrumentCode { get; init; }

    /// <summary>Czech address of its page, or null.</summary>
    public string? InstrumentPath { get; init; }

    /// <summary>The name, or what stands in its place.</summary>
    public object? Counterparty => !HasCounterparty ? null : CounterpartyName.Length > 0 ? CounterpartyName : CounterpartyKind.Unnamed;
}
