using NodaTime;
using NodaTime.Text;
using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>A day as it was typed: as a browser's field for dates sends it, or as it is written in Czech and German.</summary>
public static class DayTyped
{
    /// <summary>Key of what is said where no day could be read.</summary>
    public const string Missing = "ui.day";

    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu");

    /// <summary>The day; null when nothing was typed.</summary>
    public static Result<Day> Read(FormState form, string field)
    {
        var typed = string.Concat(form[field].Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length == 0)
        {
            return new Day(null);
        }

        var read = LocalDatePattern.Iso.Parse(typed) is { Success: true } iso ? iso : Written.Parse(typed);
        return read.Success ? new Day(read.Value) : Problem.Invalid(Missing, field);
    }

    /// <summary>A day, or none.</summary>
    /// <param name="Value">the day; null when nothing was typed</param>
    public sealed record Day(LocalDate? Value);
}
