using CsCheck;
using NodaTime;

namespace Vridlo.Base.Tests.Text;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("1. 3. 2027", "2027-03-01", "2027-03-01")]
    [InlineData("01.03.2027", "2027-03-01", "2027-03-01")]
    [InlineData("2027-03-01", "2027-03-01", "2027-03-01")]
    [InlineData("29. 2. 2028", "2028-02-29", "2028-02-29")]
    [InlineData("3/2027", "2027-03-01", "2027-03-31")]
    [InlineData("03.2027", "2027-03-01", "2027-03-31")]
    [InlineData("březen 2027", "2027-03-01", "2027-03-31")]
    [InlineData("červen 2027", "2027-06-01", "2027-06-30")]
    [InlineData("Července 2027", "2027-07-01", "2027-07-31")]
    [InlineData("v červenci 2027", "2027-07-01", "2027-07-31")]
    [InlineData("lis. 2027", "2027-11-01", "2027-11-30")]
    [InlineData("March 2027", "2027-03-01", "2027-03-31")]
    [InlineData("März 2027", "2027-03-01", "2027-03-31")]
    [InlineData("3Q/2027", "2027-07-01", "2027-09-30")]
    [InlineData("Q3 2027", "2027-07-01", "2027-09-30")]
    [InlineData("3. čtvrtletí 2027", "2027-07-01", "2027-09-30")]
    [InlineData("IV. čtvrtletí 2027", "2027-10-01", "2027-12-31")]
    [InlineData("2. pololetí 2026", "2026-07-01", "2026-12-31")]
    [InlineData("1H 2026", "2026-01-01", "2026-06-30")]
    [InlineData("jaro 2026", "2026-03-01", "2026-05-31")]
    [InlineData("léto 2026", "2026-06-01", "2026-08-31")]
    [InlineData("podzim roku 2026", "2026-09-01", "2026-11-30")]
    [InlineData("zima 2026", "2026-12-01", "2027-02-28")]
    [InlineData("2027", "2027-01-01", "2027-12-31")]
    [InlineData("2026-2028", "2026-01-01", "2028-12-31")]
    [InlineData("2026 – 2028", "2026-01-01", "2028-12-31")]
    [InlineData("3/2026 - 12/2027", "2026-03-01", "2027-12-31")]
    [InlineData("jaro 2026–3Q/2027", "2026-03-01", "2027-09-30")]
    [InlineData("1. 3. 2027 - 30. 6. 2027", "2027-03-01", "2027-06-30")]
    public void Offices_write_it_in_many_ways(string text, string first, string last)
    {
        var read = PeriodText.Read(text);
        Assert.Equal((first, last), read.Ok ? (DateText.Iso(read.Value.First), DateText.Iso(read.Value.Last)) : (null, null));
    }

    [Theory]
    [InlineData("20226", "period.year")]
    [InlineData("3Q/20226", "period.year")]
    [InlineData("1. 3. 0202", "period.year")]
    [InlineData("1850", "period.year")]
    [InlineData("9999", "period.year")]
    [InlineData("12/9999", "period.year")]
    [InlineData("zima 9999", "period.year")]
    [InlineData("2027–9999", "period.year")]
    [InlineData("zima 2100", "period.year")]
    [InlineData("2028-2026", "period.backwards")]
    [InlineData("", "period.unreadable")]
    [InlineData("brzy", "period.unreadable")]
    [InlineData("31. 2. 2027", "period.unreadable")]
    [InlineData("13/2027", "period.unreadable")]
    [InlineData("5Q/2027", "period.unreadable")]
    [InlineData("3. pololetí 2027", "period.unreadable")]
    [InlineData("xyz 2027", "period.unreadable")]
    [InlineData("po roce 2027", "period.unreadable")]
    [InlineData("projekt 2027", "period.unreadable")]
    [InlineData("pro 2027", "period.unreadable")]
    [InlineData("Břeclav 2027", "period.unreadable")]
    [InlineData("٢٠٢٧", "period.unreadable")]
    public void What_is_no_period_is_refused_with_the_reason(string text, string code) =>
        Assert.Equal(code, Assert.Single(PeriodText.Read(text).Problems).Code);

    [Fact]
    public void A_day_is_read_as_it_is_written_in_Czech_and_to_machines() =>
        Gen.Int[0, 40_000].Select(d => new LocalDate(1990, 1, 1).PlusDays(d)).Where(d => d.Year <= 2099).Sample(day =>
        {
            Assert.Equal(new(day, day), PeriodText.Read(DateText.Write(day, Language.Cs)).Value);
            Assert.Equal(new(day, day), PeriodText.Read(DateText.Iso(day)).Value);
        });

    [Fact]
    public void Whatever_is_typed_is_read_forwards_or_refused() =>
        Gen.String[Gen.Char["0123456789٣ ./-–QqIVčtvrlejaropdzimH"], 0, 70].Sample(text =>
            Assert.True(PeriodText.Read(text) is { Ok: true } read ? read.Value.First <= read.Value.Last : PeriodText.Read(text).Problems.Count == 1));
}
