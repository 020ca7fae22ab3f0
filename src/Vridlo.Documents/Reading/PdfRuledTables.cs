namespace Vridlo.Documents.Reading;

/// <summary>Tables with ruled cells: a cell is what its four lines enclose, wherever in it the text stands.</summary>
internal static class PdfRuledTables
{
    /// <summary>The tables of a page; runs that lay over several cells are parted at the lines between them.</summary>
    public static List<PdfPrintedTable> Find(List<PdfRun> runs, PdfRulings rulings)
    {
        if (rulings.Down.Count < 2 || rulings.Across.Count < 2) return [];
        var boxes = runs.SelectMany(run => Parted(run, rulings.Down)).Select(run => (Run: run, Box: BoxOf(run, rulings))).Where(each => each.Box is not null)
            .GroupBy(each => each.Box!.Value).Select(cell => (Box: cell.Key, Runs: cell.Select(each => each.Run).ToList())).ToList();
        return [.. Connected(boxes).Select(Table).OfType<PdfPrintedTable>()];
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        public bool Touches(Box other) =>
            Left <= other.Right + PdfRulings.Slack && other.Left <= Right + PdfRulings.Slack && Bottom <= other.Top + PdfRulings.Slack && other.Bottom <= Top + PdfRulings.Slack;
    }

    private static IEnumerable<PdfRun> Parted(PdfRun run, IReadOnlyList<PdfRuling> down)
    {
        var cuts = down.Where(line => line.At > run.Left + 1 && line.At < run.Right - 1 && line.Covers(run.Base + run.Size * 0.3)).Select(line => line.At).Distinct().ToList();
        if (cuts.Count == 0) return [run];
        return run.Words.GroupBy(word => cuts.Count(cut => word.Left >= cut - 1)).Select((cell, at) => run with
        {
            Left = at == 0 ? run.Left : cell.First().Left, Right = cell.Last().Right, Text = string.Join(' ', cell.Select(word => word.Text)), Words = [.. cell], Drawn = at == 0 && run.Drawn,
        });
    }

    private static Box? BoxOf(PdfRun run, PdfRulings rulings)
    {
        var (x, y) = ((run.Words[0].Left + run.Right) / 2, run.Base + run.Size * 0.3);
        var sides = rulings.Down.Where(line => line.Covers(y)).ToList();
        if (!sides.Exists(line => line.At <= x) || !sides.Exists(line => line.At > x)) return null;
        var (left, right) = (sides.Where(line => line.At <= x).MaxBy(line => line.At), sides.Where(line => line.At > x).MinBy(line => line.At));
        var ends = rulings.Across.Where(line => line.Covers(x)).Select(line => line.At).ToList();
        // Where a row runs over the page its lines are not closed; then it ends where the lines at its sides do.
        var bottom = ends.Where(at => at <= y).DefaultIfEmpty(Math.Min(left.From, right.From)).Max();
        var top = ends.Where(at => at > y).DefaultIfEmpty(Math.Max(left.To, right.To)).Min();
        return new(left.At, bottom, right.At, top);
    }

    /// <summary>Cells that touch are of one table.</summary>
    private static List<List<(Box Box, List<PdfRun> Runs)>> Connected(List<(Box Box, List<PdfRun> Runs)> cells)
    {
        var tables = new List<List<(Box Box, List<PdfRun> Runs)>>();
        foreach (var cell in cells)
        {
            var touched = tables.Where(table => table.Exists(other => other.Box.Touches(cell.Box))).ToList();
            tables.RemoveAll(touched.Contains);
            tables.Add([.. touched.SelectMany(table => table), cell]);
        }

        return tables;
    }

    /// <summary>The table of the cells, or null where they have not two rows and two columns: a frame, a card of boxes.</summary>
    private static PdfPrintedTable? Table(List<(Box Box, List<PdfRun> Runs)> cells)
    {
        var lefts = cells.Select(cell => cell.Box.Left).Distinct().Order().ToList();
        var tops = cells.Select(cell => cell.Box.Top).Distinct().OrderDescending().ToList();
        if (lefts.Count < 2 || tops.Count < 2 || cells.Count < 4) return null;
        var placed = cells.Select(cell => new PdfCell(
            tops.IndexOf(cell.Box.Top), lefts.IndexOf(cell.Box.Left), lefts.Count(left => left >= cell.Box.Left && left < cell.Box.Right - PdfRulings.Slack),
            cell.Runs.Min(run => run.Left), cell.Runs.Max(run => run.Right), cell.Runs)).ToList();
        var edges = placed.GroupBy(cell => (cell.Column, cell.Span)).ToDictionary(column => column.Key, column => column.Max(cell => cell.Edge));
        return new(
            cells.Max(cell => cell.Runs.Max(run => run.Base)), cells.Min(cell => cell.Runs.Min(run => run.Base)),
            [.. placed.Select(cell => cell with { Edge = edges[(cell.Column, cell.Span)] }).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]);
    }
}
