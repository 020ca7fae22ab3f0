using System.Buffers;
using Vridlo.Documents.Reading;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Furniture;

/// <summary>Puts together what the edge of the paper parted, asking the document itself which spelling it uses.</summary>
internal sealed class Hyphens
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.;:)/“\"");
    private readonly HashSet<string> words;

    public Hyphens(IEnumerable<Line> lines) =>
        words = [.. lines.SelectMany(line => Words(line.Text)).Select(word => word.ToLowerInvariant())];

    /// <summary>Two pieces of a paragraph as one text, and whether the hyphen between them was a guess.</summary>
    public (string Text, bool Guess) Join(string left, string right)
    {
        if (left.EndsWith(Cleaning.SoftHyphen)) return (left[..^1] + right, false);
        var parted = left.Length > 1 && left[^1] == '-' && char.IsLetter(left[^2]) && right.Length > 0;
        if (!parted) return (left + (left.EndsWith('/') || right.StartsWith('/') ? "" : " ") + right, false);
        if (Vocabulary.All.Is("suspended", Cleaning.Fold(FirstWord(right)))) return (left + " " + right, false);
        if (!char.IsLower(right[0])) return (left + right, false);

        var (head, tail) = (LastWord(left[..^1]), FirstWord(right));
        var (whole, compound) = ((head + tail).ToLowerInvariant(), (head + "-" + tail).ToLowerInvariant());
        if (words.Contains(compound)) return (left + right, false);
        if (words.Contains(whole)) return (left[..^1] + right, false);
        return KeepsHyphen(head) ? (left + right, true) : (left[..^1] + right, true);
    }

    private static bool KeepsHyphen(string head)
    {
        var folded = Cleaning.Fold(head);
        return folded.Contains(' ', StringComparison.Ordinal) || Vocabulary.All.Set("hyphen keep")
            .Any(ending => ending.StartsWith('*') ? folded.Length > ending.Length && folded.EndsWith(ending[1..], StringComparison.Ordinal) : folded == ending);
    }

    private static string LastWord(string text) => text[(text.LastIndexOfAny([' ', '(', '„', '"', '/']) + 1)..];

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(WordEnds);
        return end < 0 ? text : text[..end];
    }

    private static IEnumerable<string> Words(string text)
    {
        var parts = text.Split([' ', ',', '.', ';', ':', '(', ')', '/', '„', '“', '"', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Where((part, index) => !part.EndsWith('-') || index < parts.Length - 1);
    }
}
