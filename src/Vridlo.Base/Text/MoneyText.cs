using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Vridlo.Base;

/// <summary>Writes sums of money for readers, and reads what offices write in forms and spreadsheets.</summary>
public static partial class MoneyText
{
    /// <summary>1 250 000,50 Kč in Czech, CZK 1,250,000.50 in English, 1.250.000,50 CZK in German; haléře and cents only where there are any.</summary>
    public static string Write(Money sum, Language language)
    {
        var number = NumberText.Write((decimal)sum.Minor / Money.MinorInOne, sum.Minor % Money.MinorInOne == 0 ? 0 : 2, language);
        return (sum.Currency, language) switch
        {
            (Currency.Czk, Language.Cs) => $"{number}{Typography.NoBreakSpace}Kč",
            (_, Language.En) => $"{Code(sum.Currency)}{Typography.NoBreakSpace}{number}",
            _ => $"{number}{Typography.NoBreakSpace}{Code(sum.Currency)}",
        };
    }

    /// <summary>The code of ISO 4217: <c>CZK</c>, <c>EUR</c>.</summary>
    public static string Code(Currency currency) => currency.ToString().ToUpperInvariant();

    /// <summary>
    /// Reads a sum: 1 250 000,50 Kč · 1.250.000,50 · 1,250,000.50 · 12,5 mil. Kč · 1250,- · (3 200) · −3 200. A comma and a point stand for
    /// what they can only stand for; where they could be either (1.250, which is a thousand in one country and one in another) it is not guessed.
    /// </summary>
    /// <param name="text">what was written</param>
    /// <param name="currency">the currency where none is written</param>
    /// <param name="times">
    /// what a bare number is multiplied by, such as 1000 below a head that says <c>tis. Kč</c>; a number with <c>mil.</c> says it itself, and one
    /// with a currency and nothing else may mean either
    /// </param>
    /// <param name="language">the language of the form it was written in, whose own way of writing goes where a sign could be either; null where it is not known</param>
    /// <returns>the sum, or why it cannot be read: <c>money.unreadable</c>, <c>money.ambiguous</c>, <c>money.too-fine</c>, <c>money.too-large</c></returns>
    public static Result<Money> Read(string text, Currency currency, long times = 1, Language? language = null)
    {
        if (text.Length > 100 || Form().Match(Folding.Fold(text)) is not { Success: true } found || found.Groups["currency"].Captures.Count > 1)
        {
            return Problem.Invalid("money.unreadable", null, text.Length > 100 ? text[..100] : text);
        }

        var number = found.Groups["number"].Value;
        var (own, named) = (found.Groups["times"], found.Groups["currency"].Success || found.Groups["whole"].Success);
        if (Decimals(number, language) is not { } decimals || (times != 1 && named && !own.Success))
        {
            return Problem.Invalid("money.ambiguous", null, text);
        }

        var digits = BigInteger.Parse(string.Concat(number.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        var minor = BigInteger.DivRem(digits * (own.Success ? Multiplier(own.Value) : times) * Money.MinorInOne, BigInteger.Pow(10, decimals), out var rest);
        if (!rest.IsZero)
        {
            return Problem.Invalid("money.too-fine", null, text);
        }

        if (minor > long.MaxValue)
        {
            return Problem.Invalid("money.too-large", null, text);
        }

        var written = found.Groups["currency"].Value is { Length: > 0 } mark ? (mark is "eur" or "€" ? Currency.Eur : Currency.Czk) : currency;
        return new Money((long)(found.Groups["minus"].Success || found.Groups["bracket"].Success ? -minor : minor), written);
    }

    private static long Multiplier(string word) => word[..2] switch { "ti" or "ts" or "th" => 1_000, _ => word[..3] is "mld" or "mrd" || word.StartsWith("miliard", StringComparison.Ordinal) || word.StartsWith("milliard", StringComparison.Ordinal) ? 1_000_000_000 : 1_000_000 };

    /// <summary>How many digits of a number stand behind its decimal sign; null when that cannot be known.</summary>
    private static int? Decimals(string number, Language? language)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return Grouped(number) ? 0 : null;
        }

        var (sign, before, behind) = (number[last], number[..last], number.Length - last - 1);
        var other = sign == '.' ? ',' : '.';
        if (before.Contains(sign, StringComparison.Ordinal))
        {
            // It comes more than once, so it parts groups; a decimal sign before it would be a second one.
            return !before.Contains(other, StringComparison.Ordinal) && Grouped(number) ? 0 : null;
        }

        if (!Grouped(before) || number.AsSpan(last + 1).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        // Alone before three digits it may be either, unless the groups before it are parted by something else or there are none.
        var surely = behind != 3 || before.Any(c => !char.IsAsciiDigit(c)) || before is "0" || before.Length > 3;
        return surely ? behind : (language, sign) switch { (Language.En, ',') or (Language.De, '.') => 0, (Language.En, '.') or (Language.De or Language.Cs, ',') => behind, _ => null };
    }

    /// <summary>Whether digits stand in groups of three with one and the same sign between them, or in none.</summary>
    private static bool Grouped(string number) => Groups().IsMatch(number);

    [GeneratedRegex(@"^[0-9]+$|^[0-9]{1,3}(?<sign>[ .,'])[0-9]{3}(?:\k<sign>[0-9]{3})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();

    // Folded text: lower case, without diacritics, single ordinary spaces, so "Kč" is "kc" and a no-break space a space.
    [GeneratedRegex(
        @"^(?:(?<currency>kc|czk|eur|€) ?)?(?<bracket>\()?(?<minus>[-−–] ?)?(?<number>[0-9][0-9 .,']*?)"
        + @"(?:(?<whole>,(?:-|–|—))|(?: ?(?<times>tis|tisic|tsd|tausend|thousand|mil|milion|milionu|miliony|mio|million|millionen|mld|miliarda|miliard|miliardy|mrd|milliarde|milliarden)\.?))?"
        + @"(?(bracket)\))(?: ?(?<currency>kc|czk|eur|€))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
