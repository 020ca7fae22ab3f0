namespace Vridlo.Documents.Reading;

/// <summary>Plain text in two columns: a gutter of spaces at the same place over many lines parts them.</summary>
internal static class TextColumns
{
    private const int FewestRows = 4;
    private const int NarrowestColumn = 24;

    public static List<Line> Part(List<Line> lines)
    {
        var parted = new List<Line>(lines.Count);
        foreach (var sheet in lines.GroupBy(line => line.Sheet))
        {
            var rows = sheet.Select(line => new Row(line, PlainTextReader.Spread(line.Raw).TrimEnd())).ToList();
            if (Gutter(rows) is { } gutter) parted.AddRange(Bands(rows, gutter));
            else parted.AddRange(rows.Select(row => row.Line));
        }

        return parted;
    }

    /// <summary>A line and its text with tabulators spread.</summary>
    private sealed record Row(Line Line, string Text)
    {
        public bool IsClear(int at) => Line.Cell is null && (Text.Length <= at || Text[at - 1] == ' ' && Text[at - 2] == ' ');

        public string Left(int gutter) => Text.Length <= gutter ? Text : Text[..gutter].TrimEnd();

        public string Right(int gutter) => Text.Length <= gutter ? "" : Text[gutter..];

        public bool StartsAt(int at) => Text.Length > at && Text[at] != ' ' && IsClear(at);
    }

    /// <summary>The column where text begins most often behind a gap, if what stands on both sides of it is text and no table.</summary>
    private static int? Gutter(List<Row> rows)
    {
        var width = rows.Max(row => row.Text.Length);
        var starts = Enumerable.Range(0, width).Where(at => at >= NarrowestColumn && at <= width - NarrowestColumn).Select(at => (At: at, Count: rows.Count(row => row.StartsAt(at)))).ToList();
        var best = starts.Where(start => start.Count >= FewestRows && IsGutter(rows, start.At)).OrderByDescending(start => start.Count).FirstOrDefault();
        return best.Count > 0 ? best.At : null;
    }

    private static bool IsGutter(List<Row> rows, int at)
    {
        var clear = rows.Where(row => row.IsClear(at)).ToList();
        var beside = clear.Where(row => row.Left(at).Length > 0 && row.Right(at).Trim().Length > 0).ToList();
        if (beside.Count < FewestRows || rows.Count - clear.Count > rows.Count / 4) return false;
        return IsText([.. beside.Select(row => row.Left(at))]) && IsText([.. beside.Select(row => row.Right(at))]);
    }

    /// <summary>Lines of text are long and have no gaps; cells of tables are short or stand apart.</summary>
    private static bool IsText(List<string> sides) =>
        sides.Average(side => side.Trim().Length) >= NarrowestColumn && sides.Count(side => side.Trim().Contains("   ", StringComparison.Ordinal)) * 8 <= sides.Count;

    /// <summary>Lines across the gutter part bands; in each band the left column is read before the right.</summary>
    private static IEnumerable<Line> Bands(List<Row> rows, int gutter)
    {
        var band = new List<Row>();
        foreach (var row in rows)
        {
            if (row.IsClear(gutter)) { band.Add(row); continue; }
            foreach (var line in Columns(band, gutter)) yield return line;
            band.Clear();
            yield return row.Line;
        }

        foreach (var line in Columns(band, gutter)) yield return line;
    }

    private static IEnumerable<Line> Columns(List<Row> band, int gutter)
    {
        if (band.TrueForAll(row => row.Right(gutter).Trim().Length == 0)) return band.ConvertAll(row => row.Line);
        return Column(band, row => row.Left(gutter), 0).Concat(Column(band, row => row.Right(gutter), 1));
    }

    private static List<Line> Column(List<Row> band, Func<Row, string> side, int number)
    {
        var filled = band.Where(row => side(row).Trim().Length > 0).ToList();
        var edge = filled.Select(row => side(row).Length).DefaultIfEmpty(0).Max();
        return [.. filled.Select((row, at) => new Line
        {
            Number = row.Line.Number, Sheet = row.Line.Sheet, Raw = side(row).Trim(), Text = Cleaning.Plain(side(row)), Column = number, Parted = true,
            Left = side(row).Length - side(row).TrimStart().Length, Right = side(row).Length, Edge = edge, Down = row.Line.Number,
            Gap = at == 0 ? Math.Max(number, row.Line.Gap) : row.Line.Number - filled[at - 1].Line.Number - 1,
        })];
    }
}
