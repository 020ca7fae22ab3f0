using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Agreement;

/// <summary>What an entry in the ledger is because of.</summary>
internal readonly record struct EntryPlace(SourceId Source, int Year, InstrumentId Instrument, string Event);

/// <summary>What the ledger has because of rows, read from the ledger itself.</summary>
internal static class RowEntries
{
    /// <summary>What was paid less what came back (haléře), without places where nothing is left; what somebody has reversed by hand is taken off.</summary>
    /// <param name="db">the unit of work</param>
    /// <param name="money">the ledger</param>
    /// <param name="only">a source and a year; null for all</param>
    /// <param name="stop">ends it</param>
    public static async Task<IReadOnlyDictionary<EntryPlace, long>> Sums(AppDb db, IMoneyLedger money, (SourceId Source, int Year)? only, CancellationToken stop)
    {
        var postings = db.Set<RowPosting>().AsNoTracking();
        postings = only is { } asked ? postings.Where(p => p.SourceId == asked.Source && p.Year == asked.Year) : postings;
        var made = from posting in postings
                   join row in db.Set<DocumentRow>() on posting.RowId equals row.Id
                   select new { posting.Posting, posting.SourceId, posting.Year, row.Event };
        var entered = await (from one in made
                             join entry in money.Postings on one.Posting equals entry.Id
                             group entry by new { one.SourceId, one.Year, entry.Instrument, one.Event, entry.Kind } into g
                             select new { g.Key, Minor = g.Sum(e => e.Amount) }).ToListAsync(stop);
        var takenBack = await (from one in made
                               join entry in money.Postings on (PostingId?)one.Posting equals entry.Reverses
                               where !db.Set<RowPosting>().Any(p => p.Posting == entry.Id)
                               group entry by new { one.SourceId, one.Year, entry.Instrument, one.Event, entry.Kind } into g
                               select new { g.Key, Minor = g.Sum(e => e.Amount) }).ToListAsync(stop);
        return entered.Concat(takenBack).GroupBy(e => new EntryPlace(e.Key.SourceId, e.Key.Year, e.Key.Instrument, e.Key.Event))
            .Select(g => (g.Key, Minor: g.Sum(e => e.Key.Kind is SumKind.Recovered ? -e.Minor : e.Minor))).Where(g => g.Minor != 0).ToDictionary(g => g.Key, g => g.Minor);
    }
}
