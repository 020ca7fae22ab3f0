using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>Rows of a page that form a table, and where its columns begin.</summary>
internal sealed record PdfTable(IReadOnlyList<IReadOnlyList<PdfRun>> Rows, IReadOnlyList<double> Columns)
{
    /// <summary>Whether its first row names the columns of a programme.</summary>
    public bool Headed { get; init; }

    /// <summary>Whether the first column holds codes, which never run over lines.</summary>
    public bool CodeFirst { get; init; }

    public double Top => Rows[0][0].Base;

    public double Bottom => Rows[^1][0].Base;

    /// <summary>A head in bold ends where the weight of print changes in all columns.</summary>
    private static bool EndsHead(IReadOnlyList<PdfRun> above, IReadOnlyList<PdfRun> below) => above.Count > 1 && above.All(run => run.Bold) && !below.Any(run => run.Bold);

    public int ColumnOf(PdfRun run)
    {
        var at = 0;
        for (var column = 0; column < Columns.Count; column++)
            if (run.Left >= Columns[column] - PdfTables.Slack) at = column;
        return at;
    }

    /// <summary>How many columns a run lies over.</summary>
    public int SpanOf(PdfRun run) => Math.Max(1, Columns.Count(column => column >= run.Left - PdfTables.Slack && column < run.Right - PdfTables.Slack));

    /// <summary>Its cells; runs over several columns are cells of their own in their first one.</summary>
    public PdfPrintedTable Printed()
    {
        var rights = Enumerable.Range(0, Columns.Count).Select(at => Rows.SelectMany(row => row).Where(run => ColumnOf(run) == at && SpanOf(run) == 1).Select(run => run.Right).DefaultIfEmpty(0).Max()).ToList();
        return new(Top, Bottom, [.. Cells().SelectMany((row, at) => row.SelectMany(printed => printed).GroupBy(ColumnOf).OrderBy(cell => cell.Key)
            .Select(cell => new PdfCell(at, cell.Key, cell.Max(SpanOf), Columns[cell.Key], rights[cell.Key], [.. cell])))]);
    }

    /// <summary>Rows of print gathered into rows of the table: a wider step down, or a filled first column, begins one.</summary>
    public IEnumerable<List<IReadOnlyList<PdfRun>>> Cells() => PdfCentredRows.Of(this) ?? ByTop();

    private IEnumerable<List<IReadOnlyList<PdfRun>>> ByTop()
    {
        var steps = Rows.Zip(Rows.Skip(1), (a, b) => a[0].Base - b[0].Base).Where(step => step > 2).Order().ToList();
        var line = steps.Count == 0 ? 0 : steps[0];
        var spaced = steps.Count > 0 && steps[^1] > line * 1.18;
        var row = new List<IReadOnlyList<PdfRun>>();
        foreach (var printed in Rows)
        {
            var step = row.Count == 0 ? 0 : row[^1][0].Base - printed[0].Base;
            var first = printed.Any(run => ColumnOf(run) == 0);
            var opens = CodeFirst ? first : Headed && row.Count > 0 && EndsHead(row[^1], printed) || Headed && printed.Any(run => ColumnOf(run) == 0 && run.OpensItem) || spaced && step > line * 1.18 || first && !row.LastOrDefault([]).Any(run => ColumnOf(run) == 0);
            if (row.Count > 0 && opens)
            {
                yield return row;
                row = [];
            }

            row.Add(printed);
        }

        if (row.Count > 0) yield return row;
    }
}

/// <summary>Finds tables on a page by runs that begin at the same places in row after row.</summary>
internal static class PdfTables
{
    public const double Slack = 4;

