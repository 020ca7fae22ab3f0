using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace Vridlo.Base.Tests;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-12-23", "2026-12-23")]
    [InlineData("2026-12-20", "2026-12-21")]
    [InlineData("2026-12-19", "2026-12-21")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2027-12-24", "2027-12-27")]
    [InlineData("2027-01-01", "2027-01-04")]
    [InlineData("2028-05-01", "2028-05-02")]
    [InlineData("2026-05-08", "2026-05-11")]
    [InlineData("2027-07-05", "2027-07-07")]
    [InlineData("2026-09-28", "2026-09-29")]
    [InlineData("2026-10-28", "2026-10-29")]
    [InlineData("2026-11-17", "2026-11-18")]
    public void A_day_of_rest_gives_way_to_the_next_working_day(string day, string next) => Assert.Equal(Day(next), Day(day).NextWorkingDay());

    /// <summary>From Good Friday to Easter Monday nobody works; on the Thursday before and the Tuesday after they do.</summary>
    [Theory]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2016-03-27")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void Easter_moves_from_year_to_year(string sunday)
    {
        var easter = Day(sunday);
        Assert.Equal(easter.PlusDays(-3), easter.PlusDays(-3).NextWorkingDay());
        Assert.All(Enumerable.Range(-2, 4), after => Assert.Equal(easter.PlusDays(2), easter.PlusDays(after).NextWorkingDay()));
        Assert.Equal(easter.PlusDays(2), easter.PlusDays(2).NextWorkingDay());
    }

    [Fact]
    public void It_is_never_before_nor_far_after_and_stays_what_it_is() => Gen.Int[0, 80_000].Sample(days =>
    {
        var day = new LocalDate(1990, 1, 1).PlusDays(days);
        var next = day.NextWorkingDay();
        Assert.InRange(next, day, day.PlusDays(5));
        Assert.Equal(next, next.NextWorkingDay());
        Assert.False(next.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
    });

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
