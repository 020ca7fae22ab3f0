using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.Statements.Letters;

/// <summary>Finds placeholders in a Word document, wherever Word has split their letters into runs.</summary>
internal static partial class Placeholders
{
    /// <summary>All paragraphs of the text, the heads and feet of pages and the notes; those within others (boxes) before these.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(WordprocessingDocument document) =>
        [.. Roots(document.MainDocumentPart!).SelectMany(root => root.Descendants<Paragraph>()).Reverse()];

    /// <summary>The texts of a paragraph itself, in their order.</summary>
    public static IReadOnlyList<Text> Texts(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(t => t.Parent is Run && t.Ancestors<Paragraph>().First() == paragraph)];

    /// <summary>The placeholders of a paragraph, each with its name and where it is in the text of them all.</summary>
    public static IReadOnlyList<(string Name, int Start, int Length)> In(string text) =>
        [.. Written().Matches(text).Select(m => (m.Groups[1].Value.Trim(), m.Index, m.Length))];

    /// <summary>What is left of a text that looks like a placeholder and is none: braces that do not meet.</summary>
    public static string? Broken(string text)
    {
        var rest = Written().Replace(text, "");
        var at = rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var opens ? opens : rest.IndexOf("}}", StringComparison.Ordinal);
        return at < 0 ? null : rest[Math.Max(0, at - 20)..Math.Min(rest.Length, at + 30)].Trim();
    }

    private static IEnumerable<OpenXmlElement> Roots(MainDocumentPart main)
    {
        OpenXmlElement?[] all =
        [
            main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer), main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes,
        ];
        return all.OfType<OpenXmlElement>();
    }

    [GeneratedRegex(@"\{\{([^{}]{1,60})\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
