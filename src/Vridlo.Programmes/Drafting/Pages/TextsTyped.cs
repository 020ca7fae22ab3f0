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
        from pair in new[] { ("title", mine.Title, theirs.Title), ("change", mine.Change, theirs.Change), ("text", mine.Text, theirs.Text) }
        from language in Enum.GetValues<Language>()
        let own = pair.Item2?[language]?.ReplaceLineEndings("\n").Trim() ?? ""
        let other = pair.Item3?[language] ?? ""
        where own != other
        select (pair.Item1, language, own, other);
}
