using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>The lines of the document a draft was read from.</summary>
internal static class DocumentLines
{
    private const int Around = 2;
    private const int Most = 60;

    /// <summary>The lines on which a span stands, with a few before and after; empty without document.</summary>
    public static IReadOnlyList<SourceLine> Of(DraftDocument? document, SourceSpan span)
    {
        if (document is null || Page(document, span.Page ?? 1) is not { } lines)
        {
            return [];
        }

        var last = span.EndPage == span.Page ? span.EndLine : lines.Length;
        var from = Math.Max(1, span.Line - Around);
        var to = Math.Min(Math.Min(lines.Length, last + Around), from + Most);
        return [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(n => new SourceLine(n, lines[n - 1], n >= span.Line && n <= last))];
    }

    public static int Pages(DraftDocument document) => document.Paged ? document.Text.Split('\f').Length : 1;

    public static string[]? Page(DraftDocument document, int page) =>
        (document.Paged ? document.Text.Split('\f') : [document.Text]).ElementAtOrDefault(page - 1)?.Split('\n');
}
