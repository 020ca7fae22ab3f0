using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// Says which project a row means: the one with its code; else the one with its bearer and title, so that a file that is sent again a year
/// later changes projects and does not double them.
/// </summary>
internal static class WhichProject
{
    /// <param name="Id">the project; null when it is a new one</param>
    /// <param name="ByCode">whether the row names it by its code</param>
    /// <param name="Problem">why it cannot be said</param>
    internal sealed record Found(InstrumentId? Id, bool ByCode, Problem? Problem);

    public static async Task<Found> Of(SheetCells row, KnownProjects known, CancellationToken stop)
    {
        if (row[SheetField.Code] is { Length: > 0 } code)
        {
            return Project.NumberOf(code) is { } number && known.ByNumber.TryGetValue(number, out var named)
                ? new(named, ByCode: true, null) : new(null, ByCode: true, Problem.Invalid("projects.sheet.code-unknown", null, code));
        }

        var digits = CompanyNumber.Read(row[SheetField.BearerNumber]);
        var bearer = await known.Facts.Organisation(digits.Ok ? digits.Value.Digits : null, row[SheetField.BearerName], stop);
        return bearer is not null && known.ByTitle.TryGetValue((bearer.Id, Folding.Fold(row[SheetField.Title])), out var alike) ? new(alike, ByCode: false, null) : new(null, ByCode: false, null);
    }
}
