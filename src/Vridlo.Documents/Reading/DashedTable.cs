namespace Vridlo.Documents.Reading;

/// <summary>
/// Tables without bars, as converters to Markdown and typists write them: groups of dashes rule the columns. Rows end at an
/// empty line, or where a row may not run over lines, at the end of each line, or where the first column is filled again.
/// </summary>
internal sealed class DashedTable
{
    private readonly string[] source;
    private readonly List<(int From, int To)> columns = [];

    private DashedTable(string[] source, int start)
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

    /// <summary>Whether only a filled first column begins a row.</summary>
    private bool Hanging { get; init; }

    public int Width(int column) => columns[column].To - columns[column].From;

    /// <summary>The table that begins at a line, or null.</summary>
    public static DashedTable? At(string[] source, int at, bool hanging = false)
    {
        var whole = IsRule(source[at]) && Groups(source[at]).Count == 1;
        var ruled = whole ? Array.FindIndex(source, at + 1, Math.Min(6, source.Length - at - 1), line => Groups(line).Count > 1) : at + 1;
        if (ruled < 0 || ruled >= source.Length || !IsRule(source[ruled]) || Groups(source[ruled]).Count < 2) return null;
        if (source[at..ruled].Any(string.IsNullOrWhiteSpace)) return null;
        var table = new DashedTable(source, at) { RuledAt = ruled, ManyLines = whole, Hanging = hanging };
        table.columns.AddRange(Groups(source[ruled]));
        table.End = table.FindEnd();
        return table.End > ruled + 1 && (!hanging || table.FitsAll()) ? table : null;
    }

    /// <summary>Whether no text of any row runs over the place where a column begins.</summary>
    private bool FitsAll() =>
        Enumerable.Range(Start, End - Start).Where(at => !IsRuleAt(at)).Select(at => PlainTextReader.Spread(source[at]))
            .All(line => columns.Skip(1).All(column => line.Length <= column.From || line[column.From - 1] == ' '));

    public bool IsRuleAt(int at) => IsRule(source[at]);

    /// <summary>The head, then the rows, each as its lines.</summary>
    public IEnumerable<List<int>> Rows()
    {
        var row = new List<int>();
        for (var at = Start; at < End; at++)
        {
            if (!IsRuleAt(at) && !string.IsNullOrWhiteSpace(source[at])) row.Add(at);
            if (Hanging && at > RuledAt && at + 1 < End && Cells(at + 1).All(cell => cell.Column > 0)) continue;
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

    private static bool IsRule(string line) => line.Trim() is { Length: >= 3 } rule && rule.All(c => c is '-' or ' ') && rule.StartsWith("--", StringComparison.Ordinal);

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
