using System.Net;
using System.Text.RegularExpressions;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>Markdown: headings, lists, tables and quotes; marks of emphasis and links are taken off the text.</summary>
internal sealed partial class MarkdownReader
{
    private readonly List<Line> lines = [];
    private readonly string[] source;
    private int gap = 1;
    private int paragraph;
    private bool open;
    private string? fence;

    private MarkdownReader(string text) => source = [.. PlainTextReader.SplitLines(text)];

    public static ReadLines Read(string text, IReadOnlyList<Doubt> doubts)
    {
        var reader = new MarkdownReader(text);
        reader.ReadAll();
        reader.EndEmphasis();
        return new("md", reader.lines, null, doubts);
    }

    private void ReadAll()
    {
        FindRunIns();
        for (var at = FrontMatter(); at < source.Length; at++)
        {
            var raw = source[at];
            if (string.IsNullOrWhiteSpace(raw)) (gap, open) = (gap + 1, false);
            else if (Comment().IsMatch(raw)) Add(at, raw, furniture: "comment");
            else if (IsTable(at)) at = Table(at) - 1;
            else if (fence is null && DashedTable.At(source, at) is { } table) at = LayoutTable(table) - 1;
            else Block(at, raw);
        }
    }

    /// <summary>Takes off marks of emphasis that open in the first line of a paragraph and close in its last.</summary>
    private void EndEmphasis()
    {
        foreach (var each in lines.GroupBy(line => line.Paragraph).Where(each => each.Count() > 1))
        {
            var (first, last) = (each.First(), each.Last());
            var mark = first.Text.TakeWhile(c => c is '*' or '_').Count();
            if (mark is 0 or > 3 || !last.Text.EndsWith(first.Text[..mark], StringComparison.Ordinal) || first.Text.Length == mark || last.Text.Length == mark) continue;
            first.Text = first.Text[mark..];
            last.Text = last.Text[..^mark];
        }
    }

    private int FrontMatter()
    {
        if (source[0].Trim() != "---") return 0;
        var end = Array.FindIndex(source, 1, line => line.Trim() is "---" or "...");
        if (end < 0 || end > 40) return 0;
        for (var at = 0; at <= end; at++)
            if (!string.IsNullOrWhiteSpace(source[at])) Add(at, source[at], furniture: "front-matter");
        return end + 1;
    }

    private void Block(int at, string raw)
    {
        var text = Quote().Replace(raw, "");
        if (fence is not null || text.TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..]) Fenced(at, raw);
        else if (Heading().Match(text) is { Success: true } heading)
        {
            open = false;
            Add(at, heading.Groups[2].Value, level: heading.Groups[1].Length);
        }
        else if (Rule().IsMatch(text)) Add(at, raw);
        else if (ListItem().Match(text) is { Success: true } item && (!open || item.Groups[2].Value is not [>= '2' and <= '9', ..] || lines[^1].Marker is not null)) Item(at, item);
        else Continue(at, text);
    }

    private void Fenced(int at, string raw)
    {
        var mark = raw.TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..] ? raw.TrimStart()[..3] : null;
        if (mark is null) { open = false; Add(at, raw); return; }
        fence = fence is null ? mark : null;
        Add(at, raw, furniture: "rule");
    }

    private void Item(int at, Match item)
    {
        var text = TaskBox().Replace(item.Groups[3].Value, "");
        if (ContentsLink().IsMatch(text)) { Add(at, text, furniture: "contents"); return; }
        open = false;
        var mark = item.Groups[2].Value;
        Add(at, text, marker: mark is "-" or "*" or "+" ? "•" : mark, left: PlainTextReader.Spread(item.Groups[1].Value).Length, lead: LeadOf(text));
        open = true;
    }

    private void Continue(int at, string text)
    {
        var broken = open && (source[at - 1].EndsWith("  ", StringComparison.Ordinal) || source[at - 1].EndsWith('\\')) && lines[^1].Marker is null;
        if (broken || EndsList(text)) open = false;
        if (!open && runIns.Contains(at)) AddRunIn(at, text);
        else Add(at, text);
        open = true;
    }

    /// <summary>"1.2 …" at the margin right behind an item is no list mark of Markdown, but it begins anew.</summary>
    private bool EndsList(string text) =>
        open && lines[^1].Marker is not null && !char.IsWhiteSpace(text[0]) && Numbering.Parse(Cleaning.Plain(text)) is { Number: { Path.Count: > 1, Firm: true } };

    private void Add(int at, string text, int? level = null, string? marker = null, int left = 0, string? furniture = null, Cell? cell = null, string? raw = null, string? lead = null)
    {
        if (!open) paragraph++;
        var bold = AllBold().IsMatch(text.Trim());
        var plain = Cleaning.Plain(Inline(text));
        if (plain.Length == 0) plain = furniture is null ? text.Trim() : text;
        lines.Add(new()
        {
            Number = at + 1, Raw = raw ?? (cell is null ? source[at] : text), Text = plain, Gap = gap, HeadingLevel = level, Marker = marker, Left = left,
            Paragraph = paragraph, Bold = bold, Furniture = furniture ?? (plain.Any(char.IsLetterOrDigit) ? null : "rule"), Cell = cell, Lead = lead,
        });
        if (level is not null || furniture is not null) open = false;
        gap = 0;
    }

    private static string Inline(string text)
    {
        var plain = Image().Replace(text, "$1");
        plain = Link().Replace(plain, "$1");
        plain = Emphasis().Replace(plain, "$2");
        plain = Emphasis().Replace(plain, "$2");
        plain = Tag().Replace(plain, " ");
        plain = Attributes().Replace(plain, "");
        return WebUtility.HtmlDecode(Escape().Replace(plain.TrimEnd('\\'), "$1"));
    }

    [GeneratedRegex(@"^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\s*)([-*+]|\d{1,3}[.)]|[a-z]\))\s+(\S.*)$")]
    private static partial Regex ListItem();

    /// <summary>The box of a task, to be done or done.</summary>
    [GeneratedRegex(@"^\[[ xX]\]\s+")]
    private static partial Regex TaskBox();

    [GeneratedRegex(@"^\s*(?:>\s?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*([-*_=])(?:\s*\1){2,}\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*<!--.*?(?:-->\s*)?$|^\s*\[[^\]]+\]:\s+\S+")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\[[^\]]*\]\(#[^)]*\)[.\s\d]*$")]
    private static partial Regex ContentsLink();

    [GeneratedRegex(@"!\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]^][^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|`+|~~)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*\{[#.][^}]*\}\s*$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!|>])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^(\*\*|__)(?!\s)[^*_]+\1:?$")]
    private static partial Regex AllBold();
}
