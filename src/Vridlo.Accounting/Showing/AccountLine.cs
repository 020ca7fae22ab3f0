using System.Globalization;
using Vridlo.Accounting.Reading;
using Vridlo.Base;

namespace Vridlo.Accounting.Showing;

/// <summary>A line of a budget beside what really happened, in haléře.</summary>
/// <param name="Code">the code of its group, as it is written</param>
/// <param name="Name">its name, or null when the lists do not have it</param>
/// <param name="Approved">approved budget</param>
/// <param name="Adjusted">adjusted budget</param>
/// <param name="Actual">what really happened</param>
/// <param name="Rows">of how many documents that is</param>
public sealed record AccountLine(string Code, Localized? Name, long Approved, long Adjusted, long Actual, int Rows)
{
    /// <summary>The sum of lines.</summary>
    internal static AccountLine Sum(IEnumerable<AccountLine> lines) =>
        lines.Aggregate(new AccountLine("", null, 0, 0, 0, 0), (all, l) => all with { Approved = all.Approved + l.Approved, Adjusted = all.Adjusted + l.Adjusted, Actual = all.Actual + l.Actual, Rows = all.Rows + l.Rows });
}

/// <summary>A sum of one group of paragraphs and one of items.</summary>
/// <param name="Paragraphs">the first two digits of the paragraph</param>
/// <param name="Item">the item</param>
/// <param name="Stage">which budget it is of; null of documents</param>
/// <param name="Amount">haléře</param>
/// <param name="Rows">of how many documents</param>
internal sealed record GroupSum(int Paragraphs, int Item, BudgetStage? Stage, long Amount, int Rows)
{
    /// <summary>Sums by what they are grouped by, in the order of the codes.</summary>
    /// <param name="sums">the sums</param>
    /// <param name="grouped">the code of the group of each</param>
    /// <param name="format">how codes are written: groups have two digits, items four</param>
    /// <param name="named">the name of a group</param>
    public static IReadOnlyList<AccountLine> Lines(IEnumerable<GroupSum> sums, Func<GroupSum, int> grouped, string format, Func<int, Localized?> named) =>
    [
        .. from sum in sums
           group sum by grouped(sum) into g
           orderby g.Key
           select new AccountLine(g.Key.ToString(format, CultureInfo.InvariantCulture), named(g.Key), Of(g, BudgetStage.Approved), Of(g, BudgetStage.Adjusted), Of(g, null), g.Sum(s => s.Rows)),
    ];

    private static long Of(IEnumerable<GroupSum> sums, BudgetStage? stage) => sums.Where(s => s.Stage == stage).Sum(s => s.Amount);
}
