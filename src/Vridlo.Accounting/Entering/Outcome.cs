using System.Linq.Expressions;
using NodaTime;
using Vridlo.Accounting.Documents;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Entering;

/// <summary>A row as it is looked at when rows are entered.</summary>
internal sealed record RowLooked
{
    public required RowId Id { get; init; }

    public required RowFacts Facts { get; init; }

    public required LocalDate Counted { get; init; }

    public required string Type { get; init; }

    public required string Number { get; init; }

    /// <summary>Whether a newer revision stands in its place, or it was withdrawn.</summary>
    public required bool Ended { get; init; }

    public required EntryState State { get; init; }

    public InstrumentId? Instrument { get; init; }

    public FundId? Fund { get; init; }

    public PostingId? Posting { get; init; }

    /// <summary>What the entry names as its paper: kind and number.</summary>
    public string Document => $"{Type} {Number}".Trim();

    /// <summary>How a row is looked at.</summary>
    public static Expression<Func<DocumentRow, RowLooked>> At { get; } = r => new RowLooked
    {
        Id = r.Id,
        Facts = new(r.Year, r.Key, r.Item, r.Unit, r.Event, r.Purpose, r.Contract, r.Amount),
        Counted = r.Counted,
        Type = r.Type,
        Number = r.Number,
        Ended = r.EndedBy != null,
        State = r.State,
        Instrument = r.Instrument,
        Fund = r.Fund,
        Posting = r.Posting,
    };

    /// <summary>How a row that is in memory is looked at.</summary>
    public static Func<DocumentRow, RowLooked> Of { get; } = At.Compile();
}

/// <summary>What is to be done about a row.</summary>
/// <param name="State">where it stands then; refused when the ledger does not take it</param>
/// <param name="Instrument">whose it is, or null</param>
/// <param name="Fund">which fund pays, or null</param>
/// <param name="Reverse">the entry to reverse, or null</param>
/// <param name="Enter">what to enter, or null</param>
/// <param name="Keeps">whether the entry it has stays with it</param>
internal sealed record Outcome(EntryState State, InstrumentId? Instrument, FundId? Fund, PostingListed? Reverse, Verdict? Enter, bool Keeps)
{
    /// <summary>The instruments whose money it touches.</summary>
    public IEnumerable<InstrumentId> Instruments => [.. Reverse is { } entry ? [entry.Instrument] : Array.Empty<InstrumentId>(), .. Enter?.Instrument is { } instrument ? [instrument] : Array.Empty<InstrumentId>()];

    /// <param name="row">the row</param>
    /// <param name="matching">says where it belongs</param>
    /// <param name="entry">the entry it has, or null</param>
    public static Outcome Of(RowLooked row, Matching matching, PostingListed? entry)
    {
        if (row.Ended)
        {
            return new(row.State, row.Instrument, row.Fund, entry is { Reversed: false } ? entry : null, null, Keeps: false);
        }

        var verdict = matching.Judge(row.Facts);
        var fits = entry is not null && verdict.State is EntryState.Entered && Same(row, verdict, entry);
        return (entry, fits) switch
        {
            // Somebody has reversed by hand what the row says: it is not entered again unless the row changes or somebody says so.
            ({ Reversed: true }, true) => new(EntryState.TakenBack, verdict.Instrument, verdict.Fund, null, null, Keeps: true),
            (_, true) => new(EntryState.Entered, verdict.Instrument, verdict.Fund, null, null, Keeps: true),
            _ => new(verdict.State, verdict.Instrument, verdict.Fund, entry is { Reversed: false } ? entry : null, verdict.State is EntryState.Entered ? verdict : null, Keeps: false),
        };
    }

    /// <summary>Whether nothing has to be done.</summary>
    public bool Stands(RowLooked row) =>
        Reverse is null && Enter is null && Keeps == row.Posting is not null && State == row.State && Instrument == row.Instrument && Fund == row.Fund;

    private static bool Same(RowLooked row, Verdict verdict, PostingListed entry) =>
        (entry.Instrument, entry.Fund, entry.Year, entry.Kind, entry.Amount, entry.Day, entry.Document)
        == (verdict.Instrument, verdict.Fund, row.Facts.Year, verdict.Kind, verdict.Amount, row.Counted, row.Document);
}
