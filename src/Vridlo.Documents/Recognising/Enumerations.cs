using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Documents.Reading;

namespace Vridlo.Documents.Recognising;

/// <summary>Activities that stand in one line behind their label: counted, or parted by semicolons, or by commas.</summary>
internal static partial class Enumerations
{
    private const int LongestMember = 90;

    /// <summary>The members, and whether it is only commas that part them: those may belong to a member.</summary>
    public static (IReadOnlyList<string> Members, bool Guess) Split(string text)
    {
        if (Counted(text) is { } counted) return (counted, false);
        if (At(text, ';') is { Count: > 1 } parted) return (parted, false);
        return At(text, ',') is { Count: > 1 } listed && listed.TrueForAll(IsMember) ? (listed, true) : ([text], false);
    }

    /// <summary>"1) new line, 2) new stop": numbers or letters that count up from the first word on.</summary>
    private static List<string>? Counted(string text)
    {
        var marks = Mark().Matches(text).ToList();
        if (marks.Count == 0 || marks[0].Index != 0 || !marks.Select((mark, at) => Value(mark) == at + 1).All(fits => fits)) return null;
        return [.. marks.Select((mark, at) => text[(mark.Index + mark.Length)..(at + 1 < marks.Count ? marks[at + 1].Index : text.Length)].Trim(' ', ',', ';', '.'))];
    }

    /// <summary>Whether a line goes on counting what stands within the lines before it: "… 1) one thing, 2) another," and then "3) a third".</summary>
    public static bool GoesOn(IEnumerable<Line> before, Line next)
    {
        if (!next.Text.AsSpan(0, Math.Min(4, next.Text.Length)).ContainsAny(").")) return false;
        if (Mark().Match(next.Text) is not { Success: true, Index: 0 } mark || Value(mark) < 2) return false;
        var within = before.SelectMany(line => Inside().Matches(line.Text)).Select(Value).ToList();
        return within.Contains(1) && within[^1] == Value(mark) - 1;
    }

    private static int Value(Match mark) =>
        mark.Groups[1].Value is var sign && char.IsDigit(sign[0]) ? int.Parse(sign, CultureInfo.InvariantCulture) : sign[0] - 'a' + 1;

    /// <summary>The pieces between signs that stand outside brackets and before a space.</summary>
    private static List<string> At(string text, char sign)
    {
        var pieces = new List<string>();
        int from = 0, depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '(' or '[') depth++;
            else if (text[at] is ')' or ']') depth--;
            else if (text[at] == sign && depth <= 0 && (at + 1 == text.Length || text[at + 1] == ' '))
            {
                pieces.Add(text[from..at].Trim());
                from = at + 1;
            }
        }

        pieces.Add(text[from..].Trim());
        pieces.RemoveAll(piece => piece.Length == 0);
        return pieces;
    }

    /// <summary>Short, no sentence, and not opening with a word that only goes on: "which", "including".</summary>
    private static bool IsMember(string piece) =>
        piece.Length is > 2 and <= LongestMember && !piece.Contains(". ", StringComparison.Ordinal) && !Vocabulary.All.Is("joiner", Cleaning.Fold(piece.Split(' ')[0]));

    [GeneratedRegex(@"(?:^|(?<=[,;.]) )\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=\S )\(?(\d{1,2}|[a-z])\)\s+(?=\S)")]
    private static partial Regex Inside();
}
