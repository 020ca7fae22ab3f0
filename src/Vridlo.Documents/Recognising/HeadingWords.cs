using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>
/// "Bereich Bildung", "Bereich Soziales": a kind word without number or colon counts where headings of one level begin with it
/// again and again; once, it may be the title itself.
/// </summary>
internal sealed class HeadingWords
{
    private readonly HashSet<(int Level, string Word)> repeated;

    public HeadingWords(IEnumerable<Line> lines) =>
        repeated = [.. lines.Select(Split).Where(each => each is not null).Select(each => each!.Value).GroupBy(each => (each.Level, each.Word)).Where(group => group.Count() >= 2).Select(group => group.Key)];

    /// <summary>What such a heading says, or null.</summary>
    public Signs? Of(Line line) =>
        Split(line) is { } split && repeated.Contains((split.Level, split.Word)) ? new(null, null, split.Kind, Meaning.None, split.Title) : null;

    private static (int Level, string Word, Kind Kind, string Title)? Split(Line line)
    {
        if (line.HeadingLevel is not { } level || line.Marker is not null || Signs.Of(line.Text, null).Opens) return null;
        var tokens = line.Text.Split(' ');
        foreach (var (word, kind) in Vocabulary.All.WordsFrom(Cleaning.Fold(tokens[0])))
        {
            var length = word.Split(' ').Length;
            if (kind is not (Kind.Area or Kind.Measure) || tokens.Length <= length || Cleaning.Fold(string.Join(' ', tokens[..length])) != word) continue;
            if (char.IsUpper(tokens[length][0])) return (level, word, kind, string.Join(' ', tokens[length..]));
        }

        return null;
    }
}
