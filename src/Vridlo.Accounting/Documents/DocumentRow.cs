using NodaTime;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Documents;

/// <summary>Identifies a revision of a row of accounting.</summary>
internal readonly record struct RowId(Guid Value) : ITypedId<RowId>
{
    public static RowId From(Guid value) => new(value);
}

/// <summary>What a document is.</summary>
[Words("accounting.sort")]
internal enum DocumentSort
{
    /// <summary>došlá faktura (KDF)</summary>
    IncomingInvoice,

    /// <summary>odeslaná faktura (KOF)</summary>
    OutgoingInvoice,

    /// <summary>pokladní doklad (POK)</summary>
    Cash,

    /// <summary>ostatní: bank, wages, transfers and whatever else makes the totals those of accounting</summary>
    Other,
}

/// <summary>
/// A row of accounting (účetní řádek) in one revision. What it says is never changed: a row that comes changed is a new revision, and the one
/// before stays readable. What follows from it, whose it is and where it is entered, is kept on it too.
/// </summary>
internal sealed class DocumentRow
{
    public required RowId Id { get; init; }

    public required SourceId SourceId { get; init; }

    public required int Year { get; init; }

    /// <summary>What all revisions of a row have in common, within its source and year.</summary>
    public required string Key { get; init; }

    /// <summary>One for the first.</summary>
    public required int Revision { get; init; }

    /// <summary>Tells a revision from a changed one.</summary>
    public required string Content { get; init; }

    /// <summary>The file that brought it.</summary>
    public required ImportId ImportId { get; init; }

    /// <summary>The file that changed or withdrew it; null of a live one.</summary>
    public ImportId? EndedBy { get; set; }

    public required DocumentSort Sort { get; init; }

    /// <summary>The kind as the file says it, or empty.</summary>
    public required string Type { get; init; }

    public required string Number { get; init; }

    public required string Line { get; init; }

    public required int Paragraph { get; init; }

    public required int Item { get; init; }

    public required string Unit { get; init; }

    public required string Event { get; init; }

    public required string Purpose { get; init; }

    public required string Contract { get; init; }

    /// <summary>Haléře: what came in of income and financing, what went out of spending.</summary>
    public required long Amount { get; init; }

    /// <summary>The day of the document, or null.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The day from which it counts: its own, else that whose state the file is of.</summary>
    public required LocalDate Counted { get; init; }

    /// <summary>IČO; null of natural persons and of nobody.</summary>
    public string? CounterpartyNumber { get; init; }

    /// <summary>The number as the file has it where it is none.</summary>
    public required string CounterpartyGiven { get; init; }

    /// <summary>The name as the file has it; public only with a number.</summary>
    public required string CounterpartyName { get; init; }

    /// <summary>Public only with a number.</summary>
    public required string Description { get; init; }

    public required EntryState State { get; set; }

    /// <summary>The instrument it is matched to, or null.</summary>
    public InstrumentId? Instrument { get; set; }

    /// <summary>The fund that pays, or null.</summary>
    public FundId? Fund { get; set; }

    /// <summary>Its entry in the ledger, or null.</summary>
    public PostingId? Posting { get; set; }

    /// <summary>Why the ledger refused it: the key of a text; empty when it did not.</summary>
    public required string Trouble { get; set; }
}
