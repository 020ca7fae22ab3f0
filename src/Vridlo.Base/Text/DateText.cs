using System.Globalization;
using NodaTime;

namespace Vridlo.Base;

/// <summary>Writes dates and times for readers; machines get ISO 8601 from <see cref="Iso(LocalDate)"/>.</summary>
public static class DateText
{
    /// <summary>The zone of Czech offices, in which moments are shown.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Prague"];

    /// <summary>The day that it is now in Czech offices.</summary>
    public static LocalDate Today(this IClock clock) => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>23. 11. 2026 · 23 November 2026 · 23. November 2026, with no-break spaces.</summary>
    public static string Write(LocalDate date, Language language) => language switch
    {
        Language.Cs => string.Create(CultureInfo.InvariantCulture, $"{date.Day}.\u00a0{date.Month}.\u00a0{date.Year}"),
        Language.En => string.Create(CultureInfo.InvariantCulture, $"{date.Day}\u00a0{Month(date, language)} {date.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Day}.\u00a0{Month(date, language)} {date.Year}"),
    };

    /// <summary>The date and the time of day in <see cref="Zone"/>: 23. 11. 2026 8:05 · 23 November 2026 08:05 · 23. November 2026 08:05.</summary>
    public static string Write(Instant moment, Language language) => Write(moment.InZone(Zone).Date, language) + " " + Time(moment, language);

    /// <summary>The time of day in <see cref="Zone"/>: 8:05 · 08:05 · 08:05.</summary>
    public static string Time(Instant moment, Language language)
    {
        var local = moment.InZone(Zone).TimeOfDay;
        var hour = language is Language.Cs ? "0" : "00";
        return local.Hour.ToString(hour, CultureInfo.InvariantCulture) + ":" + local.Minute.ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>The time of day alone when it was today, else with the date.</summary>
    /// <param name="moment">what is written</param>
    /// <param name="now">tells which day is today</param>
    /// <param name="language">the reader's</param>
    public static string Lately(Instant moment, Instant now, Language language) =>
        moment.InZone(Zone).Date == now.InZone(Zone).Date ? Time(moment, language) : Write(moment, language);

    /// <summary>2026-11-23, for <c>datetime</c> attributes and data.</summary>
    public static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-11-23T07:05:00Z, for <c>datetime</c> attributes and data.</summary>
    public static string Iso(Instant moment) => moment.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Month(LocalDate date, Language language) =>
        language.Culture().DateTimeFormat.GetMonthName(date.Month);
}
