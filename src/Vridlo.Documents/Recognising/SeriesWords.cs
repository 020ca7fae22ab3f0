using System.Text.RegularExpressions;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Words that a document itself counts: "Ambition 1", "Ambition 2". No dictionary need know them.</summary>
internal sealed partial class SeriesWords
{
    private readonly HashSet<string> words;

    public SeriesWords(IEnumerable<Line> lines) =>
        words = [.. lines.Select(line => Split(line.Text)).Where(each => each is not null).GroupBy(each => each!.Value.Word)
            .Where(group => group.Any(each => each!.Value.Number.Last == 1) && group.Any(each => each!.Value.Number.Last == 2)).Select(group => group.Key)];

    /// <summary>The number and title of a heading such as "Ambition 2: A county that cares", or null.</summary>
    public (Numbering Number, string Title)? Of(string text) =>
        Split(text) is { } split && words.Contains(split.Word) ? (split.Number, split.Title) : null;

    private static (string Word, Numbering Number, string Title)? Split(string text)
    {
        var match = Counted().Match(text);
        if (!match.Success || text.Length > 160 || Numbering.Parse(match.Groups[2].Value, afterWord: true) is not { } parsed) return null;
        var word = Cleaning.Fold(match.Groups[1].Value);
        return Vocabulary.All.Is("caption", word) || Vocabulary.All.Is("page", word) ? null : (word, parsed.Number, parsed.Behind);
    }

    [GeneratedRegex(@"^(\p{Lu}[\p{L}]{2,}(?:\s\p{L}{3,})?)\s+((?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-Z]{1,2}\.?\d{1,2}(?:\.\d{1,2})*|[A-H])(?:\s*[:.–—-]\s+\p{Lu}.*|[:.]?))$")]
    private static partial Regex Counted();
}
