using System.Globalization;
using System.Text.RegularExpressions;

namespace Vridlo.Documents.Recognising;

/// <summary>How a number is written; numbers are compared only with others of the same shape.</summary>
internal enum NumberShape { Decimal, Roman, Upper, Lower, Mixed, Bracket }

/// <summary>A number, letter or code at the beginning of a heading.</summary>
/// <param name="Shape">how it is written</param>
/// <param name="Prefix">letters before the digits of a mixed code such as <c>A.1</c>; else empty</param>
/// <param name="Path">its components as numbers; letters count from 1</param>
/// <param name="Firm">whether it is surely a number of the outline even when it stands alone</param>
internal sealed partial record Numbering(NumberShape Shape, string Prefix, IReadOnlyList<int> Path, bool Firm)
{
    public int Depth => Path.Count + (Prefix.Length > 0 ? 1 : 0);

    /// <summary>Whether the last component is a letter: <c>A.1.b</c>.</summary>
    public bool Lettered { get; init; }

    public int Last => Path[^1];

    /// <summary>The code as people write it: roman numerals as arabic, letters and mixed codes as they are.</summary>
    public string Code => Shape switch
    {
        NumberShape.Upper => Letter(Path[0]).ToString() + string.Concat(Path.Skip(1).Select(n => "." + Text(n))),
        NumberShape.Lower => Text(Path[0]),
        NumberShape.Mixed => Prefix + "." + Joined,
        _ => Joined,
    };

    /// <summary>The numbers alone, without letters before them.</summary>
    public string Joined => string.Join('.', Path.Select((n, at) => Lettered && at == Path.Count - 1 ? char.ToLowerInvariant(Letter(n)).ToString() : Text(n)));

    private string ParentKey => Shape == NumberShape.Mixed && Path.Count == 1 ? Prefix : Prefix + "|" + string.Join('.', Path.SkipLast(1));

    /// <summary>Numbers with the same key count on from each other: 2.1, 2.2, 2.3.</summary>
    public string SeriesKey => $"{Shape}:{Depth}:{ParentKey}";

    /// <summary>Whether this is numbered within the other: 2.1.3 in 2.1, A.1 in A, I.2 in I.</summary>
    public bool Within(Numbering other)
    {
        if (Depth <= other.Depth) return false;
        if (Shape is NumberShape.Mixed)
            return other.Shape switch
            {
                NumberShape.Mixed => Prefix == other.Prefix && Path.Take(other.Path.Count).SequenceEqual(other.Path),
                NumberShape.Upper => Prefix == Letter(other.Path[0]).ToString(),
                NumberShape.Roman => Roman(Prefix) == other.Path[0],
                _ => false,
            };
        return Shape is NumberShape.Decimal && other.Shape is NumberShape.Decimal or NumberShape.Roman && Path.Take(other.Path.Count).SequenceEqual(other.Path);
    }

    /// <summary>Whether this comes next after an ancestor of the other: 2.2 after 2.1.3, D after C.3.</summary>
    public bool Follows(Numbering other) =>
        Shape is NumberShape.Upper && other.Shape is NumberShape.Mixed && Path.Count == 1 && other.Prefix == Letter(Last - 1).ToString()
        || Shape is NumberShape.Roman && other.Shape is NumberShape.Mixed && Roman(other.Prefix) == Last - 1
        || Shape == other.Shape && Prefix == other.Prefix && Path.Count < other.Path.Count
        && Path.SkipLast(1).SequenceEqual(other.Path.Take(Path.Count - 1)) && Last == other.Path[Path.Count - 1] + 1;

    /// <summary>The number at the start of a text and the text behind it, or null.</summary>
    /// <param name="text">cleaned text</param>
    /// <param name="afterWord">whether a kind word stood before it ("Priorita 3"), so that bare numbers and letters count</param>
    public static (Numbering Number, string Behind)? Parse(string text, bool afterWord = false)
    {
        // "2 | Traffic": a bar drawn between number and title.
        if (text.IndexOf(" | ", StringComparison.Ordinal) is > 0 and < 12 and var bar) text = text[..bar] + text[(bar + 2)..];
        foreach (var (pattern, make) in Readers)
        {
            var match = pattern.Match(text);
            if (!match.Success) continue;
            var number = make(match, afterWord);
            if (number is not null) return (number, text[match.Length..].TrimStart(' ', '\u2013', '\u2014', '-', ':', '.', '|'));
        }

        return afterWord ? Word(text) : null;
    }

    /// <summary>"Priority One", "Priorita první".</summary>
    private static (Numbering, string)? Word(string text)
    {
        var end = text.AsSpan().IndexOfAny(" :.,–");
        var word = end < 0 ? text : text[..end];
        return Vocabulary.All.Ordinals.TryGetValue(Reading.Cleaning.Fold(word), out var number)
            ? (new(NumberShape.Decimal, "", [number], true), text[word.Length..].TrimStart(' ', '–', '—', '-', ':', '.')) : null;
    }

