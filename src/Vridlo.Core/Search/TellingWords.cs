using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>The words of a text that tell something about a thing, as search knows them: without stop words, numbers and single letters.</summary>
public static class TellingWords
{
    private const int Shortest = 3;

    /// <summary>Each telling word as it is written, in lower case, with the stem that its forms and derivations share.</summary>
    public static IEnumerable<(string Stem, string Word)> Of(string text, Language language) =>
        from word in SplitWords.Of(text)
        where word.Length >= Shortest && !char.IsAsciiDigit(word.Text[0]) && !StopWords.Contains(word.Folded)
        select (Stemming.Stem(word.Text, language), word.Text);
}
