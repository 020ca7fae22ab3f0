namespace Vridlo.Documents.Reading;

/// <summary>
/// Tables of Markdown without bars, as converters write them: groups of dashes rule the columns, rows end at an empty line or,
/// where a row may not run over lines, at the end of each line.
/// </summary>
internal sealed class MarkdownLayoutTable
{
    private readonly string[] source;
    private readonly List<(int From, int To)> columns = [];

    private MarkdownLayoutTable(string[] source, int start)
    {
        this.source = source;
        Start = start;
    }

    public int Start { get; }

    /// <summary>The line that rules the columns.</summary>
    private int RuledAt { get; init; }

    /// <summary>The first line behind the table.</summary>
    public int End { get; private set; }

    private bool ManyLines { get; init; }

    /// <summary>The table that begins at a line, or null.</summary>
    public static MarkdownLayoutTable? At(string[] source, int at)
    {
        var whole = IsRule(source[at]) && Groups(source[at]).Count == 1;
        var ruled = whole ? Array.FindIndex(source, at + 1, Math.Min(6, source.Length - at - 1), line => Groups(line).Count > 1) : at + 1;
        if (ruled < 0 || ruled >= source.Length || !IsRule(source[ruled]) || Groups(source[ruled]).Count < 2) return null;
        if (source[at..ruled].Any(string.IsNullOrWhiteSpace)) return null;
        var table = new MarkdownLayoutTable(source, at) { RuledAt = ruled, ManyLines = whole };
        table.columns.AddRange(Groups(source[ruled]));
        table.End = table.FindEnd();
        return table.End > ruled + 1 ? table : null;
    }

    public bool IsRuleAt(int at) => IsRule(source[at]);

    /// <summary>The head, then the rows, each as its lines.</summary>
    public IEnumerable<List<int>> Rows()
    {
        var row = new List<int>();
        for (var at = Start; at < End; at++)
        {
            if (!IsRuleAt(at) && !string.IsNullOrWhiteSpace(source[at])) row.Add(at);
            if (row.Count == 0 || at != RuledAt && (at < RuledAt || ManyLines && at + 1 < End && !IsRuleAt(at) && !string.IsNullOrWhiteSpace(source[at]))) continue;
            yield return row;
            row = [];
        }
    }

    /// <summary>The pieces of a line that stand under each other's rule.</summary>
    public IEnumerable<(int Column, string Text)> Cells(int at)
    {
        var line = PlainTextReader.Spread(source[at]);
        for (var column = 0; column < columns.Count; column++)
        {
            var from = Math.Min(columns[column].From, line.Length);
            var to = column + 1 < columns.Count ? Math.Min(columns[column + 1].From, line.Length) : line.Length;
            if (line[from..to].Trim() is { Length: > 0 } text) yield return (column, text);
        }
    }

    private int FindEnd()
    {
        for (var at = RuledAt + 1; at < source.Length; at++)
        {
            if (IsRule(source[at]) && Groups(source[at]).Count == (ManyLines ? 1 : columns.Count)) return at + 1;
            if (!ManyLines && string.IsNullOrWhiteSpace(source[at])) return at;
            if (ManyLines && source[at].Length > 0 && source[at][0] == '#') return 0;
        }

        return ManyLines ? 0 : source.Length;
    }

    private static bool IsRule(string line) => line.Trim() is { Length: >= 3 } rule && rule.All(c => c is '-' or ' ') && !rule.Contains("   ", StringComparison.Ordinal) && rule.StartsWith("--", StringComparison.Ordinal);

    private static List<(int From, int To)> Groups(string line)
    {
        var groups = new List<(int From, int To)>();
        if (!IsRule(line)) return groups;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '-') continue;
            var from = at;
            while (at < line.Length && line[at] == '-') at++;
            groups.Add((from, at));
        }

        return groups;
    }
}
