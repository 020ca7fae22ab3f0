using System.Collections.Frozen;
using Vridlo.Base;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>What a heading that names no thing of its own announces.</summary>
internal enum Meaning
{
    None, Vision, Goals, Areas, Objectives, Change, Measures, Activities, Achievements,

    /// <summary>Something said about a node that is no node: its owner, indicators, money.</summary>
    Attribute,

    /// <summary>A chapter that is no part of the tree: foreword, analysis, implementation.</summary>
    Chapter,

    /// <summary>A chapter that only holds the tree.</summary>
    Strand,
}

/// <summary>The generic vocabulary of development documents in Czech, English and German; a file for each language.</summary>
internal sealed class Vocabulary
{
    private readonly List<(Phrase Phrase, Meaning Meaning)> labels = [];
    private readonly Dictionary<string, List<(Phrase Phrase, Meaning Meaning)>> byFirstWord = [];
    private readonly Dictionary<string, List<(Phrase Phrase, Meaning Meaning)>> byWordBehindGap = [];
    private readonly List<(string Word, Kind Kind)> words = [];
    private readonly ILookup<string, (string Word, Kind Kind)> wordsByFirst;
    private readonly Dictionary<string, Kind> kindOfWord = [];
    private readonly Dictionary<string, HashSet<string>> sets = [];
    private readonly Dictionary<Language, FrozenSet<string>> stopwords = [];

    private Vocabulary()
    {
        foreach (var language in Enum.GetValues<Language>()) Load(language);
        words.Sort((a, b) => b.Word.Length.CompareTo(a.Word.Length));
        wordsByFirst = words.ToLookup(word => word.Word.Split(' ')[0]);
        foreach (var (word, kind) in words) kindOfWord.TryAdd(word, kind);
    }

    public static Vocabulary All { get; } = new();

    /// <summary>The kind that a text names when it is nothing but a kind word in singular.</summary>
    public Kind KindOf(string folded) => kindOfWord.GetValueOrDefault(folded);

    /// <summary>Kind words that begin with a word, folded, the longest first.</summary>
    public IEnumerable<(string Word, Kind Kind)> WordsFrom(string first) => wordsByFirst[first.Split(' ')[0]];

    /// <summary>Abbreviations that stand before a number, folded.</summary>
    public Dictionary<string, Kind> Abbreviations { get; } = [];

    /// <summary>Numbers written as words, folded.</summary>
    public Dictionary<string, int> Ordinals { get; } = [];

    public bool Is(string set, string folded) => sets.TryGetValue(set, out var members) && members.Contains(folded);

    public IReadOnlyCollection<string> Set(string set) => sets.TryGetValue(set, out var members) ? members : [];

    /// <summary>The meaning of a whole heading; the most literal phrase wins.</summary>
    public Meaning MeaningOf(string folded) => Match(folded).Meaning;

    /// <summary>Whether only a phrase with gaps fits: such a heading may say something else as well.</summary>
    public bool IsLoose(string folded) => Match(folded) is { Meaning: not Meaning.None, Literals: var literals } && literals < folded.Split(' ').Length;

