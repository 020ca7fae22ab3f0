using CsCheck;

namespace Vridlo.Base.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<Money> Any = Gen.Select(Gen.Long, Gen.Enum<Currency>(), (minor, currency) => new Money(minor, currency));

    [Fact]
    public void Parts_sum_to_the_whole_and_none_is_a_unit_off_its_share() =>
        Gen.Select(Any, Gen.Long[0, 10_000].Array[1, 40].Where(w => w.Sum() > 0)).Sample((whole, weights) =>
        {
            var parts = whole.Split(weights);
            Assert.Equal((Int128)whole.Minor, parts.Aggregate(Int128.Zero, (sum, p) => sum + p.Minor));
            Assert.All(parts.Zip(weights), p =>
            {
                var exact = (Int128)whole.Minor * p.Second;
                Assert.True(Int128.Abs(((Int128)p.First.Minor * weights.Sum()) - exact) < weights.Sum());
                Assert.True(p.Second > 0 || p.First.Minor == 0);
            });
        });

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainder_and_of_equal_ones_to_the_first()
    {
        Assert.Equal([34, 33, 33], Money.Of(1, Currency.Czk).Split([1, 1, 1]).Select(p => p.Minor));
        Assert.Equal([16, 17, 67], new Money(100, Currency.Czk).Split([1640, 1700, 6660]).Select(p => p.Minor));
        Assert.Equal([-34, -33, -33], new Money(-100, Currency.Eur).Split([1, 1, 1]).Select(p => p.Minor));
    }

    [Fact]
    public void Nothing_is_split_by_nothing_or_less() =>
        Assert.All((long[][])[[], [0, 0], [1, -1, 5]], weights => Assert.Throws<ArgumentException>(() => new Money(5, Currency.Czk).Split(weights)));

    [Fact]
    public void Adding_and_reversing_leaves_nothing_in_any_order() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Array[0, 30].Sample(minors =>
        {
            var entries = minors.Select(m => new Money(m, Currency.Czk)).ToList();
            var reversed = entries.Select(e => -e).Reverse();
            Assert.Equal(Money.Zero(Currency.Czk), Money.Sum(entries.Concat(reversed), Currency.Czk));
            Assert.Equal(Money.Sum(entries, Currency.Czk), Money.Sum(entries.OrderBy(e => e), Currency.Czk));
        });

    [Fact]
    public void Sixty_four_bits_are_never_left_silently()
    {
        var most = new Money(long.MaxValue, Currency.Czk);
        Assert.Throws<OverflowException>(() => most + new Money(1, Currency.Czk));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue, Currency.Czk));
        Assert.Throws<OverflowException>(() => Money.Of(long.MaxValue / 99, Currency.Czk));
        Assert.Equal(long.MinValue, new Money(long.MinValue, Currency.Czk).Split([1]).Single().Minor);
    }

    [Fact]
    public void Currencies_are_kept_apart()
    {
        var (crown, euro) = (Money.Of(1, Currency.Czk), Money.Of(1, Currency.Eur));
        Assert.Throws<InvalidOperationException>(() => crown + euro);
        Assert.Throws<InvalidOperationException>(() => crown - euro);
        Assert.Throws<InvalidOperationException>(() => crown < euro);
    }
}
