using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Showing;

/// <summary>Documents of one kind.</summary>
internal sealed record SortSum(DocumentSort Sort, int Rows, long Spending, long Income, long Financing);

/// <summary>A state of a budget.</summary>
internal sealed record SnapshotListed(string Source, LocalDate Day, BudgetStage Stage, long Income, long Spending, long Financing);

/// <summary>The accounts of a year.</summary>
/// <param name="Year">the year</param>
/// <param name="Years">the years there are, the newest first</param>
/// <param name="Spending">by group of paragraphs</param>
/// <param name="Income">by group of items</param>
/// <param name="Financing">by item</param>
/// <param name="Other">by item, what the classification does not know</param>
/// <param name="Sorts">documents by kind; they sum to the rest</param>
/// <param name="Snapshots">the states of the budget, the newest first</param>
internal sealed record Accounts(
    int Year,
    IReadOnlyList<int> Years,
    IReadOnlyList<AccountLine> Spending,
    IReadOnlyList<AccountLine> Income,
    IReadOnlyList<AccountLine> Financing,
    IReadOnlyList<AccountLine> Other,
    IReadOnlyList<SortSum> Sorts,
    IReadOnlyList<SnapshotListed> Snapshots);

/// <summary>
/// Reads the accounts of a year, of one source or of all: approved and adjusted budget as they stood last beside what really happened. Income,
/// spending and financing are kept apart.
/// </summary>
internal sealed class ReadAccounts(AppDb db)
{
    /// <param name="asked">the year, or null for the newest</param>
    /// <param name="source">only this source, or null for all</param>
    /// <param name="stop">ends it</param>
    /// <returns>null when there is nothing</returns>
    public async Task<Accounts?> Run(int? asked, SourceId? source, CancellationToken stop)
    {
        var rows = db.Set<DocumentRow>().AsNoTracking().Where(r => r.EndedBy == null);
        var snapshots = db.Set<Snapshot>().AsNoTracking();
        (rows, snapshots) = source is { } only ? (rows.Where(r => r.SourceId == only), snapshots.Where(s => s.SourceId == only)) : (rows, snapshots);
        var years = await rows.Select(r => r.Year).Union(snapshots.Select(s => s.Year)).OrderByDescending(y => y).ToListAsync(stop);
        if (years.Count == 0)
        {
            return null;
        }

        var year = asked is { } one && years.Contains(one) ? one : years[0];
        var spent = await rows.Where(r => r.Year == year).GroupBy(r => new { Paragraphs = r.Paragraph / 100, r.Item, r.Sort })
            .Select(g => new { g.Key, Amount = g.Sum(r => r.Amount), Rows = g.Count() }).ToListAsync(stop);
        var budgeted = await (from snapshot in snapshots
                              join line in db.Set<BudgetLine>() on snapshot.Id equals line.SnapshotId
                              where snapshot.Year == year && snapshot.Latest
                              group line by new { Paragraphs = line.Paragraph / 100, line.Item, snapshot.Stage } into g
                              select new { g.Key, Amount = g.Sum(l => l.Amount) }).ToListAsync(stop);
        List<GroupSum> sums = [.. spent.Select(s => new GroupSum(s.Key.Paragraphs, s.Key.Item, null, s.Amount, s.Rows)), .. budgeted.Select(b => new GroupSum(b.Key.Paragraphs, b.Key.Item, b.Key.Stage, b.Amount, 0))];
        var of = sums.ToLookup(s => ItemClasses.Of(s.Item));
        return new(
            year,
            years,
            GroupSum.Lines(of[ItemClass.Current].Concat(of[ItemClass.Capital]), s => s.Paragraphs, "00", BudgetCodes.ParagraphGroup),
            GroupSum.Lines(of[ItemClass.Income], s => s.Item / 100, "00", BudgetCodes.ItemGroup),
            GroupSum.Lines(of[ItemClass.Financing], s => s.Item, "0000", BudgetCodes.Item),
            GroupSum.Lines(of[ItemClass.Other], s => s.Item, "0000", BudgetCodes.Item),
            [.. spent.GroupBy(s => s.Key.Sort).OrderBy(g => g.Key).Select(g => new SortSum(
                g.Key,
                g.Sum(s => s.Rows),
                g.Where(s => ItemClasses.Of(s.Key.Item) is ItemClass.Current or ItemClass.Capital).Sum(s => s.Amount),
                g.Where(s => ItemClasses.Of(s.Key.Item) is ItemClass.Income).Sum(s => s.Amount),
                g.Where(s => ItemClasses.Of(s.Key.Item) is ItemClass.Financing).Sum(s => s.Amount)))],
            await Snapshots(snapshots.Where(s => s.Year == year), stop));
    }

    private async Task<IReadOnlyList<SnapshotListed>> Snapshots(IQueryable<Snapshot> snapshots, CancellationToken stop) => await (
        from snapshot in snapshots
        join source in db.Set<Source>() on snapshot.SourceId equals source.Id
        orderby snapshot.Day descending, source.Name, snapshot.Stage
        select new SnapshotListed(source.Name, snapshot.Day, snapshot.Stage, snapshot.Income, snapshot.Spending, snapshot.Financing)).ToListAsync(stop);
}
