using Vridlo.Base;
using static Vridlo.Core.Search.SearchExpression;

namespace Vridlo.Core.Search;

/// <summary>What somebody typed, understood: words, each with all that it may stand for in the index.</summary>
internal sealed class SearchQuestion
{
    internal const int LongestText = 200;
    private const int MostWords = 12;
    private const int ShortestBeginning = 2;
    private const int LongestLetterCode = 3;
    private const int LongestCode = 40;

    private readonly Language reader;
    private readonly string? code;
    private readonly ILookup<string, string> kindsByStem;

    private SearchQuestion(SearchRequest request, IReadOnlyList<AskedWord> words)
    {
        (reader, Words, code) = (request.Reader, words, Hyphened(request.Text));
        kindsByStem = request.KindNames.ToLookup(k => Stemming.Stem(k.Name.ToLowerInvariant(), reader), k => k.Kind);
    }

    /// <summary>The words asked for; empty when nothing can be sought.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    public static SearchQuestion Of(SearchRequest request)
    {
        var text = request.Text.Length > LongestText ? request.Text[..LongestText] : request.Text;
        var typed = SplitWords.Of(text).Take(MostWords).ToList();
        var open = request.LastIsBeginning && typed.Count > 0 && typed[^1] is var end && end.Start + end.Length == text.Length;
        var words = typed.Select((w, i) => Ask(w, request.Reader, open && i == typed.Count - 1)).ToList();
        var telling = words.Where(w => w.Beginning || !StopWords.Contains(w.Literal)).ToList();
        return new(request, telling.Count > 0 ? telling : words);
    }

    /// <summary>The same question where every word may be only the beginning of one.</summary>
    public SearchQuestion Wider(SearchRequest request) =>
        new(request, [.. Words.Select(w => w with { Beginning = w.Literal.Length > ShortestBeginning })]);

    /// <summary>
    /// What to seek one after the other: exact code, codes below it, the whole title, words of the title as typed, their other
    /// forms in the title, and anywhere. What an earlier step finds is not found again.
    /// </summary>
    public IReadOnlyList<SearchExpression> Steps()
    {
        var codes = Codes().ToList();
        SearchExpression[] byCode = codes.Count == 0 ? [] : [AnyOf(codes.Select(c => c.Exact)), AnyOf(codes.Select(c => c.Below))];
        SearchExpression[] byWords =
        [
            new Token(TokenClass.WholeTitle(Words.Select(w => w.Literal))),
            AllOf(Words.Select(InTitleAsTyped)),
            AllOf(Words.Select(InTitle)),
            AllOf(Words.Select(Anywhere)),
        ];

        // Each step by words finds all that the one before it finds, so only that one and the codes need be left out.
        var steps = new List<SearchExpression>();
        steps.AddRange(byCode.Index().Select(code => Without(code.Item, byCode.Take(code.Index))));
        steps.AddRange(byWords.Index().Select(words => Without(words.Item, [.. byCode, .. byWords.Take(words.Index).TakeLast(1)])));
        return [.. steps.Select(ForReader)];
    }

    /// <summary>Everything that any step finds.</summary>
    public SearchExpression Whole() =>
        ForReader(AnyOf(Codes().SelectMany(c => new[] { c.Exact, c.Below }).Append(AllOf(Words.Select(Anywhere)))));

    private static SearchExpression Without(SearchExpression what, IEnumerable<SearchExpression> without) =>
        without.ToList() is { Count: > 0 } list ? new Except(what, AnyOf(list)) : what;

    private SearchExpression ForReader(SearchExpression what) => AllOf([new Token(TokenClass.Reader(reader)), what]);

    /// <summary>What was typed, when it may be a code that words are not, such as P-0001 or 2026-0001; else null.</summary>
    private static string? Hyphened(string text)
    {
        var whole = Folding.Fold(text.Trim());
        return whole.Length <= LongestCode && whole.Any(char.IsAsciiDigit) && whole.Any(c => c is '-' or '/') && whole.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.') ? whole : null;
    }

    /// <summary>Each word that may be a code, or all of it; of a word, the others then being words of the thing or the name of its kind.</summary>
    private IEnumerable<(SearchExpression Exact, SearchExpression Below)> Codes()
    {
        if (code is not null)
        {
            yield return (new Token(TokenClass.Code(code)), new Token(TokenClass.Code(code + "."), Beginning: true));
        }

        foreach (var word in Words.Where(w => char.IsAsciiDigit(w.Literal[^1]) || (Words.Count == 1 && w.Literal.Length <= LongestLetterCode)))
        {
            var others = Words.Where(w => w != word).Select(OfKindOrAnywhere).ToList();
            yield return (
                AllOf(others.Prepend(new Token(TokenClass.Code(word.Literal)))),
                AllOf(others.Prepend(new Token(TokenClass.Code(word.Literal + "."), Beginning: true))));
        }
    }

    private SearchExpression OfKindOrAnywhere(AskedWord word)
    {
        var kinds = word.Stems.SelectMany(s => kindsByStem[s]);
        return AnyOf(kinds.Select(k => (SearchExpression)new Token(TokenClass.Kind(k))).Append(Anywhere(word)));
    }

    private static SearchExpression InTitleAsTyped(AskedWord word) => new Token(TokenClass.TitleWord(word.Literal), word.Beginning);

    private static SearchExpression InTitle(AskedWord word) =>
        AnyOf(word.Stems.Select(s => (SearchExpression)new Token(TokenClass.TitleStem(s))).Append(InTitleAsTyped(word)));

    private static SearchExpression Anywhere(AskedWord word) =>
        AnyOf(word.Stems.Select(s => (SearchExpression)new Token(TokenClass.Stem(s))).Append(InTitleAsTyped(word)));

    private static AskedWord Ask(Word word, Language reader, bool last)
    {
        // Titles without translation are shown to every reader in Czech, so they must be found by Czech stems.
        var stems = Stemming.Asked(word.Text, reader).Concat(Stemming.Asked(word.Text, Language.Cs)).Distinct();
        var folded = word.Folded;
        return new(folded, [.. stems], last && folded.Length >= ShortestBeginning);
    }
}

/// <summary>A word somebody asked for.</summary>
/// <param name="Literal">as typed, folded</param>
/// <param name="Stems">the stems it may be indexed under</param>
/// <param name="Beginning">whether it may be only the beginning of a word</param>
internal sealed record AskedWord(string Literal, IReadOnlyList<string> Stems, bool Beginning)
{
    /// <summary>Whether a word of a text is what was asked for.</summary>
    public bool Fits(Word word, Language language) =>
        word.Folded is var folded
        && (Beginning ? folded.StartsWith(Literal, StringComparison.Ordinal) : folded == Literal)
        || Stems.Contains(Stemming.Stem(word.Text, language));
}
