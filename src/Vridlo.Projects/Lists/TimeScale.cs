using System.Globalization;
using NodaTime;

namespace Vridlo.Projects.Lists;

/// <summary>Places days on a line that begins with the year of the first and ends with that of the last.</summary>
internal sealed class TimeScale(LocalDate first, LocalDate last)
{
    private readonly LocalDate begin = new(first.Year, 1, 1);
    private readonly int days = Period.DaysBetween(new(first.Year, 1, 1), new(last.Year + 1, 1, 1));

    public int FirstYear => begin.Year;

    public int Years => last.Year - begin.Year + 1;

    /// <summary>Where a day is, in per cent of the line; outside of it at its nearer end.</summary>
    public string At(LocalDate day) => Percent(Math.Clamp(Period.DaysBetween(begin, day), 0, days));

    /// <summary>How long a time is, both days within.</summary>
    public string Length(LocalDate from, LocalDate to) => Percent(Math.Max(1, Period.DaysBetween(from, to) + 1));

    private string Percent(int count) => (100.0 * count / days).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
