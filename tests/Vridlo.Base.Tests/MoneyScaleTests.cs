namespace Vridlo.Base.Tests;

/// <summary>The unit of a table fits its largest sum, and nothing that is there is written as nothing.</summary>
public sealed class MoneyScaleTests
{
    [Theory]
    [InlineData(9_999_99, 1, "9 999")]
    [InlineData(10_000_00, 1_000, "10")]
    [InlineData(9_999_999_00, 1_000, "10 000")]
    [InlineData(10_000_000_00, 1_000_000, "10,0")]
    [InlineData(1_234_567_890_12, 1_000_000, "1 234,6")]
    public void Unit_follows_the_largest_sum(long largest, long crowns, string written)
    {
        var scale = MoneyScale.For(Currency.Czk, largest);
        Assert.Equal(crowns * Money.MinorInOne, scale.Whole);
        Assert.Equal(written, scale.Write(largest - (largest % 100), Language.Cs).Replace('\u00a0', ' '));
    }

    [Fact]
    public void What_is_less_than_the_least_is_not_nothing()
    {
        var millions = MoneyScale.For(Currency.Czk, 50_000_000_00);
        Assert.Equal("–", millions.Write(0, Language.Cs));
        Assert.Equal("< 0,1", millions.Write(49_999_99, Language.Cs));
        Assert.Equal("> −0,1", millions.Write(-1, Language.Cs));
        Assert.Equal("0,1", millions.Write(50_000_00, Language.Cs));
        Assert.Equal("−1.3", millions.Write(-1_250_000_00, Language.En));
    }
}
