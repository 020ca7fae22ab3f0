using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>What a node says, in three languages at once.</summary>
internal sealed record NodeTexts(Localized? Title, Localized? Change, Localized? Text)
{
    /// <summary>The same with line ends as they are kept and no space at the ends.</summary>
    public NodeTexts Clean() => new(Clean(Title), Clean(Change), Clean(Text));

    public static NodeTexts Of(DraftNode node) => new(node.Title, node.Change, node.Text);

    public void Put(DraftNode node) => (node.Title, node.Change, node.Text) = Clean() is var clean ? (clean.Title, clean.Change, clean.Text) : default;

    /// <summary>Both texts, the second below the first, in each language that has them.</summary>
    public static Localized? Joined(Localized? first, Localized? second)
    {
        var texts = Enum.GetValues<Language>().Select(l => Joined(first?[l], second?[l])).ToArray();
        return texts.All(t => t is null) ? null : new(texts[0], texts[1], texts[2]);
    }

    private static string? Joined(string? first, string? second) =>
        first is null || second is null || first == second ? first ?? second : $"{first}\n\n{second}";

    private static Localized? Clean(Localized? text) =>
        text is null ? null : new(Clean(text.Cs), Clean(text.En), Clean(text.De));

    private static string? Clean(string? text) => text?.ReplaceLineEndings("\n").Trim();
}
