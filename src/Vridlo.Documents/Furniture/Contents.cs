using System.Text.RegularExpressions;
using Vridlo.Documents.Reading;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Furniture;

/// <summary>Tables of contents: a heading that says so, dotted leaders, titles that come again later.</summary>
internal static partial class Contents
{
    /// <summary>Longer lines are paragraphs; entries of contents are never so long.</summary>
    private const int Longest = 400;

    public static void Undo(ReadLines read)
    {
        var lines = read.Lines.Where(line => line.Free).ToList();
        var later = new Lazy<Dictionary<string, int>>(() => Later(lines));
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].Free) continue;
            if (IsHeading(lines[at])) at = Math.Max(at, UndoFrom(lines, at, later.Value) - 1);
            else if (IsLeader(lines[at].Text)) lines[at].Use(LineUse.Furniture, "contents");
        }
    }

    /// <summary>Whether dots or dashes lead to a page number, as only contents have it.</summary>
    public static bool IsLeader(string text) => text.Length <= Longest && MayLead(text) && Leader().IsMatch(text);

    /// <summary>Spares nearly all lines the pattern, which tries every place where the dots may begin.</summary>
    private static bool MayLead(string text) =>
        text.AsSpan().Count('.') >= 4 || text.Contains('…', StringComparison.Ordinal) || text.Contains("____", StringComparison.Ordinal);

    /// <summary>Where each title occurs last, so that an entry can be told by coming again.</summary>
    private static Dictionary<string, int> Later(List<Line> lines)
    {
        var last = new Dictionary<string, int>();
        for (var at = 0; at < lines.Count; at++) last[Key(lines[at].Text)] = at;
        return last;
    }

    private static bool IsHeading(Line line) => line.Cell is null && Vocabulary.All.Is("contents", Cleaning.Fold(Numbering.Parse(line.Text)?.Behind ?? line.Text));

    /// <summary>Marks the heading and the entries after it; returns the first line behind them.</summary>
    private static int UndoFrom(List<Line> lines, int heading, Dictionary<string, int> later)
    {
        int end = heading + 1, misses = 0;
        for (var at = heading + 1; at < lines.Count && misses < 3; at++)
        {
            var line = lines[at];
            if (IsLeader(line.Text) || IsEntry(line.Text) || later[Key(line.Text)] > at && !IsLeader(lines[later[Key(line.Text)]].Text) || Opens(line, at, later)) (end, misses) = (at + 1, 0);
            else misses++;
            if (line.HeadingLevel is not null && end <= at) break;
        }

        if (end < heading + 3) return heading;
        for (var at = heading; at < end; at++) lines[at].Use(LineUse.Furniture, "contents");
        return end;
    }

    /// <summary>Contents may give less of a title than its heading does: "Priority A" for "Priority A. Schools".</summary>
    private static bool Opens(Line entry, int at, Dictionary<string, int> later)
    {
        var key = Key(entry.Text);
        return key.Contains(' ', StringComparison.Ordinal) && entry.Text.Length <= 60 && later.Any(title => title.Value > at && title.Key.Length > key.Length && title.Key[key.Length] == ' ' && title.Key.StartsWith(key, StringComparison.Ordinal));
    }

    private static string Key(string text) => Cleaning.Fold(EndsInPage(text) && Entry().Match(text) is { Success: true } entry ? entry.Groups[1].Value : text);

    private static bool IsEntry(string text) => EndsInPage(text) && Entry().IsMatch(text);

    private static bool EndsInPage(string text) => text.Length is > 0 and <= Longest && char.IsDigit(text[^1]);

    [GeneratedRegex(@"^(.*?\S)\s*(?:\.\s?){4,}\s*[ivxlc\d]{0,5}$|^(.*?\S)\s*(?:…\s?){2,}\s*\d{0,4}$|^(.*?\S)\s*_{4,}\s*\d{0,4}$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(.*?\p{L}.*?)[\s.…_]+\d{1,3}$")]
    private static partial Regex Entry();
}
