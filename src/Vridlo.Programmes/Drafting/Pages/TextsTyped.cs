using Vridlo.Base;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>The texts of a node as they were typed, in fields <c>title</c>, <c>change</c> and <c>text</c> with the languages behind.</summary>
internal static class TextsTyped
{
    public static NodeTexts Read(FormState form, string prefix = "") =>
        new(HeadTyped.Text(form, prefix + "title"), HeadTyped.Text(form, prefix + "change"), HeadTyped.Text(form, prefix + "text"));

    public static FormState With(FormState form, DraftNode node, string prefix = "") => HeadTyped.With(
        HeadTyped.With(HeadTyped.With(form, prefix + "title", node.Title), prefix + "change", node.Change), prefix + "text", node.Text);

    /// <summary>Where two wordings differ.</summary>
    public static IEnumerable<Differing> Differ(NodeTexts mine, NodeTexts theirs) =>
        [.. Differ("title", mine.Title, theirs.Title), .. Differ("change", mine.Change, theirs.Change), .. Differ("text", mine.Text, theirs.Text)];

    /// <summary>The same of one text.</summary>
    public static IEnumerable<Differing> Differ(string field, Localized? mine, Localized? theirs) =>
        from language in Enum.GetValues<Language>()
        let pair = (Own: Plain(mine?[language]), Other: Plain(theirs?[language]))
        where pair.Own != pair.Other
        select new Differing(field, language, pair.Own, pair.Other);

    private static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}
