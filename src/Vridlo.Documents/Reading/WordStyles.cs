using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.Documents.Reading;

/// <summary>What a paragraph's style and its own formatting say about it.</summary>
internal sealed record WordStyle(int? Level, bool Bold, double Size, double Indent, bool SpaceAfter, string? Furniture, NumberingProperties? Numbering);

/// <summary>Styles of a Word document with what they inherit.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> styles;
    private readonly Dictionary<string, IReadOnlyList<Style>> chains = [];
    private readonly string? normal;
    private readonly double defaultSize;

    public WordStyles(MainDocumentPart main)
    {
        var all = main.StyleDefinitionsPart?.Styles;
        styles = all?.Elements<Style>().Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!).ToDictionary(group => group.Key, group => group.First()) ?? [];
        normal = styles.Values.FirstOrDefault(style => style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph)?.StyleId?.Value;
        defaultSize = Points(all?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.FontSize?.Val?.Value) ?? 10;
    }

    public WordStyle Of(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties;
        var chain = Chain(own?.ParagraphStyleId?.Val?.Value ?? normal);
        var level = own?.OutlineLevel?.Val?.Value ?? chain.Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(found => found is not null);
        var name = chain.Count > 0 ? chain[0].StyleName?.Val?.Value ?? "" : own?.ParagraphStyleId?.Val?.Value ?? "";
        var named = chain.Select(style => LevelOf(style.StyleName?.Val?.Value)).FirstOrDefault(found => found is not null) ?? LevelOf(name);
        var indent = own?.Indentation?.Left?.Value ?? own?.Indentation?.Start?.Value ?? chain.Select(style => style.StyleParagraphProperties?.Indentation?.Left?.Value).FirstOrDefault(found => found is not null);
        return new(
            level is >= 0 and < 9 ? level + 1 : level is null ? named : null,
            chain.Select(style => On(style.StyleRunProperties?.Bold)).FirstOrDefault(found => found is not null) ?? false,
            chain.Select(style => Points(style.StyleRunProperties?.FontSize?.Val?.Value)).FirstOrDefault(found => found is not null) ?? defaultSize,
            double.TryParse(indent, out var twips) ? twips / 20 : 0,
            false,
            IsContents(name) ? "contents" : null,
            own?.NumberingProperties?.NumberingId is not null ? own.NumberingProperties
                : chain.Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null));
    }

    public bool IsBold(Run run, WordStyle paragraph) =>
        On(run.RunProperties?.Bold) ?? Chain(run.RunProperties?.RunStyle?.Val?.Value).Select(style => On(style.StyleRunProperties?.Bold)).FirstOrDefault(found => found is not null) ?? paragraph.Bold;

    public double SizeOf(Run run, WordStyle paragraph) =>
        Points(run.RunProperties?.FontSize?.Val?.Value)
        ?? Chain(run.RunProperties?.RunStyle?.Val?.Value).Select(style => Points(style.StyleRunProperties?.FontSize?.Val?.Value)).FirstOrDefault(found => found is not null) ?? paragraph.Size;

    private IReadOnlyList<Style> Chain(string? id)
    {
        if (id is null) return [];
        if (chains.TryGetValue(id, out var known)) return known;
        var chain = new List<Style>();
        for (var at = id; at is not null && styles.TryGetValue(at, out var style) && !chain.Contains(style); at = style.BasedOn?.Val?.Value) chain.Add(style);
        return chains[id] = chain;
    }

    /// <summary>Heading styles have one name in the file whatever the language of Word; some programs translate it.</summary>
    private static int? LevelOf(string? name)
    {
        if (name is null) return null;
        var folded = Cleaning.Fold(name);
        if (folded is "title" or "nazev" or "titel") return 1;
        foreach (var word in (ReadOnlySpan<string>)["heading ", "nadpis ", "uberschrift ", "heading", "nadpis", "berschrift", "uberschrift"])
            if (folded.StartsWith(word, StringComparison.Ordinal) && int.TryParse(folded.AsSpan(word.Length), out var level) && level is > 0 and < 10) return level;
        return null;
    }

    private static bool IsContents(string name)
    {
        var folded = Cleaning.Fold(name);
        return folded.Length <= 12 && (folded.StartsWith("toc", StringComparison.Ordinal) || folded.StartsWith("obsah ", StringComparison.Ordinal) || folded.StartsWith("verzeichnis ", StringComparison.Ordinal));
    }

    private static bool? On(OnOffType? toggle) => toggle is null ? null : toggle.Val is null || toggle.Val.Value;

    private static double? Points(string? halves) => double.TryParse(halves, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value / 2 : null;
}
