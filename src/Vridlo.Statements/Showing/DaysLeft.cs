using NodaTime;
using Vridlo.Base;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>How long there is until the deadline of an application that is open.</summary>
internal static class DaysLeft
{
    /// <summary>Days to the deadline, less than nothing after it; null of what is closed.</summary>
    public static int? Of(Stage stage, LocalDate due, LocalDate today) => stage is Stage.Received or Stage.Decided ? NodaTime.Period.DaysBetween(today, due) : null;

    /// <summary>The same in words; empty of what is closed.</summary>
    public static string Written(Stage stage, LocalDate due, LocalDate today, Texts t) => Of(stage, due, today) switch
    {
        null => "",
        < 0 and var late => t.Count("statements.overdue", -late),
        var left => t.Count("statements.days-left", left.Value),
    };
}
