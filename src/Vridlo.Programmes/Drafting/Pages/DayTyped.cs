using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>A day as it was typed: as a browser's field for dates sends it, or as it is written in Czech and German.</summary>
internal static class DayTyped
{
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
        return read.Success ? new Day(read.Value) : Problem.Invalid("programmes.draft.day", field);
    }

    internal sealed record Day(LocalDate? Value);
}
