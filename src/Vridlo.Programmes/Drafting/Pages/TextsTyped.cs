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

    /// <summary>Where two wordings differ: field, language, mine and theirs.</summary>
    public static IEnumerable<(string Field, Language Language, string Mine, string Theirs)> Differ(NodeTexts mine, NodeTexts theirs) =>
        [.. Differ("title", mine.Title, theirs.Title), .. Differ("change", mine.Change, theirs.Change), .. Differ("text", mine.Text, theirs.Text)];

    /// <summary>The same of one text.</summary>
    public static IEnumerable<(string Field, Language Language, string Mine, string Theirs)> Differ(string field, Localized? mine, Localized? theirs) =>
        from language in Enum.GetValues<Language>()
        let own = mine?[language]?.ReplaceLineEndings("\n").Trim() ?? ""
        let other = theirs?[language] ?? ""
        where own != other
        select (field, language, own, other);
}
