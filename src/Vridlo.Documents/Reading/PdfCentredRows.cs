namespace Vridlo.Documents.Reading;

/// <summary>
/// Rows of a table without lines whose cells are centred: a short cell stands beside the middle of a long one, so the first
/// printed row of a cell tells nothing. Cells whose heights overlap are one row.
/// </summary>
internal static class PdfCentredRows
{
    private const double Aligned = 4;

    /// <summary>The printed rows of each row of the table, or null where its cells are not centred.</summary>
    public static List<List<IReadOnlyList<PdfRun>>>? Of(PdfTable table)
    {
        var rows = Overlapping([.. table.Rows.SelectMany(row => row).GroupBy(table.ColumnOf).SelectMany(column => Cells([.. column]))]);
        if (rows.Count < 3 || !rows.TrueForAll(IsCentred) || !rows.Exists(HasShort)) return null;
        return rows.ConvertAll(row => row.SelectMany(cell => cell.Runs).GroupBy(run => run.Base).OrderByDescending(printed => printed.Key)
            .Select(printed => (IReadOnlyList<PdfRun>)[.. printed.OrderBy(run => run.Left)]).ToList());
    }

    private sealed record Cell(double Left, double Top, double Bottom, List<PdfRun> Runs)
    {
        public double Middle => (Top + Bottom) / 2;
    }

    /// <summary>Lines of one column that stand tight belong to one cell.</summary>
    private static IEnumerable<Cell> Cells(List<PdfRun> column)
    {
        var cell = new List<PdfRun>();
        foreach (var run in column.OrderByDescending(run => run.Base))
        {
            if (cell.Count > 0 && cell[^1].Base - run.Base > run.Size * 1.6)
            {
                yield return Make(cell);
                cell = [];
            }

            cell.Add(run);
        }

        if (cell.Count > 0) yield return Make(cell);
    }

    private static Cell Make(List<PdfRun> runs) => new(runs.Min(run => run.Left), runs[0].Base, runs[^1].Base, runs);

    private static List<List<Cell>> Overlapping(List<Cell> cells)
    {
        var rows = new List<List<Cell>>();
        foreach (var cell in cells.OrderByDescending(cell => cell.Top))
        {
            if (rows.Count > 0 && rows[^1].Min(other => other.Bottom) <= cell.Top + 1) rows[^1].Add(cell);
            else rows.Add([cell]);
        }

        return rows;
    }

    private static bool IsCentred(List<Cell> row)
    {
        var middle = (row.Max(cell => cell.Top) + row.Min(cell => cell.Bottom)) / 2;
        return row.TrueForAll(cell => Math.Abs(cell.Middle - middle) < Aligned);
    }

    private static bool HasShort(List<Cell> row) => row.Max(cell => cell.Top) - row.Min(cell => cell.Top) > Aligned;
}
