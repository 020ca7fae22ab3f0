using Vridlo.Base;
using Vridlo.Core.Funds;

namespace Vridlo.Projects.Showing;

/// <summary>The money of a project as a table: a row for each fund, columns for years, with what is planned and what was paid.</summary>
/// <param name="Years">the years, ascending</param>
/// <param name="Funds">the funds, by who pays and their code</param>
/// <param name="Totals">sums in each currency; two are never added</param>
public sealed record MoneyRows(IReadOnlyList<int> Years, IReadOnlyList<MoneyRow> Funds, IReadOnlyList<MoneyTotal> Totals)
{
    internal static MoneyRows Of(IReadOnlyList<FundSum> sums) => new(
        [.. sums.Select(s => s.Year).Distinct().Order()],
        [.. sums.GroupBy(s => (s.Payer, s.Code)).OrderBy(g => g.Key.Payer).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(Row)],
        [.. sums.GroupBy(s => s.Currency).OrderBy(g => g.Key).Select(g => new MoneyTotal(g.Key, Sum(g, SumKind.Planned), Sum(g, SumKind.Committed), Sum(g, SumKind.Paid) - Sum(g, SumKind.Recovered)))]);

    private static MoneyRow Row(IEnumerable<FundSum> sums)
    {
        var all = sums.ToList();
        return new(
            all[0].Code,
            all[0].Title,
            all[0].Currency,
            all.GroupBy(s => s.Year).ToDictionary(y => y.Key, y => (Sum(y, SumKind.Planned), Sum(y, SumKind.Paid) - Sum(y, SumKind.Recovered))),
            Sum(all, SumKind.Planned),
            Sum(all, SumKind.Committed),
            Sum(all, SumKind.Paid) - Sum(all, SumKind.Recovered));
    }

    private static long Sum(IEnumerable<FundSum> sums, SumKind kind) => sums.Where(s => s.Kind == kind).Sum(s => s.Amount);
}

/// <summary>What one fund pays; minor units of its currency. Paid is less what came back.</summary>
public sealed record MoneyRow(string Code, Localized Title, Currency Currency, IReadOnlyDictionary<int, (long Planned, long Paid)> ByYear, long Planned, long Committed, long Paid);

/// <summary>All funds of a currency.</summary>
public sealed record MoneyTotal(Currency Currency, long Planned, long Committed, long Paid);
