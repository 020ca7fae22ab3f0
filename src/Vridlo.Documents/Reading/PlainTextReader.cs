using System.Text;

namespace Vridlo.Documents.Reading;

/// <summary>Plain text: indentation counts columns, form feeds end sheets, empty lines are gaps.</summary>
internal static class PlainTextReader
{
    public static ReadLines Read(string text, IReadOnlyList<Doubt> notes)
    {
        var lines = new List<Line>();
        string[] source = [.. SplitLines(text)];
        int sheet = 1, gap = 1;
        for (var number = 1; number <= source.Length; number++)
        {
            var raw = source[number - 1];
            if (raw.Length > 0 && DashedTable.At(source, number - 1, hanging: true) is { } table)
            {
                lines.AddRange(Cells(source, table, sheet));
                (number, gap) = (table.End, 1);
                continue;
            }

            var feeds = raw.Count(c => c == '\f');
            if (feeds > 0) (sheet, gap) = (sheet + feeds, gap + 2);
            var plain = Cleaning.Plain(raw);
            if (plain.Length == 0) gap++;
            else
            {
                lines.Add(Measure(raw, plain, number, sheet, gap));
                gap = 0;
            }
        }

        return new("txt", TextColumns.Part(lines), null, notes);
    }

    private static IEnumerable<Line> Cells(string[] source, DashedTable table, int sheet)
    {
        foreach (var (row, at) in table.Rows().Select((row, at) => (row, at)))
            foreach (var cell in row.SelectMany(line => table.Cells(line).Select(cell => (Line: line, cell.Column, cell.Text))).GroupBy(cell => cell.Column))
                foreach (var (line, column, text) in cell)
                    yield return new()
                    {
                        Number = line + 1, Raw = text, Text = Cleaning.Plain(text), Sheet = sheet, Down = line + 1, Right = text.Length, Edge = table.Width(column),
                        // A line that fills several columns again begins something new in each.
                        Cell = new(table.Start + 1, at, column), InTable = true, Gap = line != row[0] && table.Cells(line).Skip(1).Any() ? 1 : 0,
                    };
        for (var at = table.Start; at < table.End; at++)
            if (table.IsRuleAt(at)) yield return new() { Number = at + 1, Raw = source[at].Trim(), Text = source[at].Trim(), Sheet = sheet, Down = at + 1, Furniture = "rule" };
    }

    public static IEnumerable<string> SplitLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Split('\n');

    private static Line Measure(string raw, string plain, int number, int sheet, int gap)
    {
        var spread = Spread(raw);
        return new()
        {
            Number = number, Raw = raw.Trim('\f'), Text = plain, Sheet = sheet, Gap = gap, Down = number,
            Left = spread.Length - spread.TrimStart().Length, Right = spread.TrimEnd().Length,
        };
    }

    /// <summary>Tabulators become spaces up to the next multiple of eight.</summary>
    public static string Spread(string raw)
    {
        if (!raw.Contains('\t', StringComparison.Ordinal)) return raw.Replace("\f", "", StringComparison.Ordinal);
        var spread = new StringBuilder(raw.Length + 16);
        foreach (var c in raw)
        {
            if (c == '\t') spread.Append(' ', 8 - spread.Length % 8);
            else if (c != '\f') spread.Append(c);
        }

        return spread.ToString();
    }
}
