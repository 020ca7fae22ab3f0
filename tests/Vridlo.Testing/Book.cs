using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vridlo.Testing;

/// <summary>A workbook as an office might have made it: text, numbers, days, formulas, merged cells.</summary>
public static class Book
{
    /// <summary>A formula with what the program that saved it has worked out.</summary>
    public sealed record Formula(string Text, double Value);

    public static byte[] Of(object?[][] rows, params string[] merged) => Of([("List1", rows, merged)]);

    public static byte[] Of(params (string Name, object?[][] Rows, string[] Merged)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            var styles = book.AddNewPart<WorkbookStylesPart>();

            // Format 14 is the day of the computer's region, by which spreadsheets know that a number is a day.
            styles.Stylesheet = new(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            foreach (var (name, rows, merged) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new(new SheetData(rows.Select((cells, i) => Row(i + 1, cells))));
                if (merged.Length > 0)
                {
                    part.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
                }

                book.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = (uint)book.WorksheetParts.Count(), Id = book.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private static Row Row(int number, object?[] cells) =>
        new(cells.Select((value, i) => Cell($"{(char)('A' + i)}{number}", value)).OfType<Cell>()) { RowIndex = (uint)number };

    private static Cell? Cell(string at, object? value) => value switch
    {
        null => null,
        Formula formula => new(new CellFormula(formula.Text), new CellValue(formula.Value)) { CellReference = at },
        DateTime day => new(new CellValue(day.ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = at, StyleIndex = 1 },
        string text => new(new InlineString(new Text(text))) { CellReference = at, DataType = CellValues.InlineString },
        IFormattable number => new(new CellValue(number.ToString(null, CultureInfo.InvariantCulture))) { CellReference = at, DataType = CellValues.Number },
        _ => throw new ArgumentException(value.ToString()),
    };
}
