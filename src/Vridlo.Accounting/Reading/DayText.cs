using NodaTime;
using NodaTime.Text;
using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>Reads days as accounting writes them out: 2026-03-31, 31.3.2026, each with a time behind it that says nothing.</summary>
internal static class DayText
{
    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu");

    /// <returns>the day, or <c>accounting.day.wrong</c>, <c>accounting.day.far</c> of one that is not near the year of the file</returns>
    public static Result<LocalDate> Read(string text, int year)
    {
        var day = text.Split(' ', 'T') is [var first, "00:00:00" or "0:00:00" or "00:00"] ? first : text.Replace(". ", ".", StringComparison.Ordinal);
        var read = LocalDatePattern.Iso.Parse(day) is { Success: true } iso ? iso : Written.Parse(day);
        return !read.Success || day.Length > 10 ? Problem.Invalid("accounting.day.wrong", null, text.Length > 40 ? text[..40] : text)
            : Math.Abs(read.Value.Year - year) > 1 ? Problem.Invalid("accounting.day.far", null, read.Value, $"{year}")
            : read.Value;
    }
}
