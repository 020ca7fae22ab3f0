using Vridlo.Base;

namespace Vridlo.Accounting.Entering;

/// <summary>An assignment in the reader's words.</summary>
internal static class AssignmentWords
{
    /// <param name="t">the texts</param>
    /// <param name="ofRow">whether it is of one row</param>
    /// <param name="number">the event, or empty</param>
    /// <param name="year">the year of the row</param>
    /// <param name="instrument">the code of the instrument; none when it says that they belong to no one's</param>
    public static string Of(Texts t, bool ofRow, string number, int year, string? instrument)
    {
        var what = ofRow ? t["accounting.row.of", $"{year}"] : number.Length > 0 ? t["accounting.event.title", number] : t["accounting.event.none"];
        return $"{what} → {instrument ?? t["accounting.assign.outside"]}";
    }
}
