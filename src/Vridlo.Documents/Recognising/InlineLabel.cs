using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>"Aktivity: …", "Termín: …": a label opens the line, what it stands for follows.</summary>
internal static class InlineLabel
{
    private const int Longest = 60;

    /// <summary>The meaning of the label and what is said behind it, or null where no known label opens the text.</summary>
    public static (Meaning Meaning, string Said)? Of(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 3 or > Longest || colon + 3 > text.Length) return null;
        return Vocabulary.All.MeaningOf(Cleaning.Fold(text[..colon])) is var meaning and not Meaning.None ? (meaning, text[(colon + 1)..].Trim()) : null;
    }

    /// <summary>Whether it stands for something said about a node: then what is set like it is no list of activities.</summary>
    public static bool Describes(string text) => Of(text) is { Meaning: Meaning.Activities or Meaning.Attribute };
}
