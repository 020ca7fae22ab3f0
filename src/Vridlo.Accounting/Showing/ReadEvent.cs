using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Showing;

/// <summary>The whole life of an event of accounting, year by year.</summary>
/// <param name="Source">its source</param>
/// <param name="Event">its number</param>
/// <param name="Spending">spending by year</param>
/// <param name="Income">income by year</param>
/// <param name="Instruments">the instruments its rows are matched to</param>
internal sealed record EventShown(Source Source, string Event, IReadOnlyList<AccountLine> Spending, IReadOnlyList<AccountLine> Income, IReadOnlyList<InstrumentListed> Instruments);

/// <summary>Reads what was budgeted, spent and got for one event over all years.</summary>
internal sealed class ReadEvent(AppDb db, IInstruments instruments)
{
    public async Task<EventShown?> Run(string? code, string? number, CancellationToken stop)
    {
        var sought = InstrumentKey.Compared(number ?? "");
        if (sought.Length == 0 || await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } source)
        {
            return null;
        }

        var rows = db.Set<DocumentRow>().AsNoTracking().Where(r => r.SourceId == source.Id && r.Event == sought && r.EndedBy == null);
        var spent = await rows.GroupBy(r => new { r.Year, Class = r.Item / 1000, r.Instrument }).Select(g => new { g.Key, Amount = g.Sum(r => r.Amount), Rows = g.Count() }).ToListAsync(stop);
        var budgeted = await (from snapshot in db.Set<Snapshot>()
                              join line in db.Set<BudgetLine>() on snapshot.Id equals line.SnapshotId
                              where snapshot.SourceId == source.Id && snapshot.Latest && line.Event == sought
                              group line by new { snapshot.Year, Class = line.Item / 1000, snapshot.Stage } into g
                              select new { g.Key, Amount = g.Sum(l => l.Amount) }).ToListAsync(stop);
        if (spent.Count + budgeted.Count == 0)
        {
            return null;
        }

        List<(int Year, ItemClass Class, BudgetStage? Stage, long Amount, int Rows)> sums =
        [
            .. spent.Select(s => (s.Key.Year, ItemClasses.Of(s.Key.Class * 1000), (BudgetStage?)null, s.Amount, s.Rows)),
            .. budgeted.Select(b => (b.Key.Year, ItemClasses.Of(b.Key.Class * 1000), (BudgetStage?)b.Key.Stage, b.Amount, 0)),
        ];
        List<InstrumentId> found = [.. spent.Select(s => s.Key.Instrument).OfType<InstrumentId>().Distinct()];
        return new(
            source, sought, Years(ItemClass.Current, ItemClass.Capital), Years(ItemClass.Income),
            found.Count == 0 ? [] : await instruments.All.Where(i => found.Contains(i.Id)).OrderBy(i => i.Code).ToListAsync(stop));

        IReadOnlyList<AccountLine> Years(params ItemClass[] classes) =>
        [
            .. from sum in sums
               where classes.Contains(sum.Class)
               group sum by sum.Year into g
               orderby g.Key
               select new AccountLine(
                   $"{g.Key}", null, g.Where(s => s.Stage is BudgetStage.Approved).Sum(s => s.Amount), g.Where(s => s.Stage is BudgetStage.Adjusted).Sum(s => s.Amount),
                   g.Where(s => s.Stage is null).Sum(s => s.Amount), g.Sum(s => s.Rows)),
        ];
    }
}