    private static readonly (Regex Pattern, Func<Match, bool, Numbering?> Make)[] Readers =
    [
        (LetteredPattern(), (m, _) => Lettering(m)),
        (DottedPattern(), (m, _) => new(NumberShape.Decimal, "", Chapter(Components(m.Groups[1].Value)), true)),
        (MixedPattern(), (m, after) => Mixed(m, after)),
        (SinglePattern(), (m, after) => after || m.Groups[2].Length > 0 || LooksLikeTitle(m)
            ? new(NumberShape.Decimal, "", Components(m.Groups[1].Value), after || m.Groups[2].Length > 0) : null),
        (RomanPattern(), (m, after) => m.Groups[1].Value is "C" or "L" ? null : after || m.Groups[2].Length > 0 || m.Groups[1].Length > 1
            ? new(NumberShape.Roman, "", [Roman(m.Groups[1].Value)], after) : null),
        (UpperPattern(), (m, after) => new(NumberShape.Upper, "", [m.Groups[1].Value[0] - 'A' + 1], after || m.Groups[2].Length > 0)),
        (UpperBeforePattern(), (m, after) => after ? new(NumberShape.Upper, "", [m.Groups[1].Value[0] - 'A' + 1], true) : null),
        (LowerRomanPattern(), (m, _) => new(NumberShape.Bracket, "", [Roman(string.Concat(m.Groups.Values.Skip(1).Select(group => group.Value)).ToUpperInvariant())], true)),
        (LowerPattern(), (m, _) => new(NumberShape.Lower, "", [(m.Groups[1].Value + m.Groups[2].Value)[0] - 'a' + 1], true)),
        (BracketPattern(), (m, _) => new(NumberShape.Bracket, "", Components(m.Groups[1].Value), true)),
    ];

    /// <summary>"1.2.a", "A.1.b": letters under numbers, with a letter before them or not.</summary>
    private static Numbering Lettering(Match match)
    {
        List<int> path = [.. Components(match.Groups[2].Value), match.Groups[3].Value[0] - 'a' + 1];
        return new(match.Groups[1].Length > 0 ? NumberShape.Mixed : NumberShape.Decimal, match.Groups[1].Value, path, true) { Lettered = true };
    }

    private static Numbering? Mixed(Match match, bool afterWord)
    {
        var prefix = match.Groups[1].Value;
        var path = Components(match.Groups[3].Value);
        if (Vocabulary.All.Abbreviations.ContainsKey(prefix.ToLowerInvariant()) && prefix.Length > 1) return new(NumberShape.Decimal, "", path, true);
        var dotted = match.Groups[2].Length > 0;
        return prefix.Length <= 4 ? new(NumberShape.Mixed, prefix, path, afterWord || dotted && prefix.Length <= 2) : null;
    }

    private static bool LooksLikeTitle(Match match)
    {
        var rest = match.Groups[3].Value;
        return rest.Length == 0 || char.IsUpper(rest[0]);
    }

    /// <summary>"2.0" before "2.1" is chapter 2.</summary>
    private static List<int> Chapter(List<int> path) => path is [> 0, 0] ? [path[0]] : path;

    private static List<int> Components(string text) =>
        [.. text.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static char Letter(int n) => (char)('A' + n - 1);

    private static int Roman(string text)
    {
        const string digits = "IVXLC";
        int[] values = [1, 5, 10, 50, 100];
        int sum = 0, before = 0;
        foreach (var c in text.Reverse())
        {
            var index = digits.IndexOf(c, StringComparison.Ordinal);
            if (index < 0) return -1;
            sum += values[index] < before ? -values[index] : values[index];
            before = Math.Max(before, values[index]);
        }

        return sum;
    }

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3}){1,5})(?:\.?\)?)(?=\s|$|[:–—-]|\p{L})")]
    private static partial Regex DottedPattern();

    [GeneratedRegex(@"^(?:([A-Z])\.?)?(\d{1,3}(?:\.\d{1,3}){0,3})\.([a-z])[.)]?(?=\s|$|[:–—-])")]
    private static partial Regex LetteredPattern();

    [GeneratedRegex(@"^([A-Z]{1,4})(\. ?|[ -]?)(\d{1,3}(?:\.\d{1,3}){0,4})\.?(?=\s|$|[:–—)])\)?")]
    private static partial Regex MixedPattern();

    [GeneratedRegex(@"^(\d{1,3})(?:([.):])|(?=\s|$))(?=\s+(\S)|$|\p{Lu})")]
    private static partial Regex SinglePattern();

    [GeneratedRegex(@"^([IVXLC]{1,7})(?:([.):])|(?=\s|$|:))(?=\s|$|[:–—])")]
    private static partial Regex RomanPattern();

    [GeneratedRegex(@"^([A-Z])(?:([.):])|(?=\s|$))(?=\s*(?:\p{Lu}|$|[„“""–—-]))")]
    private static partial Regex UpperPattern();

    [GeneratedRegex(@"^([A-Z])[.):](?=\s+\p{Ll})")]
    private static partial Regex UpperBeforePattern();

    [GeneratedRegex(@"^(?:\(?([a-z])\)|([a-z])\.(?=\s+\p{L}{2}))(?=\s|$)")]
    private static partial Regex LowerPattern();

    [GeneratedRegex(@"^(?:\(([ivx]{1,5})\)|([ivx]{2,5})\)|([ivx]{1,5})\.(?=\s+\p{L}{2}))(?=\s|$)")]
    private static partial Regex LowerRomanPattern();

    [GeneratedRegex(@"^[(\[](\d{1,3})[)\]](?=\s|$)")]
    private static partial Regex BracketPattern();
}
