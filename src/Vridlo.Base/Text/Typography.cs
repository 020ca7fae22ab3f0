using System.Text.RegularExpressions;

namespace Vridlo.Base;

/// <summary>Sets text as a printer would: what must not be torn apart at a line end is joined by a no-break space.</summary>
public static partial class Typography
{
    /// <summary>The no-break space, U+00A0.</summary>
    public const char NoBreakSpace = '\u00a0';

    /// <summary>
    /// In Czech joins one-letter prepositions and conjunctions to the next word (ČSN 01 6910), and in every language a number
    /// to its unit, to the following three digits and to the parts of a date. Changes nothing but spaces.
    /// </summary>
    public static string Set(string text, Language language)
    {
        var set = NumberAndNext().Replace(text, "\u00a0");
        return language is Language.Cs ? CzechOneLetter().Replace(set, "\u00a0") : set;
    }

    [GeneratedRegex(@"(?<=(?:^|[\s\u00a0(\[„‚«»""–])[kosuvzaiKOSUVZAI]) (?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex CzechOneLetter();

    // After a digit: a unit, a percent sign, a currency, the next group of digits; after "3." the month of a date; after § and č. a number.
    [GeneratedRegex(@"(?<=\d) (?=(?:%|‰|Kč|EUR|€|mil\.|mld\.|tis\.|km|m²|m³|m\b|ha\b|kWh|MWh|GWh|t\b|°C|\d{3}(?!\d)))|(?<=\d\.) (?=\d)|(?<=§|\bč\.|\bs\.|\bNo\.|\bNr\.) (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndNext();
}
