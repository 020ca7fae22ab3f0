namespace Vridlo.Base;

/// <summary>
/// Public addresses in three languages. Inside, every address is the Czech one (<c>/programy/x/pokryti</c>); readers of
/// English and German see the language's prefix and words (<c>/en/programmes/x/coverage</c>). Codes and names stay as they are.
/// </summary>
public sealed class Addresses
{
    private readonly Dictionary<string, AddressWord> byCzech;
    private readonly Dictionary<(Language, string), string> toCzech;

    /// <summary>Takes the words that the modules declare.</summary>
    /// <exception cref="ArgumentException">when a word stands for two things in one language</exception>
    public Addresses(IEnumerable<AddressWord> words)
    {
        var all = words.Distinct().ToList();
        byCzech = all.ToDictionary(w => w.Cs, StringComparer.Ordinal);
        toCzech = all.SelectMany(w => new[] { (Key: (Language.En, w.En), w.Cs), (Key: (Language.De, w.De), w.Cs) })
            .ToDictionary(w => w.Key, w => w.Cs);
    }

    /// <summary>The address of a Czech path (with or without query) for readers of the language.</summary>
    public string In(string path, Language language)
    {
        if (language is Language.Cs)
        {
            return path;
        }

        var end = path.AsSpan().IndexOfAny('?', '#');
        var (route, rest) = end < 0 ? (path, "") : (path[..end], path[end..]);
        var parts = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => Word(p, w => byCzech.GetValueOrDefault(w)?.In(language)));
        return string.Join('/', ["", language.Code(), .. parts]) + rest;
    }

    /// <summary>The language an address is in and the Czech path it stands for.</summary>
    public (Language Language, string Path) Read(string address)
    {
        var parts = address.Split('/');
        if (parts.Length < 2 || Languages.Parse(parts[1]) is not ({ } language and not Language.Cs))
        {
            return (Language.Cs, address);
        }

        var czech = parts[2..].Select(p => Word(p, w => toCzech.GetValueOrDefault((language, w))));
        return (language, "/" + string.Join('/', czech));
    }

    /// <summary>Translates a part of an address; what follows a dot is the ending of a file (<c>programy.csv</c>) and stays.</summary>
    private static string Word(string part, Func<string, string?> translate)
    {
        var dot = part.IndexOf('.', StringComparison.Ordinal);
        var (word, ending) = dot < 0 ? (part, "") : (part[..dot], part[dot..]);
        return (translate(word) ?? word) + ending;
    }
}

/// <summary>A word of public addresses in the three languages, in lower-case ASCII letters and hyphens.</summary>
/// <param name="Cs">the Czech word, which routes use</param>
/// <param name="En">the English word</param>
/// <param name="De">the German word</param>
public sealed record AddressWord(string Cs, string En, string De)
{
    /// <summary>The word in a language.</summary>
    public string In(Language language) => language switch
    {
        Language.Cs => Cs,
        Language.En => En,
        Language.De => De,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