    private (Meaning Meaning, int Literals) Match(string folded)
    {
        var tokens = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length is 0 or > 14) return default;
        var best = byFirstWord.TryGetValue(tokens[0], out var own) ? Best(own, tokens, default) : default;
        foreach (var token in tokens)
            if (byWordBehindGap.TryGetValue(token, out var behind)) best = Best(behind, tokens, best);
        best = Best(labels, tokens, best);
        return best.Meaning is Meaning.None && tokens.Length > 1 ? (Several(tokens), tokens.Length) : best;
    }

    /// <summary>"Areas, measures and activities": a heading of nothing but names of levels announces the highest.</summary>
    private Meaning Several(string[] tokens)
    {
        var levels = tokens.Where(token => !Is("suspended", token)).Select(token => byFirstWord.TryGetValue(token, out var own) ? Best(own, [token], default).Meaning : Meaning.None).ToList();
        return levels.Count > 1 && levels.TrueForAll(level => level is Meaning.Goals or Meaning.Areas or Meaning.Objectives or Meaning.Measures or Meaning.Activities)
            ? levels.Contains(Meaning.Areas) ? Meaning.Areas : levels.Min() : Meaning.None;
    }

    private static (Meaning Meaning, int Literals) Best(List<(Phrase Phrase, Meaning Meaning)> phrases, string[] tokens, (Meaning Meaning, int Literals) best)
    {
        foreach (var (phrase, meaning) in phrases)
            if (phrase.Literals > best.Literals && phrase.Matches(tokens)) best = (meaning, phrase.Literals);
        return best;
    }

    /// <summary>The languages of a text by their commonest words, the main one first; Czech when nothing tells.</summary>
    public IReadOnlyList<Language> LanguagesOf(IEnumerable<string> foldedTexts)
    {
        var found = Enum.GetValues<Language>().ToDictionary(language => language, _ => 0);
        var tokens = foldedTexts.SelectMany(text => text.Split(' '));
        foreach (var token in tokens)
            foreach (var (language, own) in stopwords)
                if (own.Contains(token)) found[language]++;
        var most = found.Values.Max();
        return [.. found.Where(each => each.Value == most || each.Value > most / 4).OrderByDescending(each => each.Value).Select(each => each.Key)];
    }

    private void Load(Language language)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream($"words.{language.ToString().ToLowerInvariant()}")!;
        using var reader = new StreamReader(stream);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            var entry = line.Trim();
            if (entry.Length == 0 || entry[0] == '#') continue;
            if (entry[0] == '[') section = entry.Trim('[', ']');
            else Add(language, section, entry);
        }
    }

    private void Add(Language language, string section, string entry)
    {
        var (sort, name) = section.Split(' ') is [var a, var b] ? (a, b) : (section, "");
        switch (sort)
        {
            case "label": AddLabel(new(entry), Enum.Parse<Meaning>(name, ignoreCase: true)); break;
            case "word": words.Add((Cleaning.Fold(entry), KindNames.Parse(name))); break;
            case "abbreviation":
                var parts = entry.Split(' ');
                Abbreviations[parts[0]] = KindNames.Parse(parts[1]);
                break;
            case "ordinal":
                var ordinal = entry.Split(' ');
                Ordinals[Cleaning.Fold(ordinal[0])] = int.Parse(ordinal[1], System.Globalization.CultureInfo.InvariantCulture);
                break;
            case "stopword":
                stopwords[language] = stopwords.GetValueOrDefault(language, []).Append(Cleaning.Fold(entry)).ToFrozenSet();
                break;
            default:
                if (!sets.TryGetValue(section, out var set)) sets[section] = set = [];
                set.Add(entry.StartsWith('*') ? "*" + Cleaning.Fold(entry) : Cleaning.Fold(entry));
                break;
        }
    }

    private void AddLabel(Phrase phrase, Meaning meaning)
    {
        if (phrase.Key is not { } key) labels.Add((phrase, meaning));
        else if ((phrase.OpensWithGap ? byWordBehindGap : byFirstWord) is var index && index.TryGetValue(key, out var own)) own.Add((phrase, meaning));
        else index[key] = [(phrase, meaning)];
    }
}

/// <summary>A phrase of words, beginnings of words (<c>změn*</c>) and gaps (<c>...</c>, at most six words).</summary>
internal sealed class Phrase
{
    private const int Gap = 6;
    private readonly string[] tokens;

    public Phrase(string text)
    {
        tokens = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(token =>
            token == "..." ? [token] : token.EndsWith('*') ? [Cleaning.Fold(token) + "*"] : Cleaning.Fold(token).Split(' '))];
        Literals = tokens.Count(token => token != "...");
    }

    public int Literals { get; }

    public bool OpensWithGap => tokens[0] == "...";

    /// <summary>The first word, behind a gap or not, when it is a whole one: by it phrases are found fast.</summary>
    public string? Key => tokens[OpensWithGap ? 1 : 0] is var word && word.EndsWith('*') ? null : word;

    public bool Matches(ReadOnlySpan<string> words) => Matches(words, tokens);

    private static bool Matches(ReadOnlySpan<string> words, ReadOnlySpan<string> phrase)
    {
        if (phrase.IsEmpty) return words.IsEmpty;
        if (phrase[0] == "...")
        {
            for (var skip = 0; skip <= Math.Min(Gap, words.Length); skip++)
                if (Matches(words[skip..], phrase[1..])) return true;
            return false;
        }

        return !words.IsEmpty && Same(words[0], phrase[0]) && Matches(words[1..], phrase[1..]);
    }

    private static bool Same(string word, string token) =>
        token.EndsWith('*') ? word.StartsWith(token.AsSpan(0, token.Length - 1), StringComparison.Ordinal) : word == token;
}
