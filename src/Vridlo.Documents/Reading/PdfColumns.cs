namespace Vridlo.Documents.Reading;

/// <summary>A piece of a page that is read from top to bottom: rows of runs between two edges.</summary>
internal sealed record PdfColumn(double Left, double Right, int Number, bool Parted, IReadOnlyList<IReadOnlyList<PdfRun>> Rows);

/// <summary>Orders the runs of a page: bands across the page in order, and in a band with a gutter the left side first.</summary>
internal static class PdfColumns
{
    private const int FewestRows = 4;
    private const double Gutter = 9;

    public static IEnumerable<PdfColumn> Order(List<PdfRun> runs)
    {
        if (runs.Count == 0) return [];
        var columns = Part(runs, 0).ToList();
        return columns.Select((column, at) => new PdfColumn(Left(column.Runs), Right(column.Runs), at, column.Parted, Rows(column.Runs)));
    }

    /// <summary>The leftmost edge at which rows begin again and again: a page number in the margin is none.</summary>
    private static double Left(List<PdfRun> column)
    {
        var edges = column.GroupBy(run => Math.Round(run.Left / 3)).Where(edge => edge.Count() * 10 >= column.Count).ToList();
        return edges.Count == 0 ? column.Min(run => run.Left) : edges.MinBy(edge => edge.Key)!.Min(run => run.Left);
    }

    private static double Right(List<PdfRun> column)
    {
        var edges = column.Select(run => run.Right).Order().ToList();
        return edges[(int)((edges.Count - 1) * 0.97)];
    }

    /// <summary>Runs on one baseline, from top to bottom and from left to right.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfRun>> Rows(List<PdfRun> column) =>
        [.. column.GroupBy(run => run.Base).OrderByDescending(row => row.Key).Select(row => (IReadOnlyList<PdfRun>)[.. row.OrderBy(run => run.Left)])];

    /// <summary>Parts runs at the widest gutter, if there is one, and its sides again.</summary>
    private static IEnumerable<(List<PdfRun> Runs, bool Parted)> Part(List<PdfRun> runs, int depth)
    {
        if (runs.Count == 0) yield break;
        if (depth > 2 || FindGutter(runs) is not { } gutter)
        {
            yield return (runs, depth > 0);
            yield break;
        }

        foreach (var (band, parted) in Bands(runs, gutter))
        {
            if (!parted) { yield return (band, depth > 0); continue; }
            foreach (var side in Part([.. band.Where(run => run.Right <= gutter)], depth + 1)) yield return side;
            foreach (var side in Part([.. band.Where(run => run.Right > gutter)], depth + 1)) yield return side;
        }
    }

    /// <summary>The place in the middle half that fewest runs cross, where both sides are full of rows of text.</summary>
    private static double? FindGutter(List<PdfRun> runs)
    {
        var (low, high) = (runs.Min(run => run.Left), runs.Max(run => run.Right));
        var candidates = runs.Select(run => run.Left - Gutter / 2).Where(x => x > low + (high - low) * 0.25 && x < low + (high - low) * 0.75).Select(x => Math.Round(x)).Distinct();
        var best = candidates.Select(x => (x, Score: Score(runs, x))).Where(each => each.Score > 0).OrderByDescending(each => each.Score).FirstOrDefault();
        return best.Score > 0 ? best.x : null;
    }

    private static double Score(List<PdfRun> runs, double x)
    {
        var left = runs.Where(run => run.Right <= x - Gutter / 2 + 1).ToList();
        var right = runs.Where(run => run.Left >= x).ToList();
        var crossing = runs.Count - left.Count - right.Count;
        if (left.Count < FewestRows || right.Count < FewestRows || crossing > runs.Count * 0.4) return 0;
        var starts = right.GroupBy(run => Math.Round(run.Left / 3)).Max(group => group.Count());
        var (leftWidth, rightWidth) = (Spread(left), Spread(right));
        if (starts < right.Count * 0.3 || Filled(left) < 0.5 || Filled(right) < 0.5 || Math.Min(leftWidth, rightWidth) < 90) return 0;
        return Math.Min(left.Count, right.Count) - 2.0 * crossing + 1;
    }

    /// <summary>How wide the runs spread, but for a page number that stands far out.</summary>
    private static double Spread(List<PdfRun> runs)
    {
        var rights = runs.Select(run => run.Right).Order().ToList();
        return Math.Max(1, rights[(int)((rights.Count - 1) * 0.9)] - runs.Min(run => run.Left));
    }

    /// <summary>Text fills its column; cells of a table leave much of theirs empty.</summary>
    private static double Filled(List<PdfRun> runs)
    {
        var width = Spread(runs);
        var rows = runs.GroupBy(run => run.Base).Select(row => row.Sum(run => run.Right - run.Left)).OrderDescending().ToList();
        return rows.Take(Math.Max(1, rows.Count / 2)).Average() / width;
    }

    private static IEnumerable<(List<PdfRun> Band, bool Parted)> Bands(List<PdfRun> runs, double gutter)
    {
        var band = new List<PdfRun>();
        bool? parted = null;
        foreach (var row in runs.GroupBy(run => run.Base).OrderByDescending(row => row.Key))
        {
            var crosses = row.Any(run => run.Left < gutter && run.Right > gutter);
            if (parted is { } before && before == crosses)
            {
                yield return (band, before);
                band = [];
            }

            parted = !crosses;
            band.AddRange(row);
        }

        if (band.Count > 0) yield return (band, parted!.Value);
    }
}
