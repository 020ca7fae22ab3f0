using Vridlo.Base;

namespace Vridlo.Ui.Tests.Show;

/// <summary>Sums by year: no year and no part is lost, whatever the order, and the columns stand as high as the numbers say.</summary>
public sealed class YearMoneyTests
{
    private static readonly YearMoneySource Region = new("region", "kraj", 0), Private = new("private", "soukromé zdroje", 4);

    [Fact]
    public void Years_between_are_there_and_every_part_is_counted_once()
    {
        (int, YearMoneySource, YearMoneyKind, long)[] parts =
        [
            (2024, Private, YearMoneyKind.Paid, 300), (2021, Region, YearMoneyKind.Paid, 100), (2021, Region, YearMoneyKind.Paid, -40), (2022, Region, YearMoneyKind.Committed, 500),
            (2024, Region, YearMoneyKind.Paid, 1), (2025, Region, YearMoneyKind.Planned, 900), (2025, Private, YearMoneyKind.Planned, 100), (2030, Region, YearMoneyKind.Paid, 0),
        ];
        var (money, turned) = (YearMoney.Of(Currency.Czk, parts), YearMoney.Of(Currency.Czk, parts.Reverse()));
        Assert.Equal([2021, 2022, 2023, 2024, 2025], money.Years);
        Assert.Equal(["region", "private"], money.Paid.Select(r => r.Source.Key));
        Assert.Equal([60, 0, 0, 1, 0], money.Paid[0].Sums);
        Assert.Equal([60, 0, 0, 301, 0], money.Whole);
        Assert.Equal([0, 500, 0, 0, 0], money.Committed);
        Assert.Equal([0, 0, 0, 0, 1000], money.Planned);
        Assert.Equal([money.Whole, money.Planned], [turned.Whole, turned.Planned]);
        Assert.Equal((1, 4), (Region.Slot, Private.Slot));
    }

    [Fact]
    public void Nothing_has_no_years() => Assert.Empty(YearMoney.Of(Currency.Eur, []).Years);

    [Fact]
    public void Sums_beyond_64_bits_are_a_defect() =>
        Assert.Throws<OverflowException>(() => YearMoney.Of(Currency.Czk, [(2026, Region, YearMoneyKind.Paid, long.MaxValue), (2026, Region, YearMoneyKind.Paid, 1)]));

    [Fact]
    public void Parts_stand_upon_one_another_from_zero_up_to_the_sum()
    {
        var money = YearMoney.Of(Currency.Czk, [(2026, Region, YearMoneyKind.Paid, 2_500_000_000), (2026, Private, YearMoneyKind.Paid, 500_000_000), (2027, Region, YearMoneyKind.Planned, 4_000_000_000), (2028, Region, YearMoneyKind.Paid, -7)]);
        var columns = new YearColumns(money);
        var parts = columns.Parts(0).ToList();
        Assert.Equal(YearColumns.Bottom, parts[0].From);
        Assert.Equal(parts[0].To, parts[1].From);
        Assert.Equal(columns.Y(money.Whole[0]), parts[1].To, 6);
        Assert.Equal(YearColumns.Top, columns.Y(money.Planned[1]), 6);
        Assert.Empty(columns.Parts(2));
        Assert.Equal([10, 20, 30, 40], columns.Grid);
        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(columns.Middle(i), YearColumns.Left + columns.Half, YearColumns.Width - columns.Half));
    }
}
