using System.Runtime.CompilerServices;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Search;

/// <summary>
/// Makes of a thing its entries: one in each language its title has. A reader whose language is missing finds the entry whose
/// title the pages show instead.
/// </summary>
internal static class MakeEntries
{
    private const int LongestWholeTitle = 120;

    private static IEnumerable<SearchEntry> Of(SearchItem item, SearchKind kind, long scope, int position)
    {
        var naming = item.Title ?? item.Body[0];
        var all = Enum.GetValues<Language>();
        foreach (var language in all.Where(l => naming[l] is not null))
        {
            var readers = all.Where(r => naming.For(r).Language == language);
            yield return new()
            {
                Id = SearchEntry.Number(kind.Order, scope, position, language),
                Scope = scope,
                Kind = kind.Key,
                Language = language,
                Code = item.Code,
                Title = item.Title?[language] ?? "",
                Body = In(item.Body, language),
                Above = In(item.Above, language),
                Whose = item.Whose?.For(language).Text,
                Path = item.Path,
                Tokens = string.Join(' ', Tokens(item, kind, language, readers).Distinct()),
            };
        }
    }

    /// <summary>All entries of some scopes as they should be on a day, with the scopes they belong to; those without a number are without entries.</summary>
    public static async IAsyncEnumerable<(string Scope, IReadOnlyList<SearchEntry> Entries)> Of(
        AppDb db, ISearchSource source, IReadOnlyList<string> scopes, IReadOnlyDictionary<string, long> numbers, LocalDate day, [EnumeratorCancellation] CancellationToken stop)
    {
        var kinds = source.Kinds.ToDictionary(k => k.Key, StringComparer.Ordinal);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var item in source.Items(db, scopes, day, stop))
        {
            var position = positions.GetValueOrDefault(item.Scope);
            positions[item.Scope] = position + 1;
            yield return (item.Scope, numbers.TryGetValue(item.Scope, out var number) ? [.. Of(item, kinds[item.Kind], number, position)] : []);
        }
    }

    private static string In(IReadOnlyList<Localized> texts, Language language) => string.Join('\n', texts.Select(t => t.For(language).Text));

    private static IEnumerable<string> Tokens(SearchItem item, SearchKind kind, Language language, IEnumerable<Language> readers)
    {
        foreach (var reader in readers)
        {
            yield return TokenClass.Reader(reader);
        }

        yield return TokenClass.Kind(kind.Key);
        if (item.Code is { } code)
        {
            yield return TokenClass.Code(Folding.Fold(code));
        }

        var title = SplitWords.Of(item.Title?[language] ?? "").ToList();
        if (title.Sum(w => w.Length) is > 0 and <= LongestWholeTitle)
        {
            yield return TokenClass.WholeTitle(title.Select(w => w.Folded));
        }

        foreach (var word in title)
        {
            yield return TokenClass.TitleWord(word.Folded);
            yield return TokenClass.TitleStem(Stemming.Stem(word.Text, language));
            yield return TokenClass.Stem(Stemming.Stem(word.Text, language));
        }

        foreach (var (text, inLanguage) in item.Body.Select(b => b.For(language)))
        {
            foreach (var word in SplitWords.Of(text))
            {
                yield return TokenClass.Stem(Stemming.Stem(word.Text, inLanguage));
            }
        }
    }
}

/// <summary>Tokens of different meaning live in one index, told apart by their first letter.</summary>
internal static class TokenClass
{
    public static string Reader(Language reader) => "r" + reader.Code();

    public static string Kind(string kind) => "k" + kind;

    public static string Code(string code) => "c" + code;

    public static string WholeTitle(IEnumerable<string> words) => "e" + string.Join('_', words);

    public static string TitleWord(string word) => "w" + word;

    public static string TitleStem(string stem) => "t" + stem;

    public static string Stem(string stem) => "b" + stem;
}
