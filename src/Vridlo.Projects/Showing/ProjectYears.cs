using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Ui;

namespace Vridlo.Projects.Showing;

/// <summary>The money of a project from its first year to its last, as the chart by year shows it.</summary>
internal static class ProjectYears
{
    /// <returns>one chart for each currency; none when there is no money</returns>
    /// <exception cref="OverflowException">when a sum leaves the range of 64 bits</exception>
    public static IReadOnlyList<YearMoney> Of(IReadOnlyList<FundSum> sums, Texts t) =>
    [
        .. from currency in sums.Select(s => s.Currency).Distinct().Order()
           select YearMoney.Of(currency, sums.Where(s => s.Currency == currency).Select(s => Part(s, t))),
    ];

    private static (int, YearMoneySource, YearMoneyKind, long) Part(FundSum sum, Texts t)
    {
        var (kind, sign) = sum.Kind switch
        {
            SumKind.Planned => (YearMoneyKind.Planned, 1),
            SumKind.Committed => (YearMoneyKind.Committed, 1),
            SumKind.Paid => (YearMoneyKind.Paid, 1),
            _ => (YearMoneyKind.Paid, -1),
        };
        return (sum.Year, new(WordsAttribute.Name(sum.Payer.ToString()), t[sum.Payer], (int)sum.Payer), kind, checked(sum.Amount * sign));
    }
}
