using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>What a node says, in three languages at once.</summary>
internal sealed record NodeTexts(Localized? Title, Localized? Change, Localized? Text)
{
    /// <summary>Most characters of a text in one language; titles have a hundredth of it.</summary>
    public const int Longest = 100_000;

    /// <summary>Says which text is too long, or null.</summary>
    public Problem? TooLong => Exceeds(Title, Longest / 100) ? Long("title", Longest / 100) : Exceeds(Change, Longest) ? Long("change", Longest) : Exceeds(Text, Longest) ? Long("text", Longest) : null;

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

    private static bool Exceeds(Localized? text, int longest) => text is not null && Enum.GetValues<Language>().Any(l => text[l]?.Length > longest);

    private static Problem Long(string field, int longest) => Problem.Invalid("programmes.draft.too-long", field, longest);

    private static string? Clean(string? text) => text?.ReplaceLineEndings("\n").Trim();
}
