using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;

namespace Vridlo.Funds.Limits;

/// <summary>A fund with what it has in a year, or in all years; sums in minor units of its currency.</summary>
internal sealed record FundStanding
{
    public required FundListed Fund { get; init; }

    public required long Approved { get; init; }

    public required long Adjusted { get; init; }

    public required long Planned { get; init; }

    public required long Committed { get; init; }

    public required long Paid { get; init; }

    public required long Recovered { get; init; }

    public required long Uncovered { get; init; }

    public long Free => Adjusted - Committed - Uncovered;

    public Money Sum(long minor) => new(minor, Fund.Currency);
}

/// <summary>The funds as a list, each with its limit, what is taken from it and what is free.</summary>
internal static class FundsList
{
    /// <param name="money">the ledger</param>
    /// <param name="root">Czech address below which each has its page</param>
    /// <param name="year">the year in the address; all years when it is none</param>
    /// <param name="stop">ends the reading</param>
    public static async Task<ListSource<FundStanding>> Of(IMoneyLedger money, string root, string? year, CancellationToken stop) =>
        new(List(root, await money.Years.Select(y => y.Year).Distinct().OrderBy(y => y).ToListAsync(stop)), Rows(money, Year(year)));

    private static ListOf<FundStanding> List(string root, IReadOnlyList<int> years) => new()
    {
        Name = "funds",
        Id = SortKey<FundStanding>.By(f => f.Fund.Id),
        Order = "title",
        Columns =
        [
            new("code", "funds.fund.code", f => f.Fund.Code) { Sort = SortKey<FundStanding>.By(f => f.Fund.Code), FilesOnly = true },
            new("title", "funds.fund", f => f.Fund.Title) { Sort = SortKey<FundStanding>.By(f => f.Fund.SortTitle), Link = f => $"{root}/{f.Fund.Code}" },
            new("payer", "funds.payer", f => f.Fund.Payer),
            new("programme", "funds.fund.programme", f => f.Fund.Programme) { FilesOnly = true },
            new("currency", "funds.currency", f => f.Fund.Currency) { FilesOnly = true },
            new("approved", "money.budget.approved", f => f.Sum(f.Approved)) { Figures = true },
            new("adjusted", "funds.adjusted", f => f.Sum(f.Adjusted)) { Figures = true },
            new("planned", "money.kind.planned", f => f.Sum(f.Planned)) { Figures = true },
            new("committed", "money.kind.committed", f => f.Sum(f.Committed)) { Figures = true },
            new("uncovered", "funds.uncovered", f => f.Sum(f.Uncovered)) { Figures = true },
            new("free", "funds.free", f => f.Sum(f.Free)) { Figures = true },
            new("paid", "money.kind.paid", f => f.Sum(f.Paid)) { Figures = true },
            new("recovered", "money.kind.recovered", f => f.Sum(f.Recovered)) { Figures = true, FilesOnly = true },
        ],
        Filters =
        [
            // The rows are of that year already.
            new("year", "funds.year", (rows, text) => Year(text) is null ? null : rows) { Choices = [.. years.Select(y => $"{y}").Select(y => new FilterChoice(y, "", new(y)))] },
            new("payer", "funds.payer", (rows, word) => WordsAttribute.Read<Payer>(word) is { } payer ? rows.Where(f => f.Fund.Payer == payer) : null) { Choices = FilterChoice.Of<Payer>() },
        ],
    };

    private static IQueryable<FundStanding> Rows(IMoneyLedger money, int? year)
    {
        var years = year is null ? money.Years : money.Years.Where(y => y.Year == year);
        return money.Funds.Select(f => new FundStanding
        {
            Fund = f,
            Approved = years.Where(y => y.Fund == f.Id).Sum(y => y.Approved),
            Adjusted = years.Where(y => y.Fund == f.Id).Sum(y => y.Adjusted),
            Planned = years.Where(y => y.Fund == f.Id).Sum(y => y.Planned),
            Committed = years.Where(y => y.Fund == f.Id).Sum(y => y.Committed),
            Paid = years.Where(y => y.Fund == f.Id).Sum(y => y.Paid),
            Recovered = years.Where(y => y.Fund == f.Id).Sum(y => y.Recovered),
            Uncovered = years.Where(y => y.Fund == f.Id).Sum(y => y.Uncovered),
        });
    }

    private static int? Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
