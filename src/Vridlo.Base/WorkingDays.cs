using NodaTime;

namespace Vridlo.Base;

/// <summary>Days on which Czech offices work: neither Saturday nor Sunday nor a day of rest by Act No. 245/2000 Coll. (státní a ostatní svátky).</summary>
public static class WorkingDays
{
    /// <summary>
    /// The day itself when it is a working day, else the nearest one after it. That is the last day of a period which would end on a Saturday, a Sunday or a
    /// holiday: § 607 of the Civil Code (No. 89/2012 Coll., with § 605 on how days are counted), § 40(1)(c) of the Administrative Code (No. 500/2004 Coll.).
    /// </summary>
    public static LocalDate NextWorkingDay(this LocalDate day)
    {
        var next = day;
        while (next.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsHoliday(next))
        {
            next = next.PlusDays(1);
        }

        return next;
    }

    private static bool IsHoliday(LocalDate day)
    {
        var easter = Easter(day.Year);
        return (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 5) or (7, 6) or (9, 28) or (10, 28) or (11, 17) or (12, 24) or (12, 25) or (12, 26)
            || day == easter.PlusDays(-2) || day == easter.PlusDays(1);
    }

    /// <summary>Easter Sunday of any year of the Gregorian calendar, by the algorithm that J. Meeus gives in Astronomical Algorithms, chapter 8.</summary>
    private static LocalDate Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var days = moon + sunday - (7 * ((golden + (11 * moon) + (22 * sunday)) / 451)) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }
}
