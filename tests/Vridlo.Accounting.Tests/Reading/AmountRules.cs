using System.Globalization;
using CsCheck;
using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Tests.Reading;

public sealed class AmountRules
{
    [Fact]
    public void What_is_written_is_read_back_in_every_way_it_can_be_written() => Gen.Select(Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Enum<DecimalSign>(), Gen.Bool, Gen.Bool).Sample((minor, sign, groups, behind) =>
    {
        var culture = new NumberFormatInfo { NumberDecimalSeparator = sign is DecimalSign.Comma ? "," : ".", NumberGroupSeparator = groups ? "\u00a0" : "", NegativeSign = "-" };
        var plain = (Math.Abs(minor) * 0.01m).ToString("N2", culture);
        var text = minor >= 0 ? plain : behind ? plain + "-" : "-" + plain;
        Assert.Equal(minor, AmountText.Read(text, sign).Value);
        Assert.Equal(groups && plain.Contains('\u00a0', StringComparison.Ordinal), !AmountText.Read(text, null).Ok);
    });

    [Theory]
    [InlineData("1.234", DecimalSign.Comma, 123_400)]
    [InlineData("1,234", DecimalSign.Point, 123_400)]
    [InlineData("1,234", null, null)]
    [InlineData("1 234,5", DecimalSign.Comma, 123_450)]
    [InlineData("1 23,5", DecimalSign.Comma, null)]
    [InlineData("-5-", null, null)]
    [InlineData("0.10000", null, 10)]
    [InlineData("1e5", null, null)]
    [InlineData("٣", null, null)]
    [InlineData("=1+1", null, null)]
    [InlineData("100000000000", null, 10_000_000_000_000)]
    [InlineData("100000000000.01", null, null)]
    public void What_could_mean_two_things_is_refused(string text, object? sign, object? minor)
    {
        var read = AmountText.Read(text, (DecimalSign?)sign);
        Assert.Equal(minor is null ? (long?)null : Convert.ToInt64(minor, CultureInfo.InvariantCulture), read.Ok ? read.Value : (long?)null);
    }
}
