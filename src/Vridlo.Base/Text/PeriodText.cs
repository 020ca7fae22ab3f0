using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vridlo.Base;

/// <summary>Reads when something is to be, as offices write it: to the day, the month, the quarter, the season, the year, or from one to another.</summary>
public static partial class PeriodText
{
    /// <summary>Years a plan can be about; another one is a slip of the pen (20226, 202).</summary>
    private const int FirstYear = 1990, LastYear = 2100;

    /// <summary>Names of the months in Czech (as they stand alone, after a day, after "v"), English and German, and their abbreviations; folded.</summary>
    private static readonly FrozenDictionary<string, int> Names = new[]
    {
        "leden ledna lednu led january januar jan", "unor unora unoru uno february februar feb", "brezen brezna breznu bre march marz mar",
        "duben dubna dubnu dub april apr", "kveten kvetna kvetnu kve may mai", "cerven cervna cervnu june juni jun",
        "cervenec cervence cervenci july juli jul", "srpen srpna srpnu srp august aug", "zari september sept sep",
        "rijen rijna rijnu rij october oktober oct okt", "listopad listopadu lis november nov", "prosinec prosince prosinci december dezember dec dez",
    }.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).ToFrozenDictionary(n => n.n, n => n.Item2, StringComparer.Ordinal);

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

        return AnyYear().Matches(folded).FirstOrDefault(y => !IsYear(int.Parse(y.Value, CultureInfo.InvariantCulture))) is { } year
            ? Problem.Invalid("period.year", null, year.Value, $"{FirstYear}", $"{LastYear}")
            : Problem.Invalid("period.unreadable", null, text.Length > 60 ? text[..60] : text);
    }

    private static Result<Period> Within(Period period, string text) =>
        IsYear(period.First.Year) && IsYear(period.Last.Year) ? period : Problem.Invalid("period.year", null, text, $"{FirstYear}", $"{LastYear}");

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static Period? One(string text)
    {
        if (Day().Match(text) is { Success: true } day)
        {
            return Number(day, "m") is >= 1 and <= 12 and var m && Number(day, "y") is var y && IsYear(y) && Number(day, "d") is var d && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
                ? new Period(new(y, m, d), new(y, m, d)) : null;
        }

        return Part().Match(text) is { Success: true } part && Number(part, "y") is var year && IsYear(year) ? PartOf(part, year) : null;
    }

    private static Period? PartOf(Match part, int year) => part switch
    {
        _ when part.Groups["quarter"] is { Success: true } quarter => Period.Months(year, (3 * Roman(quarter.Value)) - 2, 3),
        _ when part.Groups["half"] is { Success: true } half => Period.Months(year, (6 * Roman(half.Value)) - 5, 6),
        _ when part.Groups["month"] is { Success: true } month => Number(part, "month") is >= 1 and <= 12 and var m ? Period.Months(year, m, 1) : null,
        _ when part.Groups["season"] is { Success: true } season => Period.Months(year, Season(season.Value), 3),
        _ when part.Groups["name"] is { Success: true } name => Names.TryGetValue(name.Value, out var named) ? Period.Months(year, named, 1) : null,
        _ => Period.Months(year, 1, 12),
    };

    private static int Season(string word) => word[..2] switch { "ja" or "sp" or "fr" => 3, "le" or "su" or "so" => 6, "po" or "au" or "he" => 9, _ => 12 };

    private static int Roman(string number) => number switch { "i" => 1, "ii" => 2, "iii" => 3, "iv" => 4, _ => number[0] - '0' };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<d>[0-9]{1,2})\. ?(?<m>[0-9]{1,2})\. ?(?<y>[0-9]{4})|(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<d>[0-9]{1,2})/(?<m>[0-9]{1,2})/(?<y>[0-9]{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?:ve? |in |im )?(?:(?:(?<quarter>[1-4]|i{1,3}|iv)\.? ?(?:q|ctvrtleti|kvartal|quartal|quarter)|(?:q ?|quartal |quarter )(?<quarter>[1-4])|(?<half>[12]|i{1,2})\.? ?(?:pololeti|pol\.|h|half|halbjahr)|(?:h ?)(?<half>[12])"
        + @"|(?<season>jaro|jara|leto|leta|podzim|podzimu|zima|zimy|spring|summer|autumn|winter|fruhling|fruhjahr|sommer|herbst)|(?<month>[0-9]{1,2})(?=[./ ])|(?<name>[a-z]{3,10})\.?)[ ./]{0,3})?(?:roku |r\. ?)?(?<y>[0-9]{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"[0-9]{3,9}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
