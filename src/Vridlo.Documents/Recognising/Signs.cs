using Vridlo.Documents.Furniture;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>What the beginning of a line or paragraph says: bullet, number, kind word, label.</summary>
internal sealed record Signs(string? Bullet, Numbering? Number, Kind Named, Meaning Meaning, string Rest)
{
    /// <summary>Whether the number stands behind a word that the document counts.</summary>
    public bool Counted { get; init; }

    /// <summary>Whether such a line opens something new for certain.</summary>
    public bool Opens => Bullet is not null || Number is not null || Named is not Kind.None || Meaning is not Meaning.None;

    public static Signs Of(string text, string? marker)
    {
        if (Bullets.Split(text) is { } bullet && marker is null) return Of(bullet.Behind, bullet.Mark) with { Bullet = bullet.Mark };
        var item = marker is not null && !marker.Any(char.IsLetterOrDigit) ? marker : null;
        var (named, number, rest) = KindWord(text);
        if (named is Kind.None)
        {
            var numbered = marker is not null && item is null ? KindWord(marker) : (Kind.None, null, "");
            var bare = marker is not null && item is null ? Numbering.Parse(marker, afterWord: true) : null;
            if (numbered.Number is not null) (named, number, rest) = (numbered.Kind, numbered.Number, text);
            else if (bare is { } auto) (number, rest) = (auto.Number, text);
            else if (Numbering.Parse(text) is { } own)
            {
                (number, rest) = (own.Number, own.Behind);
                if (Abbreviated(text) is { } brief && rest.Length > 0) named = brief;
                if (Numbered(rest) is { } kind) (named, number, rest) = (kind.Kind, kind.Number ?? number, kind.Title);
            }
        }

        var meaning = named is Kind.None || number is null && rest.Length == 0 ? Vocabulary.All.MeaningOf(Cleaning.Fold(rest.Length > 0 ? rest : text)) : Meaning.None;
        return new(item, number, named, meaning, rest);
    }

    /// <summary>"Opatření 1.2 – Silnice", "Priorita: Doprava", "MAßNAHME 4"; nothing for "Opatření na ochranu vod".</summary>
    private static (Kind Kind, Numbering? Number, string Title) KindWord(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        foreach (var (word, kind) in Vocabulary.All.WordsFrom(Cleaning.Fold(space < 0 ? text : text[..space])))
        {
            if (BehindWord(text, word) is not { } behind) continue;
            var rest = Unnumbered(behind);
            if (Numbering.Parse(rest, afterWord: true) is { } parsed && StartsTitle(parsed.Behind, rest)) return (kind, parsed.Number, parsed.Behind);
            if (behind.Length > 1 && ":–—-".Contains(behind.TrimStart()[0], StringComparison.Ordinal))
            {
                var title = behind.TrimStart(' ', ':', '–', '—', '-');
                if (title.Length > 1 && char.IsUpper(FirstLetter(title))) return (kind, null, title);
            }
        }

        return (Kind.None, null, text);
    }

    /// <summary>"1.2 Opatření: Silnice": the number stands before the word; in "3.4 Pilíř B: Lidé" it is only the chapter's.</summary>
    private static (Kind Kind, Numbering? Number, string Title)? Numbered(string rest)
    {
        var word = KindWord(rest);
        return word.Kind is Kind.None || word.Title.Length == 0 ? null : word;
    }

    /// <summary>"PO1 – Doprava", "SC 1.2": letters that stand for a kind word.</summary>
    private static Kind? Abbreviated(string text)
    {
        var letters = text[..text.TakeWhile(char.IsAsciiLetterUpper).Count()];
        return letters.Length > 1 && Vocabulary.All.Abbreviations.TryGetValue(letters.ToLowerInvariant(), out var kind) ? kind : null;
    }

    /// <summary>What stands behind a kind word; a letter such as ß folds to two, so the length is looked for.</summary>
    private static string? BehindWord(string text, string word)
    {
        for (var end = Math.Min(text.Length, word.Length + 1); end >= word.Length - 2 && end > 0; end--)
        {
            if (end < text.Length && char.IsLetter(text[end]) || !char.IsLetterOrDigit(text[end - 1])) continue;
            if (Cleaning.Fold(text[..end]) == word) return text[end..];
        }

        return null;
    }

    private static string Unnumbered(string behind)
    {
        var rest = behind.TrimStart(' ', ':', '–', '—', '-');
        foreach (var mark in (string[])["č. ", "č.", "Nr. ", "Nr.", "No. ", "no. ", "nr. "])
            if (rest.StartsWith(mark, StringComparison.Ordinal)) return rest[mark.Length..];
        return rest;
    }

    private static bool StartsTitle(string title, string all) =>
        title.Length == 0 || char.IsUpper(FirstLetter(title)) || !char.IsLetter(FirstLetter(title))
        || all.Length > title.Length && ":–—-".Contains(all[..^title.Length].TrimEnd()[^1], StringComparison.Ordinal);

    private static char FirstLetter(string text) => text.FirstOrDefault(c => char.IsLetterOrDigit(c), ' ');
}
