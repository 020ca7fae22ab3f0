using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>
/// Tables become headings, items and text: rows under columns such as code, measure, activities; or cards whose left cells
/// are labels. Other tables are plain text of the node they stand in.
/// </summary>
internal static class Tables
{
    public static List<Block> Expand(List<Block> blocks)
    {
        var expanded = new List<Block>(blocks.Count);
        TableColumns? columns = null;
        for (var at = 0; at < blocks.Count;)
        {
            if (blocks[at].Cell is not { } cell) { columns = null; expanded.Add(blocks[at++]); continue; }
            var end = at;
            while (end < blocks.Count && blocks[end].Cell?.Table == cell.Table) end++;
            var rows = blocks[at..end].GroupBy(block => block.Cell!.Row).OrderBy(row => row.Key).Select(row => new TableRow([.. row])).ToList();
            var (read, found) = Read(rows, columns);
            expanded.AddRange(read);
            columns = found;
            at = end;
        }

        return expanded;
    }

    private static (IEnumerable<Block>, TableColumns?) Read(List<TableRow> rows, TableColumns? before)
    {
        var width = rows.Max(row => row.Width);
        if (width == 1) return (rows.SelectMany(row => Unboxed(row.Blocks)), null);
        var head = rows.Take(4).ToList().FindIndex(row => TableColumns.Of(row, Next(rows, row)) is not null);
        if (head >= 0)
        {
            var columns = TableColumns.Of(rows[head], Next(rows, rows[head]))!;
            var loose = rows[..head].SelectMany(row => row.Blocks.Count == 1 ? row.Blocks : AsText(row));
            return (loose.Concat(columns.Read(rows[head..], columns.HeadRows)), columns with { Width = width });
        }

        if (before is not null && before.Width == width && rows.Any(row => row.Cells.Count > 1)) return (before.Read(rows), before);
        return (IsCard(rows) ? rows.SelectMany(TableCard.Read) : rows.SelectMany(AsText), null);
    }

    /// <summary>A table of one column is only a frame around text.</summary>
    private static List<Block> Unboxed(List<Block> blocks)
    {
        foreach (var line in blocks.SelectMany(block => block.Lines)) line.Cell = null;
        return blocks;
    }

    private static TableRow? Next(List<TableRow> rows, TableRow row) => rows.IndexOf(row) is var at && at + 1 < rows.Count ? rows[at + 1] : null;

    /// <summary>Whether the left cells of most rows are labels or kind words, with something beside them.</summary>
    private static bool IsCard(List<TableRow> rows)
    {
        var pairs = rows.Where(row => row.Cells.Count >= 2).ToList();
        if (rows[0].Cells.Any(cell => Vocabulary.All.Is("column indicator", Cleaning.Fold(cell[0].Text)))) return false;
        return pairs.Count > 0 && pairs.Count(row => TableCard.IsLabel(row) && row.Cells.Skip(1).Any(cell => cell.Exists(block => block.Text.Any(char.IsLetter)))) * 2 >= pairs.Count && pairs.Any(row => TableCard.Announces(row));
    }

    public static IEnumerable<Block> AsText(TableRow row) => row.Blocks.Select(block => block.Like(PartSort.Text));
}

/// <summary>A row of a table: the blocks of each column.</summary>
internal sealed class TableRow(List<Block> blocks)
{
    public List<Block> Blocks { get; } = blocks;

    public ILookup<int, Block> Columns { get; } = blocks.ToLookup(block => block.Cell!.Column);

    public IReadOnlyList<List<Block>> Cells { get; } = [.. blocks.GroupBy(block => block.Cell!.Column).OrderBy(cell => cell.Key).Select(cell => cell.ToList())];

    public int Width { get; } = blocks.Max(block => block.Cell!.Column + block.Cell.Span);

    public string Text(int column) => string.Join(' ', Columns[column].Select(block => block.Text));
}
