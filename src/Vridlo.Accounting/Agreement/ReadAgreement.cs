using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Agreement;

/// <summary>Why accounting and the ledger differ: rows of one state, and what they add to what is spent.</summary>
internal sealed record Reason(EntryState State, int Rows, long Minor);

/// <summary>What accounting says of an event of an instrument, and what the ledger has of it (haléře).</summary>
/// <param name="Event">the event, or empty</param>
/// <param name="Accounting">the sum of its rows</param>
/// <param name="Ours">the sum of their entries in the ledger</param>
/// <param name="Reasons">what makes the difference</param>
internal sealed record AgreementLine(string Event, long Accounting, long Ours, IReadOnlyList<Reason> Reasons)
{
    /// <summary>What no row explains: nothing, unless the ledger was changed outside of the program.</summary>
    public long Unexplained => Accounting - Ours - Reasons.Sum(r => r.Minor);
}

/// <summary>A posting that somebody entered by hand.</summary>
internal sealed record ByHand(Guid Id, NodaTime.LocalDate Day, string Document, string Fund, long Minor);

/// <summary>The agreement of one instrument; of none, rows that nothing matches.</summary>
internal sealed record AgreementPart(InstrumentListed? Instrument, IReadOnlyList<AgreementLine> Lines, IReadOnlyList<ByHand> ByHand, long HandSum)
{
    public long Accounting => Lines.Sum(l => l.Accounting);

    public long Ours => Lines.Sum(l => l.Ours) + HandSum;

    public long Difference => Accounting - Ours;
}

/// <summary>The sums of a source beside ours in a year, and what somebody has said to belong to no instrument.</summary>
internal sealed record AgreementShown(Source Source, int? Year, IReadOnlyList<int> Years, IReadOnlyList<AgreementPart> Parts, Reason Outside)
{
    public long Accounting => Parts.Sum(p => p.Accounting);

    public long Ours => Parts.Sum(p => p.Ours);

    public long Difference => Accounting - Ours;
}

/// <summary>
/// Lays the accounting of a source beside the ledger of money: by instrument and event, every difference explained by its rows. On our side stands
/// what was paid, less what came back, from the funds that the source pays from; what other sources entered is not counted. What belongs to no
/// instrument makes no difference and is told apart.
/// </summary>
internal sealed class ReadAgreement(AppDb db, IInstruments instruments, IMoneyLedger money)
{
    /// <param name="code">code of the source</param>
    /// <param name="asked">the year, or null for the newest</param>
    /// <param name="stop">ends it</param>
    public async Task<AgreementShown?> Run(string code, int? asked, CancellationToken stop)
    {
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } source)
        {
            return null;
        }

        var live = db.Set<DocumentRow>().AsNoTracking().Where(r => r.SourceId == source.Id && r.EndedBy == null && r.State != EntryState.OutOfLedger);
        var years = await live.Select(r => r.Year).Distinct().OrderByDescending(y => y).ToListAsync(stop);
        if (years.Count == 0)
        {
            return new(source, null, years, [], new(EntryState.Outside, 0, 0));
        }

        var year = asked is { } one && years.Contains(one) ? one : years[0];
        var every = await live.Where(r => r.Year == year).GroupBy(r => new { r.Instrument, r.Event, r.State }).Select(g => new
        {
            g.Key,
            Rows = g.Count(),
            Minor = g.Sum(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending ? r.Amount : -r.Amount),
        }).ToListAsync(stop);
        var rows = every.FindAll(r => r.Key.State is not EntryState.Outside);
        var outside = every.FindAll(r => r.Key.State is EntryState.Outside);
        var ours = await RowEntries.Sums(db, money, (source.Id, year), stop);
        var byHand = await Hand(source, year, stop);
        List<InstrumentId> found = [.. rows.Select(r => r.Key.Instrument).Concat(ours.Keys.Select(k => (InstrumentId?)k.Instrument)).Concat(byHand.Select(h => (InstrumentId?)h.Instrument)).OfType<InstrumentId>().Distinct()];
        var named = await instruments.All.Where(i => found.Contains(i.Id)).ToListAsync(stop);
        List<InstrumentListed?> all = [.. named.OrderBy(i => i.Code, StringComparer.Ordinal), null];
        return new(source, year, years, [.. all.Select(instrument => Part(
            instrument,
            [.. rows.Where(r => r.Key.Instrument == instrument?.Id).Select(r => (r.Key.Event, new Reason(r.Key.State, r.Rows, r.Minor)))],
            ours.Where(o => o.Key.Instrument == instrument?.Id).ToDictionary(o => o.Key.Event, o => o.Value),
            [.. byHand.Where(h => h.Instrument == instrument?.Id)])).Where(p => p.Lines.Count > 0 || p.HandSum != 0)], new(EntryState.Outside, outside.Sum(r => r.Rows), outside.Sum(r => r.Minor)));
    }

    private static AgreementPart Part(InstrumentListed? instrument, IReadOnlyList<(string Event, Reason Reason)> rows, Dictionary<string, long> ours, IReadOnlyList<Posted> byHand) => new(
        instrument,
        [.. rows.Select(r => r.Event).Union(ours.Keys).Order(StringComparer.Ordinal).Select(e => new AgreementLine(
            e,
            rows.Where(r => r.Event == e).Sum(r => r.Reason.Minor),
            ours.GetValueOrDefault(e),
            [.. rows.Where(r => r.Event == e && r.Reason.State is not EntryState.Entered).Select(r => r.Reason)]))],
        [.. byHand.Where(h => !h.Cancelled).Select(h => new ByHand(h.Id.Value, h.Day, h.Document, h.Fund, h.Minor))],
        byHand.Sum(h => h.Minor));

    private sealed record Posted(InstrumentId Instrument, PostingId Id, NodaTime.LocalDate Day, string Document, string Fund, long Minor, bool Cancelled);

    /// <summary>What somebody entered by hand in the funds of the source.</summary>
    private async Task<IReadOnlyList<Posted>> Hand(Source source, int year, CancellationToken stop)
    {
        var funds = await db.Set<FundRule>().Where(r => r.SourceId == source.Id).Select(r => r.FundId).Distinct().ToListAsync(stop);
        funds.AddRange(source.DefaultFund is { } standard ? [standard] : []);
        var read = await money.Postings
            .Where(p => p.Year == year && (p.Kind == SumKind.Paid || p.Kind == SumKind.Recovered) && p.Amount != 0 && funds.Contains(p.Fund))
            .Where(p => !db.Set<RowPosting>().Any(x => x.Posting == p.Id || x.Posting == p.Reverses))
            .OrderBy(p => p.Day).ThenBy(p => p.Id)
            .Select(p => new { p.Instrument, p.Id, p.Day, p.Document, p.FundCode, p.Kind, p.Amount, Cancelled = p.Reversed || p.Reverses != null }).ToListAsync(stop);
        return [.. read.Select(p => new Posted(p.Instrument, p.Id, p.Day, p.Document, p.FundCode, p.Kind is SumKind.Recovered ? -p.Amount : p.Amount, p.Cancelled))];
    }
}
