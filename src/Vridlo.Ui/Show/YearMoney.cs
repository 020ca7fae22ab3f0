using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>What is said of a sum in a chart by year.</summary>
public enum YearMoneyKind
{
    /// <summary>paid; less than nothing is what came back</summary>
    Paid,

    /// <summary>bound</summary>
    Committed,

    /// <summary>planned</summary>
    Planned,
}

/// <summary>A source of money.</summary>
/// <param name="Key">what it is called in addresses</param>
/// <param name="Label">what it is called</param>
/// <param name="Order">where it stands among the others; the colour that it has everywhere goes by it</param>
public sealed record YearMoneySource(string Key, string Label, int Order)
{
    private const int Colours = 4;

    /// <summary>Its colour: the region's, the state's, of the Union, of all others.</summary>
    public int Slot => Math.Clamp(Order + 1, 1, Colours);
}

/// <summary>What a source has paid in each year.</summary>
/// <param name="Source">the source</param>
/// <param name="Sums">minor units, one for each year</param>
public sealed record YearMoneyRow(YearMoneySource Source, IReadOnlyList<long> Sums);

/// <summary>Money by year and source in one currency: what was paid, and beside it what is bound and planned. Minor units throughout.</summary>
/// <param name="Currency">the currency</param>
/// <param name="Years">the years, ascending, none left out</param>
/// <param name="Paid">what was paid, less what came back, by source</param>
/// <param name="Committed">what is bound, one for each year</param>
/// <param name="Planned">what is planned, one for each year</param>
public sealed record YearMoney(Currency Currency, IReadOnlyList<int> Years, IReadOnlyList<YearMoneyRow> Paid, IReadOnlyList<long> Committed, IReadOnlyList<long> Planned)
{
    /// <summary>What was paid in all, one for each year.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    public IReadOnlyList<long> Whole { get; } = [.. Years.Select((_, i) => Paid.Aggregate(0L, (all, row) => checked(all + row.Sums[i])))];

    /// <summary>The unit that fits all of them.</summary>
    public MoneyScale Scale => MoneyScale.For(Currency, new[] { Committed, Planned, Whole }.Max(sums => sums.Aggregate(0L, (all, sum) => checked(all + Math.Abs(sum)))));

    /// <summary>Sums the parts by year and source.</summary>
    /// <exception cref="OverflowException">when a sum is out of the range of 64 bits</exception>
    public static YearMoney Of(Currency currency, IEnumerable<(int Year, YearMoneySource Source, YearMoneyKind Kind, long Minor)> parts)
    {
        var all = parts.Where(p => p.Minor != 0).ToList();
        List<int> years = all.Count == 0 ? [] : [.. Enumerable.Range(all.Min(p => p.Year), all.Max(p => p.Year) - all.Min(p => p.Year) + 1)];
        return new(
            currency,
            years,
            [.. from source in all.Where(p => p.Kind is YearMoneyKind.Paid).Select(p => p.Source).Distinct() orderby source.Order select new YearMoneyRow(source, Each(YearMoneyKind.Paid, source))],
            Each(YearMoneyKind.Committed, null),
            Each(YearMoneyKind.Planned, null));

        IReadOnlyList<long> Each(YearMoneyKind kind, YearMoneySource? source)
        {
            var sums = new long[years.Count];
            foreach (var part in all.Where(p => p.Kind == kind && (source is null || p.Source == source)))
            {
                sums[part.Year - years[0]] = checked(sums[part.Year - years[0]] + part.Minor);
            }

            return sums;
        }
    }
}
