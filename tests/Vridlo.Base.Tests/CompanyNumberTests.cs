using CsCheck;

namespace Vridlo.Base.Tests;

public sealed class CompanyNumberTests
{
    /// <summary>Karlovarský kraj, its town, the Czech Statistical Office, the ministries of finance and of regional development.</summary>
    [Theory]
    [InlineData("70891168", "70891168")]
    [InlineData("708 91 168", "70891168")]
    [InlineData("00254657", "00254657")]
    [InlineData("254657", "00254657")]
    [InlineData("00025593", "00025593")]
    [InlineData("6947", "00006947")]
    [InlineData("66002222", "66002222")]
    public void Offices_have_such_numbers(string text, string digits) => Assert.Equal(digits, CompanyNumber.Read(text).Value.Digits);

    [Theory]
    [InlineData("70891169", "company-number.digit")]
    [InlineData("70981168", "company-number.digit")]
    [InlineData("", "company-number.form")]
    [InlineData("00000000", "company-number.form")]
    [InlineData("123456789", "company-number.form")]
    [InlineData("CZ70891168", "company-number.form")]
    [InlineData("7089116８", "company-number.form")]
    [InlineData("7.0891168E+07", "company-number.form")]
    public void Others_are_refused(string text, string code) => Assert.Equal(code, Assert.Single(CompanyNumber.Read(text).Problems).Code);

    /// <summary>What the check digit is for: a digit that was written wrongly (but where its remainder is 10 or 0, which share a digit).</summary>
    [Fact]
    public void One_wrong_digit_is_nearly_always_found()
    {
        var (found, all) = (0, 0);
        for (var place = 0; place < 8; place++)
        {
            foreach (var digit in "0123456789".Where(d => d != "70891168"[place]))
            {
                all++;
                found += CompanyNumber.Read(string.Concat("70891168".AsSpan(0, place), [digit], "70891168".AsSpan(place + 1))).Ok ? 0 : 1;
            }
        }

        Assert.True(found >= all * 0.9, $"{found} of {all}");
    }

    [Fact]
    public void Of_ten_numbers_that_differ_in_the_last_digit_one_is_right() =>
        Gen.Int[1, 9_999_999].Sample(seven => Assert.Single(Enumerable.Range(0, 10), last => CompanyNumber.Read($"{seven:D7}{last}").Ok));
}
