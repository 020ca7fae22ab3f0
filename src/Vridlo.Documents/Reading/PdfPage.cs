using UglyToad.PdfPig.Content;

namespace Vridlo.Documents.Reading;

/// <summary>A run of letters on one row without a wide gap.</summary>
internal sealed record PdfRun(double Left, double Right, double Base, double Size, bool Bold, string Text, IReadOnlyList<PdfWord> Words);

/// <summary>A word of a run.</summary>
internal sealed record PdfWord(double Left, double Right, string Text);

/// <summary>Letters of a page become runs; runs become lines in reading order.</summary>
internal sealed class PdfPage(int number, IReadOnlyList<Letter> letters)
{
    private readonly List<string> aside = [];

    public List<Line> Lines()
    {
        var runs = Runs();
        var lines = new List<Line>();
        foreach (var (table, rest) in Zones(runs))
        {
            if (table is not null) lines.AddRange(TableLines(table, lines.Count, 0));
            foreach (var column in PdfColumns.Order(rest)) lines.AddRange(ColumnLines(column, lines.Count));
        }

        foreach (var text in aside)
            lines.Add(new() { Page = number, Sheet = number, Number = lines.Count + 1, Raw = text, Text = text, Furniture = "rotated" });
        return lines;
    }

    /// <summary>Tables over the whole page, each with the runs that stand below it; the first zone has no table.</summary>
    private static IEnumerable<(PdfTable? Table, List<PdfRun> Below)> Zones(List<PdfRun> runs)
    {
        var rows = PdfColumns.Rows(runs);
        var headed = PdfHeadedTables.Find(rows);
        var tables = headed.Concat(PdfTables.Find(rows, wholePage: true).Where(table => !headed.Any(other => other.Top >= table.Bottom && other.Bottom <= table.Top)))
            .OrderByDescending(table => table.Top).ToList();
        var top = double.MaxValue;
        for (var at = -1; at < tables.Count; at++)
        {
            var bottom = at + 1 < tables.Count ? tables[at + 1].Top + 0.01 : double.MinValue;
            yield return (at < 0 ? null : tables[at], [.. runs.Where(run => run.Base < top && run.Base > bottom)]);
            if (at + 1 < tables.Count) top = tables[at + 1].Bottom;
        }
    }

    private List<Line> TableLines(PdfTable table, int before, int column)
    {
        tables++;
        var lines = new List<Line>();
        var rights = Enumerable.Range(0, table.Columns.Count).Select(at => table.Rows.SelectMany(row => row).Where(run => table.ColumnOf(run) == at && table.SpanOf(run) == 1).Select(run => run.Right).DefaultIfEmpty(0).Max()).ToList();
        var row = 0;
        foreach (var cells in table.Cells())
        {
            foreach (var cell in cells.SelectMany(printed => printed).GroupBy(table.ColumnOf).OrderBy(cell => cell.Key))
            {
                double? above = null;
                foreach (var run in cell.OrderByDescending(run => run.Base).ThenBy(run => run.Left))
                {
                    var text = Cleaning.Plain(run.Text);
                    lines.Add(new()
                    {
                        Page = number, Sheet = number, Number = before + lines.Count + 1, Raw = run.Text, Text = text.Length > 0 ? text : run.Text, Column = column,
                        Left = run.Left - table.Columns[cell.Key], Right = run.Right - table.Columns[cell.Key], Edge = Math.Max(0, rights[cell.Key] - table.Columns[cell.Key]), InTable = true,
                        Size = run.Size, Bold = run.Bold, Down = -run.Base, Gap = above is null || above - run.Base > run.Size * 1.9 ? 1 : 0,
                        Cell = new(number * 100 + tables, row, cell.Key, table.SpanOf(run)),
                    });
                    above = run.Base;
                }
            }

            row++;
        }

        return lines;
    }

    private int tables;

