using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Vridlo.Base;

namespace Vridlo.Projects.Sheets;

/// <summary>A row with something in it.</summary>
/// <param name="Number">its number in the sheet, from 1</param>
/// <param name="Cells">the text of each cell, numbers and days as Czech offices write them</param>
internal sealed record SheetRow(int Number, string[] Cells)
{
    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>A sheet as it was read, without its empty rows.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>
/// Reads the cells of a workbook (XLSX, ISO/IEC 29500). Formulas are not worked out: what counts is what the program that saved them has written. Merged
/// cells all have the text of the first of them.
/// </summary>
internal static class Workbook
{
    /// <summary>Larger files are refused (in bytes).</summary>
    public const long Largest = 20L * 1024 * 1024;

    public const int MostRows = 20_000, MostColumns = 300;

    private static readonly CultureInfo Czech = Language.Cs.Culture();

    /// <remarks>The library asks for the code page of old Windows even where it reads none.</remarks>
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>its sheets that have rows, or why it is not read: <c>projects.sheet.*</c></returns>
    public static Result<IReadOnlyList<Sheet>> Read(byte[] bytes)
    {
        if (Refused(bytes) is { } problem)
        {
            return problem;
        }

        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes), new() { FallbackEncoding = Encoding.UTF8 });
            List<Sheet> sheets = [];
            do
            {
                var sheet = Read(reader);
                if (!sheet.Ok)
                {
                    return sheet.Problems.ToArray();
                }

                sheets.Add(sheet.Value);
            }
            while (reader.NextResult());
            return sheets.Exists(s => s.Rows.Count > 0) ? sheets.FindAll(s => s.Rows.Count > 0) : Problem.Invalid("projects.sheet.empty", "file");
        }
        catch (Exception broken) when (broken is ExcelReaderException or System.Xml.XmlException or InvalidDataException or IOException or FormatException or OverflowException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return Problem.Invalid("projects.sheet.damaged", "file");
        }
    }

    private static Result<Sheet> Read(IExcelDataReader reader)
    {
        var (name, merged, rows) = (reader.Name, new MergedText(reader.MergeCells ?? []), new List<SheetRow>());
        for (var at = 0; reader.Read(); at++)
        {
            // Cells that are only formatted reach far to the right in many a sheet.
            var cells = new string[Math.Min(reader.FieldCount, MostColumns)];
            var filled = false;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = merged.Of(at, i, Text(reader.GetValue(i)));
                filled |= cells[i].Length > 0;
            }

            if (filled)
            {
                rows.Add(new(at + 1, cells));
            }

            if (rows.Count > MostRows)
            {
                return Problem.Invalid("projects.sheet.rows-many", "file", MostRows);
            }
        }

        return new Sheet(name, rows);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Replace('\0', ' ').Trim(),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", Czech),
        bool yes => yes ? "1" : "0",
        IFormattable other => other.ToString(null, Czech),
        _ => "",
    };

    private static Problem? Refused(byte[] bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            // A workbook with a password is an old sort of file with the encrypted new one in it.
            var encrypted = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            return Problem.Invalid(encrypted ? "projects.sheet.password" : "projects.sheet.xls", "file");
        }

        var fault = ZipSafety.Look(bytes, out var names);
        return fault switch
        {
            ZipFault.Encrypted => Problem.Invalid("projects.sheet.password", "file"),
            ZipFault.TooLarge => Problem.Invalid("projects.sheet.too-large", "file"),
            ZipFault.Unsafe => Problem.Invalid("projects.sheet.damaged", "file"),
            _ when names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) => Problem.Invalid("projects.sheet.macro", "file"),
            _ when fault is not null || !names.Contains("xl/workbook.xml") => Problem.Invalid("projects.sheet.not-xlsx", "file"),
            _ => null,
        };
    }
}
