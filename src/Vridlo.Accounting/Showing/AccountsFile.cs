using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.Ui;

namespace Vridlo.Accounting.Showing;

/// <summary>A line of a table of accounts, for files.</summary>
/// <param name="Table">which table it is of: <c>spending</c>, <c>income</c>, <c>financing</c>, <c>other</c>, <c>documents-spending</c> and so on</param>
/// <param name="Year">the year</param>
/// <param name="Code">code of the group or item, or the kind of document; empty of lines by year</param>
/// <param name="Name">what it is called, or null</param>
/// <param name="Approved">approved budget in haléře; null where there is none to compare with</param>
/// <param name="Adjusted">adjusted budget, likewise</param>
/// <param name="Actual">what really happened</param>
/// <param name="Rows">of how many documents that is; null where they are told in another line</param>
internal sealed record AccountsFileLine(string Table, int Year, string Code, object? Name, long? Approved, long? Adjusted, long Actual, int? Rows);

/// <summary>The tables of the pages of accounts as files.</summary>
internal static class AccountsFile
{
    /// <summary>Czech addresses of the files without ending: sums of a year, states of its budget, an event year by year.</summary>
    public const string Sums = "/penize/ucetnictvi/skutecnost", Budgets = "/penize/ucetnictvi/rozpocty", Event = "/penize/ucetnictvi/akce";

    private const string Endings = ".{format:regex(^(csv|xlsx|json)$)}";

    private static readonly ListOf<AccountsFileLine> Columns = new()
    {
        Name = "accounts",
        Id = SortKey<AccountsFileLine>.By(l => l.Code),
        Order = "code",
        Columns =
        [
            new("table", "accounting.file.table", l => l.Table),
            new("year", "accounting.year", l => $"{l.Year}"),
            new("code", "accounting.file.code", l => l.Code) { Sort = SortKey<AccountsFileLine>.By(l => l.Code) },
            new("name", "accounting.file.name", l => l.Name),
            new("approved", "accounting.budget.approved", l => Sum(l.Approved)),
            new("adjusted", "accounting.budget.adjusted", l => Sum(l.Adjusted)),
            new("actual", "accounting.actual", l => Sum(l.Actual)),
            new("documents", "accounting.documents.count", l => l.Rows),
        ],
    };

    private static readonly ListOf<SnapshotListed> States = new()
    {
        Name = "budgets",
        Id = SortKey<SnapshotListed>.By(s => s.Source),
        Order = "source",
        Columns =
        [
            new("asOf", "accounting.as-of", s => s.Day),
            new("source", "accounting.source", s => s.Source) { Sort = SortKey<SnapshotListed>.By(s => s.Source) },
            new("budget", "accounting.budget", s => s.Stage),
            new("income", "accounting.income", s => Sum(s.Income)),
            new("spending", "accounting.spending", s => Sum(s.Spending)),
            new("financing", "accounting.financing", s => Sum(s.Financing)),
        ],
    };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Sums + Endings, OfYear).ExcludeFromDescription().Right(Rights.Public).WithMetadata(new WholeListAttribute(), new ShowsAttribute(Topics.Money));
        endpoints.MapGet(Budgets + Endings, OfBudgets).ExcludeFromDescription().Right(Rights.Public).WithMetadata(new WholeListAttribute(), new ShowsAttribute(Topics.Money));
        endpoints.MapGet(Event + Endings, OfEvent).ExcludeFromDescription().Right(Rights.Public).WithMetadata(new WholeListAttribute(), new ShowsAttribute(Topics.Money, Topics.Instruments));
    }

    /// <summary>The files of a page for its line of downloads.</summary>
    public static IReadOnlyList<Download> Downloads(Links to, string path, string query) =>
        [.. ((string[])["csv", "xlsx", "json"]).Select(f => new Download(f.ToUpperInvariant(), to[$"{path}.{f}"] + query))];

    private static async Task<IResult> OfYear(HttpContext context, string format) => await Read(context) is { } read
        ? File(
            Columns,
            [
                .. Lines("spending", read.Year, read.Spending), .. Lines("income", read.Year, read.Income), .. Lines("financing", read.Year, read.Financing), .. Lines("other", read.Year, read.Other),
                .. read.Sorts.SelectMany(s => new[] { ("documents-spending", s.Spending, (int?)s.Rows), ("documents-income", s.Income, null), ("documents-financing", s.Financing, null) }
                    .Select(l => new AccountsFileLine(l.Item1, read.Year, WordsAttribute.Name(s.Sort.ToString()), s.Sort, null, null, l.Item2, l.Item3))),
            ],
            format)
        : Results.NotFound();

    private static async Task<IResult> OfBudgets(HttpContext context, string format) => await Read(context) is { } read ? File(States, read.Snapshots, format) : Results.NotFound();

    private static async Task<IResult> OfEvent(HttpContext context, string format) =>
        await context.RequestServices.GetRequiredService<ReadEvent>().Run(context.Request.Query["source"], context.Request.Query["event"], context.RequestAborted) is { } shown
            ? File(Columns, [.. OfYears("spending", shown.Spending), .. OfYears("income", shown.Income)], format) : Results.NotFound();

    /// <summary>The accounts that the page with this query shows.</summary>
    private static async Task<Accounts?> Read(HttpContext context)
    {
        var (unit, stop, code) = (context.RequestServices, context.RequestAborted, context.Request.Query["source"].ToString());
        var known = code.Length == 0 ? null : await unit.GetRequiredService<AppDb>().Set<Source>().Where(s => s.Code == code).Select(s => (SourceId?)s.Id).FirstOrDefaultAsync(stop);
        return await unit.GetRequiredService<ReadAccounts>().Run(int.TryParse(context.Request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, known, stop);
    }

    private static IEnumerable<AccountsFileLine> Lines(string table, int year, IReadOnlyList<AccountLine> lines) =>
        lines.Select(l => new AccountsFileLine(table, year, l.Code, l.Name, l.Approved, l.Adjusted, l.Actual, l.Rows));

    private static IEnumerable<AccountsFileLine> OfYears(string table, IReadOnlyList<AccountLine> lines) =>
        lines.Select(l => new AccountsFileLine(table, int.Parse(l.Code, CultureInfo.InvariantCulture), "", null, l.Approved, l.Adjusted, l.Actual, l.Rows));

    private static Money? Sum(long? minor) => minor is { } known ? new Money(known, Currency.Czk) : null;

    private static ListFile<TLine> File<TLine>(ListOf<TLine> columns, IReadOnlyList<TLine> lines, string format) => new(columns, lines.ToAsyncEnumerable(), Enum.Parse<ListFormat>(format, ignoreCase: true));
}
