using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Accounting.Budgets;

/// <summary>The lines of all budgets as they stood last, approved and adjusted, as open data: what the budgets beside the documents sum.</summary>
internal sealed class BudgetLinesList(AppDb db)
{
    public const string Path = "/penize/ucetnictvi/rozpocet";

    /// <summary>More than any budget has lines, so that numbers are as long as each other.</summary>
    private const int Long = 10_000_000;

    public async Task<ListSource<BudgetLineListed>> Source(CancellationToken stop) => new(List(await SourceChoices.All(db, stop)), Rows);

#pragma warning disable CA1305 // The database writes the numbers, and does so in one way.
    private IQueryable<BudgetLineListed> Rows =>
        from snapshot in db.Set<Snapshot>()
        join source in db.Set<Source>() on snapshot.SourceId equals source.Id
        join line in db.Set<BudgetLine>() on snapshot.Id equals line.SnapshotId
        where snapshot.Latest
        select new BudgetLineListed
        {
            Id = source.Code + " " + snapshot.Year.ToString() + (snapshot.Stage == BudgetStage.Approved ? " 1 " : " 2 ") + (line.Number + Long).ToString(),
            SourceCode = source.Code,
            SourceName = source.Name,
            Year = snapshot.Year,
            Stage = snapshot.Stage,
            AsOf = snapshot.Day,
            Paragraph = line.Paragraph,
            Item = line.Item,
            Unit = line.Unit,
            Event = line.Event,
            Minor = line.Amount,
        };
#pragma warning restore CA1305

    private static ListOf<BudgetLineListed> List(IReadOnlyList<FilterChoice> sources) => new()
    {
        Name = "budget-lines",
        Id = SortKey<BudgetLineListed>.By(l => l.Id),
        Order = "-year",
        Columns =
        [
            new("year", "accounting.year", l => $"{l.Year}") { Sort = SortKey<BudgetLineListed>.By(l => l.Year) },
            .. PlaceColumns.Source<BudgetLineListed>(),
            new("budget", "accounting.budget", l => l.Stage),
            new("asOf", "accounting.as-of", l => l.AsOf),
            .. PlaceColumns.Place<BudgetLineListed>(),
            PlaceColumns.Amount<BudgetLineListed>(),
        ],
        Filters =
        [
            PlaceColumns.OfSource<BudgetLineListed>(sources),
            PlaceColumns.OfYear<BudgetLineListed>(),
            new("budget", "accounting.budget", (rows, word) => WordsAttribute.Read<BudgetStage>(word) is { } stage ? rows.Where(l => l.Stage == stage) : null)
            {
                Choices = FilterChoice.Of<BudgetStage>(),
            },
            .. PlaceColumns.Filters<BudgetLineListed>(),
        ],
    };
}
