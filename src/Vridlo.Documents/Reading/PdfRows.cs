using System.Text;

namespace Vridlo.Documents.Reading;

/// <summary>A run of letters on one row without a wide gap.</summary>
internal sealed record PdfRun(double Left, double Right, double Base, double Size, bool Bold, string Text, IReadOnlyList<PdfWord> Words)
{
    /// <summary>Whether a bullet is drawn before it.</summary>
    public bool Drawn { get; init; }

    public bool OpensItem => Drawn || Furniture.Bullets.Split(Text) is not null;
}

/// <summary>A word of a run.</summary>
internal sealed record PdfWord(double Left, double Right, string Text, bool Bold);

/// <summary>Letters on one baseline become rows, rows become runs.</summary>
internal static class PdfRows
{
    /// <summary>How large a raised mark may be beside its text; browsers print it at five sixths.</summary>
    private const double LargestRaised = 0.85;

    public static List<PdfRun> Runs(List<PdfGlyph> letters) => [.. Rows(letters).SelectMany(Split)];

    /// <summary>Letters on one baseline are one row; a raised small letter joins the row of the letter before it.</summary>
    private static IEnumerable<List<PdfGlyph>> Rows(List<PdfGlyph> letters)
    {
        var rows = new List<Row>();
        var byBase = new Dictionary<int, List<Row>>();
        foreach (var line in Alike(letters).OrderByDescending(line => line[0].Size).ThenByDescending(line => line[0].Base))
        {
            var (size, y) = (line[0].Size, line[0].Base);
            var row = Near(byBase, y, 1).FirstOrDefault(row => Math.Abs(row.Base - y) < row.Size * 0.1);
            foreach (var letter in line)
            {
                if (row is null && Near(byBase, y, (int)(size * 1.5) + 1).FirstOrDefault(under => under.IsUnder(letter)) is { } below)
                {
                    below.Letters.Add(letter);
                    continue;
                }

                if (row is null) Keep(row = new(y, size), rows, byBase);
                row.Letters.Add(letter);
            }
        }

        return rows.OrderByDescending(row => row.Base).Select(row => row.Letters);
    }

    /// <summary>Letters of one size and baseline: there are far fewer of these to sort than letters.</summary>
    private static List<List<PdfGlyph>> Alike(List<PdfGlyph> letters)
    {
        var lines = new Dictionary<(double, double), List<PdfGlyph>>();
        List<PdfGlyph> line = [];
        foreach (var letter in letters)
        {
            if (line.Count == 0 || line[0].Size != letter.Size || line[0].Base != letter.Base)
            {
                var key = (letter.Size, letter.Base);
                if (!lines.TryGetValue(key, out line!)) lines[key] = line = [];
            }

            line.Add(letter);
        }

        return [.. lines.Values];
    }

    private static void Keep(Row row, List<Row> rows, Dictionary<int, List<Row>> byBase)
    {
        rows.Add(row);
        var key = (int)Math.Floor(row.Base);
        if (byBase.TryGetValue(key, out var same)) same.Add(row);
        else byBase[key] = [row];
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

        public List<PdfGlyph> Letters { get; } = [];

        /// <summary>Whether a small letter is raised over the end of this row.</summary>
        public bool IsUnder(PdfGlyph letter) =>
            letter.Base > Base && letter.Base - Base < Size * 0.6 && letter.Size < Size * LargestRaised && Letters.Any(other => Math.Abs(letter.Left - other.Right) < Size * 0.5);
    }

    private static IEnumerable<PdfRun> Split(List<PdfGlyph> row)
    {
        var size = 0.0;
        foreach (var letter in row) size = Math.Max(size, letter.Size);
        var baseline = row.Find(letter => letter.Size > size * 0.85).Base;
        var run = new List<PdfGlyph>();
        foreach (var letter in LeftToRight(row))
        {
            if (IsNoteMark(letter, size, baseline, run) || IsDouble(letter, run)) continue;
            if (run.Count > 0 && letter.Left - run[^1].Right > size * 1.45 && letter.Left - run[^1].Right > Gap(run, size))
            {
                yield return Make(run, baseline);
                run = [];
            }

            run.Add(letter);
        }

        if (run.Count > 0) yield return Make(run, baseline);
    }

    private static IEnumerable<PdfGlyph> LeftToRight(List<PdfGlyph> row)
    {
        for (var at = 1; at < row.Count; at++)
            if (row[at].Left < row[at - 1].Left) return row.OrderBy(letter => letter.Left);
        return row;
    }

    /// <summary>Behind a bullet or a number the gap may be wider than between words.</summary>
    private static double Gap(List<PdfGlyph> run, double size) =>
        run.Count <= 6 && IsMark(string.Concat(run.Select(letter => letter.Text))) ? size * 4 : size * 1.45;

    private static bool IsMark(string text) =>
        text.Length <= 6 && (text.All(c => char.IsDigit(c) || c is '.' or ')') && text.Any(c => c is '.' or ')') || Furniture.Bullets.IsBare(text) || text == "o" || text.Length == 2 && text[1] is ')' or '.');

    /// <summary>A raised small digit behind a word refers to a footnote.</summary>
    private static bool IsNoteMark(PdfGlyph letter, double size, double baseline, List<PdfGlyph> run) =>
        run.Count > 0 && letter.Size < size * LargestRaised && letter.Base > baseline + size * 0.15 && letter.Text.All(c => char.IsDigit(c) || "¹²³⁴⁵⁶⁷⁸⁹⁰*)".Contains(c, StringComparison.Ordinal));

    /// <summary>Poor man's bold prints a letter twice with a small shift.</summary>
    private static bool IsDouble(PdfGlyph letter, List<PdfGlyph> run) =>
        run.Count > 0 && run[^1].Text == letter.Text && letter.Left - run[^1].Left < letter.Size * 0.08;

    private static PdfRun Make(List<PdfGlyph> run, double baseline)
    {
        var words = new List<PdfWord>();
        var text = new StringBuilder(run.Count + 8);
        int from = 0, begins = 0, bold = 0;
        double size = 0;
        for (var at = 0; at < run.Count; at++)
        {
            text.Append(run[at].Text);
            size = Math.Max(size, run[at].Size);
            if (run[at].Bold) bold++;
            if (at + 1 < run.Count && run[at + 1].Left - run[at].Right <= Math.Max(0.8, run[at + 1].Size * 0.17)) continue;
            words.Add(new(run[from].Left, run[at].Right, text.ToString(begins, text.Length - begins), run[at].Bold));
            if (at + 1 < run.Count) text.Append(' ');
            (from, begins) = (at + 1, text.Length);
        }

        return new(run[0].Left, run[^1].Right, baseline, Math.Round(size, 1), bold > run.Count * 0.7, text.ToString(), words);
    }
}
