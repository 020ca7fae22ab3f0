using Vridlo.Base;

namespace Vridlo.Projects.Sheets;

/// <summary>What a column of a spreadsheet is about.</summary>
[Words("projects.sheet.field")]
internal enum SheetField
{
    /// <summary>It is not taken.</summary>
    None,
    Code,
    Title,
    BearerNumber,
    BearerName,
    Place,
    Description,
    Need,

    /// <summary>Codes of activities or measures, each with its share in brackets where it is not the same for all.</summary>
    Links,
    Starts,
    Ends,

    /// <summary>Beginning and end in one cell.</summary>
    Time,
    Stage,

    /// <summary>Since when it stands at its stage.</summary>
    StageSince,
    Documents,
    Permits,
    Land,
    Finance,
    Latitude,
    Longitude,

    /// <summary>What the row held when it was downloaded: <see cref="RowMark"/>.</summary>
    Mark,

    /// <summary>What is planned for the year that stands in the head, from the fund whose code stands there in brackets.</summary>
    Cost,
}

/// <summary>A column of a table.</summary>
/// <param name="Index">from 0</param>
/// <param name="Head">what its head says, of several rows of heads all</param>
/// <param name="Field">what it is about</param>
/// <param name="Year">the year in its head, or null</param>
/// <param name="Fund">what stands in brackets at the end of the head, which may be the code of a fund, or null</param>
/// <param name="Times">what its numbers are multiplied by: 1000 where the head says tis. Kč</param>
internal sealed record SheetColumn(int Index, string Head, SheetField Field, int? Year, long Times, string? Fund = null)
{
    /// <summary>The column as spreadsheets name it: A, B, … AA.</summary>
    public string Letters => Name(Index);

    public static string Name(int index) => (index >= 26 ? Name((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
