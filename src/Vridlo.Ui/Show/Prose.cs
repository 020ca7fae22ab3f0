using System.Globalization;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>
/// Texts with light formatting, a small part of CommonMark: paragraphs, lists, rules, emphasis and links to other sites. Everything else, HTML
/// too, stands there as it was typed; so does a document's own text that only looks like more.
/// </summary>
public static class Prose
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:"];

    private static readonly MarkdownPipeline Pipeline = Light();

    /// <summary>The text as HTML that is safe to show.</summary>
    public static string Html(string text, Language language)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            literal.Content = new(Typography.Set(literal.Content.ToString(), language));
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => !Schemes.Any(s => l.Url?.StartsWith(s, StringComparison.OrdinalIgnoreCase) is true)).ToList())
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            (link.IsImage, link.Title) = (false, null);
        }

        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(page);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return page.ToString().Trim();
    }

    private static MarkdownPipeline Light()
    {
        var made = new MarkdownPipelineBuilder();
        made.BlockParsers.Clear();
        made.BlockParsers.AddRange([new ListBlockParser(), new ParagraphBlockParser { ParseSetextHeadings = false }]);
        made.InlineParsers.Clear();
        made.InlineParsers.AddRange([new EscapeInlineParser(), new LinkInlineParser(), new EmphasisInlineParser(), new LineBreakInlineParser { EnableSoftAsHard = true }, new LiteralInlineParser()]);
        return made.Build();
    }
}
