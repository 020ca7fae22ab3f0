using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics;

namespace Vridlo.Documents.Reading;

/// <summary>Letters of a page become runs; runs become lines in reading order.</summary>
internal sealed class PdfPage(int number, IReadOnlyList<Letter> letters, IReadOnlyList<PdfPath> paths)
{
    private readonly PdfGlyphs glyphs = new(letters);

    public List<Line> Lines()
    {
        var runs = PdfBullets.Mark(PdfRows.Runs(glyphs.Upright), paths);
        var lines = new List<Line>();
        foreach (var (table, rest) in Zones(runs))
        {
            if (table is not null) lines.AddRange(TableLines(table, lines.Count, 0));
            foreach (var column in PdfColumns.Order(rest)) lines.AddRange(ColumnLines(column, lines.Count));
        }

        if (glyphs.Aside is { Length: > 0 } aside) lines.Add(new() { Page = number, Sheet = number, Number = lines.Count + 1, Raw = aside, Text = aside, Furniture = "rotated" });
        return lines;
    }

    /// <summary>Tables over the whole page, each with the runs that stand below it; the first zone has no table.</summary>
    private IEnumerable<(PdfPrintedTable? Table, List<PdfRun> Below)> Zones(List<PdfRun> runs)
    {
        var sure = PdfRuledTables.Find(runs, new(paths));
        runs = Without(runs, sure);
        var beside = PdfSideLists.Find(PdfColumns.Rows(runs));
        runs = Without(runs, beside);
        var rows = PdfColumns.Rows(runs);
        var headed = PdfHeadedTables.Find(rows);
        var guessed = headed.Concat(PdfTables.Find(rows, wholePage: true).Where(table => !headed.Any(other => other.Top >= table.Bottom && other.Bottom <= table.Top))).Select(table => table.Printed()).ToList();
        var free = Without(runs, guessed);
        var tables = sure.Concat(beside).Concat(guessed).OrderByDescending(table => table.Top).ToList();
        for (var at = -1; at < tables.Count; at++)
        {
            var (top, bottom) = (at < 0 ? double.MaxValue : tables[at].Top + 0.01, at + 1 < tables.Count ? tables[at + 1].Top + 0.01 : double.MinValue);
            yield return (at < 0 ? null : tables[at], free.FindAll(run => run.Base < top && run.Base >= bottom));
        }
    }

    /// <summary>The runs that stand in none of the tables; cells may have parted a run, its words stay the same.</summary>
    private static List<PdfRun> Without(List<PdfRun> runs, List<PdfPrintedTable> tables)
    {
        if (tables.Count == 0) return runs;
        var inside = tables.SelectMany(table => table.Cells).SelectMany(cell => cell.Runs).SelectMany(run => run.Words).ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        return runs.FindAll(run => !inside.Contains(run.Words[0]));
    }

    private List<Line> TableLines(PdfPrintedTable table, int before, int column)
    {
        tables++;
        var lines = new List<Line>();
        foreach (var cell in table.Cells)
        {
            double? above = null;
            foreach (var run in cell.Runs.OrderByDescending(run => run.Base).ThenBy(run => run.Left))
            {
                var text = Cleaning.Plain(run.Text);
                lines.Add(new()
                {
                    Page = number, Sheet = number, Number = before + lines.Count + 1, Raw = run.Text, Text = text.Length > 0 ? text : run.Text, Column = column,
                    Left = run.Left - cell.Left, Right = run.Right - cell.Left, Edge = Math.Max(0, cell.Edge - cell.Left), InTable = true,
                    Marker = run.Drawn ? "•" : null, Size = run.Size, Bold = run.Bold, Down = -run.Base, Gap = above is null || above - run.Base > run.Size * 1.9 ? 1 : 0,
                    Cell = new(number * 100 + tables, cell.Row, cell.Column, cell.Span),
                });
                above = run.Base;
            }
        }

        return lines;
    }

    private int tables;

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
                lines.AddRange(TableLines(table.Printed(), before + lines.Count, column.Number));
                at += table.Rows.Count - 1;
                continue;
            }

            var drop = at == 0 ? double.MaxValue : rows[at - 1][0].Base - rows[at][0].Base;
            if (RunIn(rows[at]) is var (title, behind))
            {
                lines.Add(RowLine(column, [title], before + lines.Count + 1, drop, leading, RunInTitle.Title(title.Text)));
                lines.Add(RowLine(column, [behind], before + lines.Count + 1, 0, leading, RunInTitle.Behind(behind.Text)));
            }
            else lines.Add(RowLine(column, rows[at], before + lines.Count + 1, drop, leading));
        }

        return lines;
    }

    /// <summary>The title in bold and the text behind it, where a row is such.</summary>
    private static (PdfRun Title, PdfRun Behind)? RunIn(IReadOnlyList<PdfRun> row)
    {
        if (row.Count != 1 || row[0].Drawn || !row[0].Words[0].Bold || row[0].Words[^1].Bold) return null;
        var (run, lead) = (row[0], row[0].Words.TakeWhile(word => word.Bold).ToList());
        var behind = run.Words.Skip(lead.Count).ToList();
        var (title, text) = (string.Join(' ', lead.Select(word => word.Text)), string.Join(' ', behind.Select(word => word.Text)));
        return RunInTitle.Is(title, text) ? (run with { Right = lead[^1].Right, Text = title, Words = lead, Bold = true }, run with { Text = text, Words = behind, Bold = false }) : null;
    }

    private Line RowLine(PdfColumn column, IReadOnlyList<PdfRun> row, int at, double drop, double leading, string? said = null)
    {
        var raw = string.Join(' ', row.Select(run => run.Text));
        var text = Cleaning.Plain(said ?? raw);
        var usual = Math.Max(leading, row[0].Size * 1.2);
        return new()
        {
            Page = number, Sheet = number, Number = at, Raw = raw, Text = text.Length > 0 ? text : raw, Column = column.Number, Parted = column.Parted,
            Left = row[0].Left - column.Left, Right = row[^1].Right - column.Left, Edge = column.Right - column.Left, Down = -row[0].Base,
            Size = row.Max(run => run.Size), Bold = row.All(run => run.Bold || run.Text.Length < 3), Gap = drop > usual * 2.4 ? 2 : drop > usual * 1.28 ? 1 : 0,
            Marker = row[0].Drawn ? "•" : text.Length > 2 && row.Count == 1 && raw.StartsWith("o ", StringComparison.Ordinal) && IsCircle(row[0], column) ? "o" : null,
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
