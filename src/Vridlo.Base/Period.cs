using NodaTime;

namespace Vridlo.Base;

/// <summary>Days from one to another, both within: what is meant by a year, a quarter or the spring of one.</summary>
/// <param name="First">the first day</param>
/// <param name="Last">the last day; not before the first</param>
public readonly record struct Period(LocalDate First, LocalDate Last)
{
    /// <summary>Whole months after each other.</summary>
    /// <param name="year">the year of the first</param>
    /// <param name="month">the first, 1 to 12</param>
    /// <param name="count">how many</param>
    public static Period Months(int year, int month, int count)
    {
        var first = new LocalDate(year, month, 1);
        return new(first, first.PlusMonths(count).PlusDays(-1));
    }

    /// <summary>Whether a day is within.</summary>
    public bool Has(LocalDate day) => First <= day && day <= Last;
}
