using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>Measures on the left, each with its list beside it on the right, without lines between: rows of a table of two columns.</summary>
internal static class PdfSideLists
{
    private const int FewestItems = 2;
    private const double WidestStep = 45;
    private const double NarrowestLeft = 60;

    public static List<PdfPrintedTable> Find(IReadOnlyList<IReadOnlyList<PdfRun>> rows)
    {
        var edges = rows.SelectMany(row => row).Where(run => run.OpensItem).GroupBy(run => Math.Round(run.Left / 3)).Where(list => list.Count() >= FewestItems).Select(list => list.Min(run => run.Left) - 2).ToList();
        var tables = new List<PdfPrintedTable>();
        for (var at = 0; at < rows.Count; at++)
        {
            foreach (var edge in edges)
            {
                if (Grow(rows, at, edge) is not { } end) continue;
                tables.Add(Table([.. rows.Skip(at).Take(end - at)], edge));
                at = end - 1;
                break;
            }
        }

        return tables;
    }

    /// <summary>The first row behind a table that begins at a row, or null where none begins.</summary>
    private static int? Grow(IReadOnlyList<IReadOnlyList<PdfRun>> rows, int start, double edge)
    {
        if (!Opens(rows[start], edge)) return null;
        var end = start + 1;
        while (end < rows.Count && Belongs(rows[end - 1], rows[end], edge)) end++;
        var table = rows.Skip(start).Take(end - start).ToList();
        var left = table.Count(row => row[0].Left < edge);
        var items = table.SelectMany(row => row).Count(run => run.Left >= edge && run.OpensItem);
        return items >= FewestItems && left <= table.Count(row => Opens(row, edge)) * 3 ? end : null;
    }

    private static bool Opens(IReadOnlyList<PdfRun> row, double edge) =>
        row[0].Left < edge - NarrowestLeft && !Crosses(row, edge) && NameOf(row) is Kind.Measure;

    private static bool Belongs(IReadOnlyList<PdfRun> above, IReadOnlyList<PdfRun> row, double edge) =>
        above[0].Base - row[0].Base < WidestStep && !Crosses(row, edge) && !(row[0].Left < edge && row[0].OpensItem) && NameOf(row) is Kind.None or Kind.Measure;

    private static bool Crosses(IReadOnlyList<PdfRun> row, double edge) => row.Any(run => run.Left < edge && run.Right > edge);

    /// <summary>The kind that the first run of a row names with a number.</summary>
    private static Kind NameOf(IReadOnlyList<PdfRun> row) => Signs.Of(Cleaning.Plain(row[0].Text), null) is { Number: not null, Bullet: null } sign ? sign.Named : Kind.None;

    private static PdfPrintedTable Table(List<IReadOnlyList<PdfRun>> rows, double edge)
    {
        var cells = new List<PdfCell>();
        var row = -1;
        foreach (var printed in rows.Select(printed => (Runs: printed, Opens: Opens(printed, edge))))
        {
            if (printed.Opens) row++;
            cells.AddRange(printed.Runs.Select(run => new PdfCell(row, run.Left < edge ? 0 : 1, 1, 0, 0, [run])));
        }

        var lefts = cells.GroupBy(cell => cell.Column).ToDictionary(column => column.Key, column => (Left: column.Min(cell => cell.Runs[0].Left), Right: column.Max(cell => cell.Runs[0].Right)));
        return new(rows[0][0].Base, rows[^1][0].Base, [.. cells.GroupBy(cell => (cell.Row, cell.Column)).OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column)
            .Select(cell => new PdfCell(cell.Key.Row, cell.Key.Column, 1, lefts[cell.Key.Column].Left, lefts[cell.Key.Column].Right, [.. cell.SelectMany(each => each.Runs)]))]);
    }
}
