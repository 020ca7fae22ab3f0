using System.Globalization;

namespace Vridlo.Base;

/// <summary>Writes numbers for readers: 1 860 in Czech, 1,860 in English, 1.860 in German; minus as −.</summary>
public static class NumberText
{
    private static readonly NumberFormatInfo[] Formats = [Format(",", "\u00a0"), Format(".", ","), Format(",", ".")];

    /// <summary>The number formats of the language; groups of three, real minus sign.</summary>
    public static NumberFormatInfo For(Language language) => Formats[(int)language];

    /// <summary>A whole number.</summary>
    public static string Write(long number, Language language) => number.ToString("N0", For(language));

    /// <summary>A number with exactly this many decimals, rounded half away from zero.</summary>
    public static string Write(decimal number, int decimals, Language language) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), For(language));

    /// <summary>A share of one (0.51) as per cent: 51 % in Czech and German, 51% in English.</summary>
    public static string Percent(decimal share, Language language, int decimals = 0) =>
        Write(share * 100, decimals, language) + (language is Language.En ? "%" : "\u00a0%");

    private static NumberFormatInfo Format(string point, string group) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = point,
        NumberGroupSeparator = group,
        NumberGroupSizes = [3],
        NegativeSign = "−",
        NumberNegativePattern = 1,
    });
}
