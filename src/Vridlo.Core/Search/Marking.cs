using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>A text with the ranges that were asked for.</summary>
/// <param name="Text">the text</param>
/// <param name="Marks">ranges in it, ascending and apart</param>
public sealed record Marked(string Text, IReadOnlyList<Mark> Marks)
{
    /// <summary>The text cut at the edges of the marks, in order; nothing is left out.</summary>
    public IEnumerable<(string Text, bool Mark)> Pieces()
    {
        var at = 0;
        foreach (var mark in Marks)
        {
            if (mark.Start > at)
            {
                yield return (Text[at..mark.Start], false);
            }

            at = mark.Start + mark.Length;
            yield return (Text[mark.Start..at], true);
        }

        if (at < Text.Length)
        {
            yield return (Text[at..], false);
        }
    }
}

/// <summary>A range of a text in UTF-16 units.</summary>
/// <param name="Start">first unit, from 0</param>
/// <param name="Length">how many units</param>
public readonly record struct Mark(int Start, int Length);

/// <summary>Finds in the original text the words that were asked for.</summary>
internal static class Marking
{
    private const int SnippetLength = 240;
    private const int BeforeFirstMark = 80;

    public static Marked Mark(string text, Language language, IReadOnlyList<AskedWord> asked) =>
        new(text, [.. SplitWords.Of(text).Where(w => asked.Any(a => a.Fits(w, language))).Select(w => new Mark(w.Start, w.Length))]);

    /// <summary>
    /// The stretch of a longer text around what was asked for; its beginning when that does not occur in it. Paragraphs that nobody has
    /// translated stand there in Czech, and are found by Czech stems.
    /// </summary>
    public static Marked Snippet(string body, Language language, IReadOnlyList<AskedWord> asked)
    {
        var best = body.Split('\n')
            .SelectMany(paragraph => new[] { language, Language.Cs }.Distinct().Select(of => Mark(paragraph, of, asked)))
            .MaxBy(marked => Math.Min(marked.Marks.Count, asked.Count))!;
        if (best.Text.Length <= SnippetLength)
        {
            return best;
        }

        var first = best.Marks.Count > 0 ? best.Marks[0].Start : 0;
        var start = first <= BeforeFirstMark ? 0 : AfterSpace(best.Text, first - BeforeFirstMark);
        var end = start + SnippetLength >= best.Text.Length ? best.Text.Length : best.Text.LastIndexOf(' ', start + SnippetLength, SnippetLength / 2);
        end = end < 0 ? start + SnippetLength : end;
        var (head, tail) = (start > 0 ? "… " : "", end < best.Text.Length ? " …" : "");
        return new(
            head + best.Text[start..end] + tail,
            [.. best.Marks.Where(m => m.Start >= start && m.Start + m.Length <= end).Select(m => new Mark(m.Start - start + head.Length, m.Length))]);
    }

    private static int AfterSpace(string text, int from) => text.IndexOf(' ', from) is var space && space >= 0 && space < from + BeforeFirstMark ? space + 1 : from;
}