    private List<PdfRun> Runs()
    {
        var upright = new List<Letter>();
        var rotated = new List<Letter>();
        foreach (var letter in letters)
            (letter.TextOrientation is TextOrientation.Horizontal ? upright : rotated).Add(letter);
        if (rotated.Any(letter => !string.IsNullOrWhiteSpace(letter.Value))) aside.Add(Cleaning.Plain(string.Concat(rotated.Select(letter => letter.Value))));
        return [.. Rows(upright).SelectMany(row => Split(row))];
    }

    /// <summary>Letters on one baseline are one row; a raised small letter joins the row of the letter before it.</summary>
    private static List<List<Letter>> Rows(List<Letter> letters)
    {
        var rows = new List<Row>();
        var byBase = new Dictionary<int, List<Row>>();
        foreach (var letter in letters.Where(letter => Size(letter) > 0.5).OrderByDescending(Size).ThenByDescending(letter => letter.StartBaseLine.Y))
        {
            var y = letter.StartBaseLine.Y;
            var row = Near(byBase, y, 1).FirstOrDefault(row => Math.Abs(row.Base - y) < row.Size * 0.1)
                ?? Near(byBase, y, (int)(Size(letter) * 1.5) + 1).FirstOrDefault(row => row.IsUnder(letter));
            if (row is not null) row.Letters.Add(letter);
            else
            {
                row = new(y, Size(letter));
                row.Letters.Add(letter);
                rows.Add(row);
                if (byBase.TryGetValue((int)Math.Floor(y), out var same)) same.Add(row);
                else byBase[(int)Math.Floor(y)] = [row];
            }
        }

        return [.. rows.OrderByDescending(row => row.Base).Select(row => row.Letters)];
    }

    private static IEnumerable<Row> Near(Dictionary<int, List<Row>> byBase, double y, int reach)
    {
        for (var at = (int)Math.Floor(y) - reach; at <= (int)Math.Floor(y) + Math.Min(reach, 2); at++)
            if (byBase.TryGetValue(at, out var rows))
                foreach (var row in rows) yield return row;
    }

    private sealed class Row(double baseline, double size)
    {
        public double Base { get; } = baseline;

        public double Size { get; } = size;

        public List<Letter> Letters { get; } = [];

        /// <summary>Whether a small letter is raised over the end of this row.</summary>
        public bool IsUnder(Letter letter) =>
            letter.StartBaseLine.Y > Base && letter.StartBaseLine.Y - Base < Size * 0.6 && PdfPage.Size(letter) < Size * 0.8 && Letters.Any(other => IsBefore(other, letter, Size));
    }

    private static bool IsBefore(Letter other, Letter letter, double size) =>
        Math.Abs(letter.StartBaseLine.X - other.EndBaseLine.X) < size * 0.5;

    private static double Size(Letter letter) => letter.PointSize > 0.5 ? letter.PointSize : letter.BoundingBox.Height;

