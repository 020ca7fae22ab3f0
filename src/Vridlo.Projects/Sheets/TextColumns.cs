using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// Makes the first columns of the first sheet ones of texts (number format 49, ISO/IEC 29500-1, 18.8.30), with all that stands in it: a spreadsheet
/// program would take the code 4.2 for the fourth of February, and leading zeros off a company number.
/// </summary>
internal static class TextColumns
{
    private const uint Text = 49;

    /// <param name="first">the first sheet of a workbook, whose columns have widths; it is changed</param>
    /// <param name="count">how many columns; those after them stay as they are</param>
    public static void In(WorksheetPart first, int count)
    {
        var formats = first.GetParentParts().OfType<WorkbookPart>().Single().WorkbookStylesPart!.Stylesheet!.CellFormats!;
        var style = (uint)formats.ChildElements.Count;
        formats.AppendChild(new CellFormat { NumberFormatId = Text, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true });
        formats.Count = style + 1;
        foreach (var column in first.Worksheet!.GetFirstChild<Columns>()!.Elements<Column>().Take(count))
        {
            column.Style = style;
        }

        var names = Enumerable.Range(0, count).Select(SheetColumn.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in first.Worksheet.GetFirstChild<SheetData>()!.Elements<Row>().Skip(1).SelectMany(r => r.Elements<Cell>()).Where(c => names.Contains(c.CellReference!.Value!.TrimEnd([.. "0123456789"]))))
        {
            cell.StyleIndex = style;
        }
    }
}
