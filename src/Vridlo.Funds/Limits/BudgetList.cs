using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;

namespace Vridlo.Funds.Limits;

/// <summary>An entry of a fund's budget with the fund.</summary>
internal sealed record BudgetRow
{
    public required Guid Id { get; init; }

    public required string FundCode { get; init; }

    public required Localized FundTitle { get; init; }

    public required string SortTitle { get; init; }

    public required Currency Currency { get; init; }

    public required int Year { get; init; }

    public required BudgetKind Kind { get; init; }

    public required long Amount { get; init; }

    public required LocalDate Day { get; init; }

    public required string Decision { get; init; }

    public required string Note { get; init; }

    public Money Sum => new(Amount, Currency);
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
        select new BudgetRow
        {
            Id = entry.Id, FundCode = fund.Code, FundTitle = fund.Title, SortTitle = fund.SortTitle, Currency = fund.Currency, Year = entry.Year, Kind = entry.Kind, Amount = entry.Amount,
            Day = entry.Day, Decision = entry.Decision, Note = entry.Note,
        });

    private static ListOf<BudgetRow> List(IReadOnlyList<FundListed> funds, IReadOnlyList<int> years) => new()
    {
        Name = "budget",
        Id = SortKey<BudgetRow>.By(e => e.Id),
        Order = "-day",
        Columns =
        [
            new("day", "funds.day", e => e.Day) { Sort = SortKey<BudgetRow>.By(e => e.Day) },
            new("fund", "funds.fund", e => e.FundTitle) { Sort = SortKey<BudgetRow>.By(e => e.SortTitle), Link = e => $"/penize/zdroje/{e.FundCode}" },
            new("fundCode", "funds.fund.code", e => e.FundCode) { FilesOnly = true },
            new("year", "funds.year", e => $"{e.Year}") { Sort = SortKey<BudgetRow>.By(e => e.Year) },
            new("kind", "funds.budget.kind", e => e.Kind),
            new("amount", "funds.amount", e => e.Sum) { Sort = SortKey<BudgetRow>.By(e => e.Amount), Figures = true },
            new("currency", "funds.currency", e => e.Currency) { FilesOnly = true },
            new("decision", "funds.decision", e => e.Decision),
            new("note", "funds.note", e => e.Note),
            new("id", "funds.entry.id", e => e.Id.ToString()) { FilesOnly = true },
        ],
        Filters =
        [
            new("fund", "funds.fund", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(e => e.FundCode == code) : null)
            {
                Choices = [.. funds.Select(f => new FilterChoice(f.Code, "", f.Title))],
            },
            new("budget", "funds.budget.kind", (rows, word) => WordsAttribute.Read<BudgetKind>(word) is { } kind ? rows.Where(e => e.Kind == kind) : null) { Choices = FilterChoice.Of<BudgetKind>() },
            new("year", "funds.year", (rows, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? rows.Where(e => e.Year == year) : null)
            {
                Choices = [.. years.Select(y => $"{y}").Select(y => new FilterChoice(y, "", new(y)))],
            },
        ],
    };
}