    private static IEnumerable<PdfRun> Split(List<Letter> row)
    {
        var size = row.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).Select(Size).DefaultIfEmpty(0).Max();
        if (size <= 0) yield break;
        var baseline = row.Where(letter => Size(letter) > size * 0.85).Select(letter => letter.StartBaseLine.Y).First();
        var run = new List<Letter>();
        foreach (var letter in row.OrderBy(letter => letter.StartBaseLine.X))
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || IsNoteMark(letter, size, baseline, run) || IsDouble(letter, run)) continue;
            if (run.Count > 0 && letter.StartBaseLine.X - run[^1].EndBaseLine.X > Gap(run, size))
            {
                yield return Make(run, baseline);
                run = [];
            }

            run.Add(letter);
        }

        if (run.Count > 0) yield return Make(run, baseline);
    }

    /// <summary>Behind a bullet or a number the gap may be wider than between words.</summary>
    private static double Gap(List<Letter> run, double size) =>
        run.Count <= 6 && Mark(string.Concat(run.Select(letter => letter.Value))) ? size * 4 : size * 1.45;

    private static bool Mark(string text) =>
        text.Length <= 6 && (text.All(c => char.IsDigit(c) || c is '.' or ')') && text.Any(c => c is '.' or ')') || Furniture.Bullets.IsBare(text) || text == "o" || text.Length == 2 && text[1] is ')' or '.');

    /// <summary>A raised small digit behind a word refers to a footnote.</summary>
    private static bool IsNoteMark(Letter letter, double size, double baseline, List<Letter> run) =>
        run.Count > 0 && Size(letter) < size * 0.8 && letter.StartBaseLine.Y > baseline + size * 0.15 && letter.Value.All(c => char.IsDigit(c) || "¹²³⁴⁵⁶⁷⁸⁹⁰*)".Contains(c, StringComparison.Ordinal));

    /// <summary>Poor man's bold prints a letter twice with a small shift.</summary>
    private static bool IsDouble(Letter letter, List<Letter> run) =>
        run.Count > 0 && run[^1].Value == letter.Value && letter.StartBaseLine.X - run[^1].StartBaseLine.X < letter.PointSize * 0.08;

    private static PdfRun Make(List<Letter> run, double baseline)
    {
        var words = new List<PdfWord>();
        var from = 0;
        for (var at = 1; at <= run.Count; at++)
        {
            if (at < run.Count && run[at].StartBaseLine.X - run[at - 1].EndBaseLine.X <= Math.Max(0.8, Size(run[at]) * 0.17)) continue;
            words.Add(new(run[from].StartBaseLine.X, run[at - 1].EndBaseLine.X, string.Concat(run[from..at].Select(letter => letter.Value))));
            from = at;
        }

        var bold = run.Count(letter => IsBold(letter)) > run.Count * 0.7;
        return new(run[0].StartBaseLine.X, run[^1].EndBaseLine.X, baseline, Math.Round(run.Max(Size), 1), bold, string.Join(' ', words.Select(word => word.Text)), words);
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails?.IsBold == true || letter.FontDetails?.Weight > 550 || letter.FontName is { } name
            && (name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase));

    private List<Line> ColumnLines(PdfColumn column, int before)
    {
        var rows = column.Rows;
        var leading = Leading(rows);
        var found = PdfTables.Find(rows, wholePage: false);
        var lines = new List<Line>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (found.FirstOrDefault(table => ReferenceEquals(table.Rows[0], rows[at])) is { } table)
            {
                lines.AddRange(TableLines(table, before + lines.Count, column.Number));
                at += table.Rows.Count - 1;
                continue;
            }

            lines.Add(RowLine(column, rows[at], before + lines.Count + 1, at == 0 ? double.MaxValue : rows[at - 1][0].Base - rows[at][0].Base, leading));
        }

        return lines;
    }

    private Line RowLine(PdfColumn column, IReadOnlyList<PdfRun> row, int at, double drop, double leading)
    {
        var raw = string.Join(' ', row.Select(run => run.Text));
        var text = Cleaning.Plain(raw);
        var usual = Math.Max(leading, row[0].Size * 1.2);
        return new()
        {
            Page = number, Sheet = number, Number = at, Raw = raw, Text = text.Length > 0 ? text : raw, Column = column.Number, Parted = column.Parted,
            Left = row[0].Left - column.Left, Right = row[^1].Right - column.Left, Edge = column.Right - column.Left, Down = -row[0].Base,
            Size = row.Max(run => run.Size), Bold = row.All(run => run.Bold || run.Text.Length < 3), Gap = drop > usual * 2.4 ? 2 : drop > usual * 1.28 ? 1 : 0,
            Marker = text.Length > 2 && row.Count == 1 && raw.StartsWith("o ", StringComparison.Ordinal) && IsCircle(row[0], column) ? "o" : null,
        };
    }

    private static bool IsCircle(PdfRun run, PdfColumn column) => run.Left > column.Left + 20;

    /// <summary>The usual distance between the baselines of a column.</summary>
    private static double Leading(IReadOnlyList<IReadOnlyList<PdfRun>> rows)
    {
        var drops = rows.Zip(rows.Skip(1), (a, b) => a[0].Base - b[0].Base).Where(drop => drop > 2).Order().ToList();
        return drops.Count == 0 ? 0 : drops[drops.Count / 3];
    }
}
