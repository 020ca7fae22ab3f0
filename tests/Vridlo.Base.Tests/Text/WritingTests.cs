using System.Globalization;
using CsCheck;
using NodaTime;

namespace Vridlo.Base.Tests.Text;

public sealed class WritingTests
{
    private static readonly LocalDate Day = new(2026, 11, 3);

    [Theory]
    [InlineData(Language.Cs, "3.\u00a011.\u00a02026")]
    [InlineData(Language.En, "3\u00a0November 2026")]
    [InlineData(Language.De, "3.\u00a0November 2026")]
    public void A_date_is_written_as_the_language_writes_it(Language language, string expected) =>
        Assert.Equal(expected, DateText.Write(Day, language));

    [Fact]
    public void A_moment_is_shown_in_Prague_winter_and_summer()
    {
        Assert.Equal("23.\u00a011.\u00a02026 8:05", DateText.Write(Instant.FromUtc(2026, 11, 23, 7, 5), Language.Cs));
        Assert.Equal("1\u00a0July 2026 01:30", DateText.Write(Instant.FromUtc(2026, 6, 30, 23, 30), Language.En));
    }

    [Fact]
    public void Machine_dates_do_not_mind_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("2026-11-03", DateText.Iso(Day));
            Assert.Equal("2026-11-23T07:05:00Z", DateText.Iso(Instant.FromUtc(2026, 11, 23, 7, 5)));
            Assert.Equal("1\u00a0860", NumberText.Write(1860, Language.Cs));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(Language.Cs, "−1\u00a0234\u00a0567")]
    [InlineData(Language.En, "−1,234,567")]
    [InlineData(Language.De, "−1.234.567")]
    public void Groups_and_the_minus_sign_follow_the_language(Language language, string expected) =>
        Assert.Equal(expected, NumberText.Write(-1234567L, language));

    [Fact]
    public void Halves_round_away_from_zero_and_per_cent_carries_its_space()
    {
        Assert.Equal("2,5", NumberText.Write(2.45m, 1, Language.Cs));
        Assert.Equal("51\u00a0%", NumberText.Percent(0.505m, Language.Cs));
        Assert.Equal("51%", NumberText.Percent(0.505m, Language.En));
    }

    [Fact]
    public void Any_whole_number_can_be_read_back() => Gen.Select(Gen.Long, Gen.Enum<Language>()).Sample((number, language) =>
        long.Parse(NumberText.Write(number, language), NumberStyles.Number, NumberText.For(language)) == number);
}