    /// <summary>Tables among rows; only those that are surely none of two columns of text.</summary>
    /// <param name="rows">rows from top to bottom</param>
    /// <param name="wholePage">whether columns of text have not been parted yet, so that more certainty is needed</param>
    public static List<PdfTable> Find(IReadOnlyList<IReadOnlyList<PdfRun>> rows, bool wholePage)
    {
        var tables = new List<PdfTable>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Count < 2 || Grow(rows, at) is not { } table || !IsTable(table, wholePage)) continue;
            tables.Add(table);
            at += table.Rows.Count - 1;
        }

        return tables;
    }

    private static PdfTable? Grow(IReadOnlyList<IReadOnlyList<PdfRun>> rows, int start)
    {
        var columns = rows[start].Select(run => run.Left).ToList();
        var end = start + 1;
        var lastMulti = start;
        for (; end < rows.Count; end++)
        {
            if (!Fits(rows[end], columns) || rows[end - 1][0].Base - rows[end][0].Base > 60) break;
            if (rows[end].Count > 1 || rows[end][0].Left > columns[0] + Slack) lastMulti = end;
            else if (end - lastMulti > 3) break;
        }

        end = Math.Min(end, lastMulti + 1);
        while (end < rows.Count && rows[end].Count == 1 && Fits(rows[end], columns) && IsTight(rows, end)) end++;
        return end - start < 2 ? null : new([.. rows.Skip(start).Take(end - start)], [.. columns.Order()]);
    }

    private static bool IsTight(IReadOnlyList<IReadOnlyList<PdfRun>> rows, int at) =>
        rows[at - 1][0].Base - rows[at][0].Base < rows[at][0].Size * 1.3 && Math.Abs(rows[at][0].Size - rows[at - 1][0].Size) < 0.5;

    /// <summary>Whether every run begins at a column, and none but a lonely one runs over the next column.</summary>
    private static bool Fits(IReadOnlyList<PdfRun> row, List<double> columns)
    {
        foreach (var run in row)
        {
            var near = columns.Any(column => Math.Abs(column - run.Left) <= Slack * 2);
            var next = columns.Where(column => column > run.Left + Slack * 2).DefaultIfEmpty(double.MaxValue).Min();
            if (run.Right > next && run.Left <= columns.Min() + Slack) return false;
            if (run.Right > next + Slack) return false;
            if (!near && run.Left < columns.Min() - Slack) return false;
        }

        return true;
    }

    private static bool IsTable(PdfTable table, bool wholePage)
    {
        var multi = table.Rows.Count(row => row.Count > 1);
        if (multi < 2 || table.Columns.Count < 2) return false;
        if (table.Rows.Where(row => row.Count > 1).All(row => row[^1].Text.Length <= 4 && row[^1].Text.All(char.IsDigit) && row.Count == 2)) return false;
        if (HasHead(table)) return true;
        if (table.Columns.Count == 2 && table.Rows.All(row => table.ColumnOf(row[0]) > 0 || row[0].Text.Length <= 4)) return false;
        if (!wholePage) return true;
        if (IsProse(table)) return false;
        return table.Columns.Count >= 3 && table.Rows.Count(row => row.Count == table.Columns.Count) < table.Rows.Count * 0.6
            || table.Columns.Count == 2 && IsCard(table);
    }

    /// <summary>Columns that are all filled with long lines, or several of which hold lists, are columns of text.</summary>
    private static bool IsProse(PdfTable table) =>
        table.Rows.SelectMany(row => row).Where(run => run.OpensItem).Select(table.ColumnOf).Distinct().Count() >= 2 || table.Rows.Count >= 8 && table.Rows.SelectMany(row => row).GroupBy(table.ColumnOf) is var columns && columns.Count() == table.Columns.Count
        && columns.All(column => column.Count() >= 4 && column.Average(run => run.Text.Length) >= 18);

    /// <summary>Whether the first row names columns that a programme's tables have.</summary>
    private static bool HasHead(PdfTable table)
    {
        var head = table.Cells().First();
        var names = head.SelectMany(row => row).GroupBy(table.ColumnOf).Select(column => Cleaning.Fold(string.Join(' ', column.Select(run => run.Text)))).ToList();
        return names.Count >= 2 && names.Count(TableColumns.IsName) >= 2;
    }

    private static bool IsCard(PdfTable table)
    {
        var labels = table.Rows.Where(row => row.Count > 1 && table.ColumnOf(row[0]) == 0).Select(row => Signs.Of(Cleaning.Plain(row[0].Text), null)).ToList();
        return labels.Count >= 2 && labels.Count(sign => sign.Meaning is not Meaning.None || sign.Named is not Kind.None) * 3 >= labels.Count * 2;
    }
}
