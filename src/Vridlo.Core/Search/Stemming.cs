using System.Collections.Concurrent;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Tartarus.Snowball.Ext;
using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>
/// Stems of words, without diacritics: by Lucene's stemmers of the three languages, folded afterwards, and in Czech brought
/// together by <see cref="CzechDerivation"/>.
/// </summary>
internal static class Stemming
{
    private const int MostRemembered = 50_000;

    // What people type without diacritics is stemmed also as if the ending had them, since the Czech stemmer knows endings only so.
    private static readonly (string Typed, string Meant)[] CzechEndings =
    [
        ("ymi", "ými"), ("imi", "ími"), ("ych", "ých"), ("ich", "ích"), ("ach", "ách"), ("eho", "ého"), ("iho", "ího"),
        ("emu", "ému"), ("ove", "ové"), ("sti", "ští"), ("cti", "čtí"), ("um", "ům"), ("am", "ám"), ("ym", "ým"), ("im", "ím"), ("em", "ém"), ("mi", "mí"),
    ];

    private static readonly ConcurrentDictionary<(Language, string), string> Remembered = new();

    /// <summary>The stem under which a written word is indexed.</summary>
    /// <param name="word">in lower case, with its diacritics</param>
    /// <param name="language">the language of the text</param>
    public static string Stem(string word, Language language)
    {
        if (Remembered.TryGetValue((language, word), out var known))
        {
            return known;
        }

        var stem = Make(word, language);
        if (Remembered.Count < MostRemembered)
        {
            Remembered.TryAdd((language, word), stem);
        }

        return stem;
    }

    /// <summary>The stems under which a word that somebody typed, perhaps without diacritics, may be indexed.</summary>
    public static IEnumerable<string> Asked(string word, Language language) =>
        (language is Language.Cs ? AsMeant(word) : [word]).Select(w => Stem(w, language)).Distinct();

    private static IEnumerable<string> AsMeant(string typed)
    {
        yield return typed;
        foreach (var (ending, meant) in CzechEndings)
        {
            if (typed.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return typed[..^ending.Length] + meant;
            }
        }

        // dum, stul, kun: the vowel that changes to o in other cases.
        if (typed is [.. var head, 'u', var last] && head.Length > 0)
        {
            yield return head + "ů" + last;
        }
    }

    private static string Make(string word, Language language) =>
        char.IsAsciiDigit(word[0]) ? Folding.Fold(word) : language switch
        {
            Language.Cs => CzechDerivation.Root(Folding.Fold(Czech(word))),
            Language.En => Folding.Fold(English(word)),
            Language.De => Folding.Fold(German(word)),
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
        };

    private static string Czech(string word)
    {
        var letters = word.ToCharArray();
        var stem = new string(letters, 0, new CzechStemmer().Stem(letters, letters.Length));

        // The possessive -in (matčin) is rare here, the stem that ends so is not: krajina is no form of kraj.
        return word.StartsWith(stem + "in", StringComparison.Ordinal) ? stem + "in" : stem;
    }

    private static string English(string word)
    {
        var stemmer = new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static string German(string word)
    {
        var letters = Umlauts(word).ToCharArray();
        return new string(letters, 0, new GermanLightStemmer().Stem(letters, letters.Length));
    }

    /// <summary>ae, oe, ue for ä, ö, ü as people type them where the keys are missing; ue after a vowel or q is none (neue, quer).</summary>
    private static string Umlauts(string word)
    {
        var read = word.Replace("ß", "ss", StringComparison.Ordinal).Replace("ae", "ä", StringComparison.Ordinal).Replace("oe", "ö", StringComparison.Ordinal);
        for (var at = read.IndexOf("ue", StringComparison.Ordinal); at > 0; at = read.IndexOf("ue", at + 1, StringComparison.Ordinal))
        {
            if (read[at - 1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'ä' or 'ö' or 'q'))
            {
                read = read[..at] + "ü" + read[(at + 2)..];
            }
        }

        return read;
    }
}
