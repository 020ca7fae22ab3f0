using Vridlo.Base;

namespace Vridlo.Projects.Sheets;

/// <summary>A row by what its columns are about, with the cells that were mended.</summary>
internal sealed class SheetCells(SheetTable table, SheetRow row, SheetChoices choices)
{
    private static readonly string[] Sums = ["celkem", "soucet", "suma", "mezisoucet", "total", "sum", "subtotal", "insgesamt", "summe"];

    private readonly Dictionary<SheetField, SheetColumn> columns = table.Columns.Where(c => c.Field is not (SheetField.None or SheetField.Cost)).ToDictionary(c => c.Field);

    public int Number => row.Number;

    public IEnumerable<SheetField> Fields => columns.Keys;

    public IEnumerable<(SheetColumn Column, string Text)> Costs => table.Columns.Where(c => c.Field is SheetField.Cost && c.Year is not null).Select(c => (c, Text(c)));

    public string this[SheetField field] => columns.TryGetValue(field, out var column) ? Text(column) : "";

    public bool Has(SheetField field) => columns.ContainsKey(field);

    /// <summary>Whether somebody has written another text in the page: that is meant, whatever it was before.</summary>
    public bool IsMended(SheetColumn column) => choices.Mended.ContainsKey(SheetChoices.Cell(row.Number, column.Index));

    /// <summary>Whether what a colleague wrote meanwhile was left, so that the cell says nothing.</summary>
    public bool Stays(SheetColumn column) => choices.Left.Contains(SheetChoices.Cell(row.Number, column.Index));

    public bool Stays(SheetField field) => columns.TryGetValue(field, out var column) && Stays(column);

    public bool IsMended(SheetField field) => columns.TryGetValue(field, out var column) && IsMended(column);

    public string Text(SheetColumn column) => choices.Mended.TryGetValue(SheetChoices.Cell(row.Number, column.Index), out var mended) ? mended : row[column.Index];

    /// <summary>Whether it is no project: nothing in it that is taken, a row of sums, or the head once more.</summary>
    public bool IsLeft
    {
        get
        {
            var texts = table.Columns.Where(c => c.Field is not SheetField.None).Select(c => (Column: c, Text: Text(c))).Where(c => c.Text.Length > 0).ToList();
            var first = Folding.Fold(row.Cells.FirstOrDefault(c => c.Length > 0) ?? "");
            return texts.Count == 0
                || Array.Exists(Sums, s => first == s || first.StartsWith(s + " ", StringComparison.Ordinal) || first.StartsWith(s + ":", StringComparison.Ordinal))
                || texts.TrueForAll(c => c.Text == c.Column.Head)
                || texts.TrueForAll(c => c.Column.Field is SheetField.Cost);
        }
    }
}
