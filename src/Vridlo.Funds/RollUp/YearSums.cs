using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Ui;

namespace Vridlo.Funds.RollUp;

/// <summary>Sums of the ledger as the chart by year shows them.</summary>
internal static class YearSums
{
    /// <param name="sums">what is said of years and payers</param>
    /// <param name="currency">of which currency the chart is</param>
    /// <param name="t">the reader's texts</param>
    /// <exception cref="OverflowException">when a sum leaves the range of 64 bits</exception>
    public static YearMoney Of(IEnumerable<YearSum> sums, Currency currency, Texts t) => YearMoney.Of(
        currency,
        from sum in sums
        where sum.Currency == currency
        let source = new YearMoneySource(WordsAttribute.Name(sum.Payer.ToString()), t[sum.Payer], (int)sum.Payer)
        select sum.Kind switch
        {
            SumKind.Planned => (sum.Year, source, YearMoneyKind.Planned, sum.Amount),
            SumKind.Committed => (sum.Year, source, YearMoneyKind.Committed, sum.Amount),
            SumKind.Paid => (sum.Year, source, YearMoneyKind.Paid, sum.Amount),
            _ => (sum.Year, source, YearMoneyKind.Paid, -sum.Amount),
        });
}
