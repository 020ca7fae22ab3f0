using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>
/// "4.1 Handlungsfeld Wohnen", "4.2 Handlungsfeld Verkehr": a kind word between number and title counts where several numbers of
/// one series have it; once, it may be the title itself.
/// </summary>
internal sealed class NumberedWords
{
    private readonly HashSet<(string Series, string Word)> repeated;

    public NumberedWords(IEnumerable<Line> lines) =>
        repeated = [.. lines.Select(line => Split(Signs.Of(line.Text, line.Marker))).Where(each => each is not null).Select(each => each!.Value)
            .GroupBy(each => (each.Series, each.Word)).Where(group => group.Select(each => each.Last).Distinct().Count() >= 2).Select(group => group.Key)];

    /// <summary>The kind and title of a numbered heading, or null.</summary>
    public (Kind Kind, string Title)? Of(Signs sign) =>
        Split(sign) is { } split && repeated.Contains((split.Series, split.Word)) ? (split.Kind, split.Title) : null;

    private static (string Series, string Word, int Last, Kind Kind, string Title)? Split(Signs sign)
    {
        if (sign is not { Named: Kind.None, Number: { } number, Bullet: null } || sign.Rest.Length is 0 or > 160) return null;
        var tokens = sign.Rest.Split(' ');
        foreach (var (word, kind) in Vocabulary.All.WordsFrom(Cleaning.Fold(tokens[0])))
        {
            var length = word.Split(' ').Length;
            if (tokens.Length <= length || Cleaning.Fold(string.Join(' ', tokens[..length])) != word || !char.IsUpper(tokens[length].FirstOrDefault(char.IsLetterOrDigit, 'a'))) continue;
            return (number.SeriesKey, word, number.Last, kind, string.Join(' ', tokens[length..]));
        }

        return null;
    }
}
