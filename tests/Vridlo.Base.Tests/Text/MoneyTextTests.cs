using CsCheck;

namespace Vridlo.Base.Tests.Text;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(Language.Cs, 125_000_050, Currency.Czk, "1\u00a0250\u00a0000,50\u00a0Kč")]
    [InlineData(Language.Cs, 125_000_000, Currency.Eur, "1\u00a0250\u00a0000\u00a0EUR")]
    [InlineData(Language.En, 125_000_050, Currency.Czk, "CZK\u00a01,250,000.50")]
    [InlineData(Language.De, -125_000_050, Currency.Eur, "−1.250.000,50\u00a0EUR")]
    public void It_is_written_as_the_language_writes_it(Language language, long minor, Currency currency, string expected) =>
        Assert.Equal(expected, MoneyText.Write(new(minor, currency), language));

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Long, Gen.Enum<Currency>(), Gen.Enum<Language>()).Where(g => g.Item1 != long.MinValue).Sample((minor, currency, language) =>
            Assert.Equal(new(minor, currency), MoneyText.Read(MoneyText.Write(new(minor, currency), language), currency, language: language).Value));

    [Theory]
    [InlineData("1.250", Language.De, 125_000)]
    [InlineData("1,250", Language.En, 125_000)]
    [InlineData("0.5", Language.En, 50)]
    [InlineData("1.250,5", Language.En, 125_050)]
    public void A_form_is_read_in_its_own_language_where_a_sign_could_be_either(string text, Language language, long minor) =>
        Assert.Equal(new Money(minor, Currency.Eur), MoneyText.Read(text, Currency.Eur, language: language).Value);

    [Theory]
    [InlineData("1 250 000,50 Kč", 125_000_050)]
    [InlineData("1\u00a0250\u00a0000,50\u00a0Kč", 125_000_050)]
    [InlineData("1\u202f250\u202f000", 125_000_000)]
    [InlineData("1.250.000,50", 125_000_050)]
    [InlineData("1,250,000.50", 125_000_050)]
    [InlineData("1'250'000.50", 125_000_050)]
    [InlineData("1.250.000", 125_000_000)]
    [InlineData("1250000", 125_000_000)]
    [InlineData("12,5 mil. Kč", 1_250_000_000)]
    [InlineData("12.5 mil", 1_250_000_000)]
    [InlineData("0,125 mil. Kč", 12_500_000)]
    [InlineData("1 250,125 tis. Kč", 125_012_500)]
    [InlineData("3 mld. Kč", 300_000_000_000)]
    [InlineData("2 tis.", 200_000)]
    [InlineData("12,5 Mio. CZK", 1_250_000_000)]
    [InlineData("3 Mrd.", 300_000_000_000)]
    [InlineData("2 million", 200_000_000)]
    [InlineData("5 Tsd. CZK", 500_000)]
    [InlineData("CZK 1 250", 125_000)]
    [InlineData("1 250,- Kč", 125_000)]
    [InlineData("1250,–", 125_000)]
    [InlineData("−3 200 Kč", -320_000)]
    [InlineData("- 3200", -320_000)]
    [InlineData("(3 200,50)", -320_050)]
    [InlineData("0", 0)]
    [InlineData("  7 Kc ", 700)]
    public void Offices_write_it_in_many_ways(string text, long expected) => Assert.Equal(new Money(expected, Currency.Czk), Read(text));

    [Fact]
    public void What_the_text_says_itself_goes_before_what_stands_around_it()
    {
        Assert.Equal(Money.Of(1250, Currency.Eur), Read("1 250 EUR"));
        Assert.Equal(Money.Of(1250, Currency.Eur), Read("€ 1 250"));
        Assert.Equal(Money.Of(12_500, Currency.Czk), MoneyText.Read("12,5", Currency.Czk, times: 1000).Value);
        Assert.Equal(Money.Of(12_500_000, Currency.Czk), MoneyText.Read("12,5 mil. Kč", Currency.Czk, times: 1000).Value);
        Assert.All((string[])["1 250 Kč", "1250,-", "5 EUR"], text => Assert.Equal("money.ambiguous", MoneyText.Read(text, Currency.Czk, times: 1000).Problems.Single().Code));
    }

    [Theory]
    [InlineData("1.250", "money.ambiguous")]
    [InlineData("12, 5 mil. Kč", "money.ambiguous")]
    [InlineData("1 250, 50 Kč", "money.ambiguous")]
    [InlineData("100, 200", "money.ambiguous")]
    [InlineData("٣", "money.unreadable")]
    [InlineData("1٣٣", "money.unreadable")]
    [InlineData("2 billion", "money.unreadable")]
    [InlineData("1,250", "money.ambiguous")]
    [InlineData("1 25 000", "money.ambiguous")]
    [InlineData("1,250.000,00", "money.ambiguous")]
    [InlineData("1.250,000.00", "money.ambiguous")]
    [InlineData("12.50.000", "money.ambiguous")]
    [InlineData("1,005 Kč", "money.ambiguous")]
    [InlineData("0,005", "money.too-fine")]
    [InlineData("1,0001", "money.too-fine")]
    [InlineData("92 233 720 368 547 758,08", "money.too-large")]
    [InlineData("99999999999 mld. Kč", "money.too-large")]
    [InlineData("", "money.unreadable")]
    [InlineData("Kč", "money.unreadable")]
    [InlineData("asi 3 mil. Kč", "money.unreadable")]
    [InlineData("3-5 mil. Kč", "money.unreadable")]
    [InlineData("=1+2", "money.unreadable")]
    [InlineData("1e6", "money.unreadable")]
    [InlineData("(3 200", "money.unreadable")]
    [InlineData("EUR 5 Kč", "money.unreadable")]
    [InlineData("1 USD", "money.unreadable")]
    public void What_could_be_two_things_or_none_is_not_guessed(string text, string code) =>
        Assert.Equal(code, Assert.Single(MoneyText.Read(text, Currency.Czk).Problems).Code);

    [Fact]
    public void The_largest_sum_is_still_a_sum() => Assert.Equal(long.MaxValue, Read("92 233 720 368 547 758,07").Minor);

    [Fact]
    public void Whatever_is_typed_is_read_or_refused() =>
        Gen.String[Gen.Char["0123456789٣७ .,'-−()kcKčmiltsEUR€"], 0, 120].Sample(text => Assert.True(MoneyText.Read(text, Currency.Czk) is { Ok: true } or { Problems.Count: 1 }));

    private static Money Read(string text)
    {
        var read = MoneyText.Read(text, Currency.Czk);
        Assert.True(read.Ok, string.Join(", ", read.Problems.Select(p => p.Code)));
        return read.Value;
    }
}
