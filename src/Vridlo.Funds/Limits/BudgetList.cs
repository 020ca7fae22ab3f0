using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;

namespace Vridlo.Funds.Limits;

/// <summary>An entry of a fund's budget with the fund.</summary>
internal sealed record BudgetRow
{
    public required BudgetListed Entry { get; init; }

    public required FundListed Fund { get; init; }

    public Money Sum => new(Entry.Amount, Fund.Currency);
}

/// <summary>What was approved for each fund and year, and every amendment of it, as a list.</summary>
internal static class BudgetList
{
    /// <summary>Czech address of its page.</summary>
    public const string Path = "/penize/rozpocet";

    public static async Task<ListSource<BudgetRow>> Of(IMoneyLedger money, CancellationToken stop) => new(
        List(await money.Funds.OrderBy(f => f.SortTitle).ThenBy(f => f.Id).ToListAsync(stop), await money.Budgets.Select(e => e.Year).Distinct().OrderBy(y => y).ToListAsync(stop)),
        from entry in money.Budgets
        join fund in money.Funds on entry.Fund equals fund.Id
        select new BudgetRow { Entry = entry, Fund = fund });

    private static ListOf<BudgetRow> List(IReadOnlyList<FundListed> funds, IReadOnlyList<int> years) => new()
    {
        Name = "budget",
        Id = SortKey<BudgetRow>.By(e => e.Entry.Id),
        Order = "-day",
        Columns =
        [
            new("day", "funds.day", e => e.Entry.Day) { Sort = SortKey<BudgetRow>.By(e => e.Entry.Day) },
            new("fund", "funds.fund", e => e.Fund.Title) { Sort = SortKey<BudgetRow>.By(e => e.Fund.SortTitle), Link = e => $"/penize/zdroje/{e.Fund.Code}" },
            new("fundCode", "funds.fund.code", e => e.Fund.Code) { FilesOnly = true },
            new("year", "funds.year", e => $"{e.Entry.Year}") { Sort = SortKey<BudgetRow>.By(e => e.Entry.Year) },
            new("kind", "funds.budget.kind", e => e.Entry.Kind),
            new("amount", "funds.amount", e => e.Sum) { Sort = SortKey<BudgetRow>.By(e => e.Entry.Amount), Figures = true },
            new("currency", "funds.currency", e => e.Fund.Currency) { FilesOnly = true },
            new("decision", "funds.decision", e => e.Entry.Decision),
            new("note", "funds.note", e => e.Entry.Note),
            new("id", "funds.entry.id", e => e.Entry.Id.ToString()) { FilesOnly = true },
        ],
        Filters =
        [
            new("fund", "funds.fund", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(e => e.Fund.Code == code) : null)
            {
                Choices = [.. funds.Select(f => new FilterChoice(f.Code, "", f.Title))],
            },
            new("budget", "funds.budget.kind", (rows, word) => WordsAttribute.Read<BudgetKind>(word) is { } kind ? rows.Where(e => e.Entry.Kind == kind) : null) { Choices = FilterChoice.Of<BudgetKind>() },
            new("year", "funds.year", (rows, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? rows.Where(e => e.Entry.Year == year) : null)
            {
                Choices = [.. years.Select(y => $"{y}").Select(y => new FilterChoice(y, "", new(y)))],
            },
        ],
    };
}
