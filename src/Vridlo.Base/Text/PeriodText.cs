using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vridlo.Base;

/// <summary>Reads when something is to be, as offices write it: to the day, the month, the quarter, the season, the year, or from one to another.</summary>
public static partial class PeriodText
{
    /// <summary>Years a plan can be about; another one is a slip of the pen (20226, 202).</summary>
    private const int FirstYear = 1990, LastYear = 2100;

    /// <summary>Months by the beginnings of their names in Czech, English and German, folded; the longer one goes first.</summary>
    private static readonly (string Begins, int Month)[] Names =
    [
        ("led", 1), ("jan", 1), ("uno", 2), ("feb", 2), ("bre", 3), ("mar", 3), ("dub", 4), ("apr", 4), ("kve", 5), ("may", 5), ("mai", 5),
        ("cervenec", 7), ("cervence", 7), ("cer", 6), ("jun", 6), ("jul", 7), ("srp", 8), ("aug", 8), ("zar", 9), ("sep", 9),
        ("rij", 10), ("oct", 10), ("okt", 10), ("lis", 11), ("nov", 11), ("pro", 12), ("dec", 12), ("dez", 12),
    ];

    /// <summary>
    /// Reads a period: 1. 3. 2027 · 2027-03-01 · 3/2027 · březen 2027 · 3Q/2027 · III. čtvrtletí 2027 · 2. pololetí 2026 · jaro 2026 · 2027 ·
    /// 2026–2028 · 3/2026 - 12/2027. Seasons are those of the meteorologists (spring is March to May); winter begins in December of its year.
    /// </summary>
    /// <returns>the period, or why it is none: <c>period.unreadable</c>, <c>period.year</c>, <c>period.backwards</c></returns>
    public static Result<Period> Read(string text)
    {
        var folded = text.Length > 60 ? "" : Folding.Fold(text).Replace('–', '-').Replace('—', '-');
        if (One(folded) is { } one)
        {
            return Within(one, text);
        }

        // Of "2026-2028" and "3/2026 - 12/2027" each side is read by itself; a date of ISO 8601 has been read already.
        foreach (var dash in folded.Index().Where(c => c.Item == '-').Select(c => c.Index))
        {
            if (One(folded[..dash].Trim()) is { } from && One(folded[(dash + 1)..].Trim()) is { } to)
            {
                return to.Last < from.First ? Problem.Invalid("period.backwards", null, text) : Within(new(from.First, to.Last), text);
            }
        }

        return AnyYear().Match(folded) is { Success: true } year && int.Parse(year.Value, CultureInfo.InvariantCulture) is < FirstYear or > LastYear
            ? Problem.Invalid("period.year", null, year.Value, FirstYear, LastYear)
            : Problem.Invalid("period.unreadable", null, text.Length > 60 ? text[..60] : text);
    }

    private static Result<Period> Within(Period period, string text) =>
        period.First.Year >= FirstYear && period.Last.Year <= LastYear ? period : Problem.Invalid("period.year", null, text, FirstYear, LastYear);

    private static Period? One(string text)
    {
        if (Day().Match(text) is { Success: true } day)
        {
            return Number(day, "m") is >= 1 and <= 12 and var m && Number(day, "y") is var y and >= 1 and <= 9999 && Number(day, "d") is var d && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
                ? new Period(new(y, m, d), new(y, m, d)) : null;
        }

        return Part().Match(text) is { Success: true } part && Number(part, "y") is var year and >= 1 and <= 9999 ? PartOf(part, year) : null;
    }

    private static Period? PartOf(Match part, int year) => part switch
    {
        _ when part.Groups["quarter"] is { Success: true } quarter => Period.Months(year, (3 * Roman(quarter.Value)) - 2, 3),
        _ when part.Groups["half"] is { Success: true } half => Period.Months(year, (6 * Roman(half.Value)) - 5, 6),
        _ when part.Groups["month"] is { Success: true } month => Number(part, "month") is >= 1 and <= 12 and var m ? Period.Months(year, m, 1) : null,
        _ when part.Groups["season"] is { Success: true } season => Period.Months(year, Season(season.Value), 3),
        _ when part.Groups["name"] is { Success: true } name => Names.FirstOrDefault(n => name.Value.StartsWith(n.Begins, StringComparison.Ordinal)) is { Month: > 0 } found ? Period.Months(year, found.Month, 1) : null,
        _ => Period.Months(year, 1, 12),
    };

    private static int Season(string word) => word[..2] switch { "ja" or "sp" or "fr" => 3, "le" or "su" or "so" => 6, "po" or "au" or "he" => 9, _ => 12 };

    private static int Roman(string number) => number switch { "i" => 1, "ii" => 2, "iii" => 3, "iv" => 4, _ => number[0] - '0' };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})|(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})|(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?:(?:(?<quarter>[1-4]|i{1,3}|iv)\.? ?(?:q|ctvrtleti|kvartal|quartal|quarter)|(?:q ?|quartal |quarter )(?<quarter>[1-4])|(?<half>[12]|i{1,2})\.? ?(?:pololeti|pol\.|h|half|halbjahr)|(?:h ?)(?<half>[12])"
        + @"|(?<season>jaro|jara|leto|leta|podzim|podzimu|zima|zimy|spring|summer|autumn|winter|fruhling|fruhjahr|sommer|herbst)|(?<month>\d{1,2})(?=[./ ])|(?<name>[a-z]{3,10})\.?)[ ./]{0,3})?(?:roku |r\. ?)?(?<y>\d{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\d{3,9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
