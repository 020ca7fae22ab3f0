using System.Text.RegularExpressions;
using Vridlo.Documents.Recognising;

namespace Vridlo.Documents.Reading;

/// <summary>Titles in bold that the text of their paragraph runs on behind.</summary>
internal sealed partial class MarkdownReader
{
    private const int Fewest = 2;
    private HashSet<int> runIns = [];

    /// <summary>A title with a number is one by itself; one without needs others like it, most of them over a list.</summary>
    private void FindRunIns()
    {
        var found = Enumerable.Range(0, source.Length).Where(at => at == 0 || string.IsNullOrWhiteSpace(source[at - 1]))
            .Select(at => (At: at, Match: RunIn().Match(source[at]))).Where(each => each.Match.Success).ToList();
        runIns = [.. found.Where(each => RunInTitle.Is(Lead(each.Match), Behind(each.Match))).Select(each => each.At)];
        var plain = found.FindAll(each => !runIns.Contains(each.At) && IsSentenceOfItsOwn(each.Match));
        if (plain.Count >= Fewest && plain.Count(each => StandsOverList(each.At)) * 3 >= plain.Count * 2) runIns.UnionWith(plain.Select(each => each.At));
    }

    private static string Lead(Match match) => Cleaning.Plain(match.Groups[2].Value);

    private static string Behind(Match match) => match.Groups[3].Value;

    /// <summary>"Gründungen fördern." and not "Ziel:", which is a label.</summary>
    private static bool IsSentenceOfItsOwn(Match match) =>
        Lead(match) is [.., '.'] lead && Signs.Of(lead.TrimEnd('.'), null) is { Opens: false } && Behind(match).TrimStart().FirstOrDefault() is var first && char.IsUpper(first);

    private bool StandsOverList(int at)
    {
        while (at < source.Length && !string.IsNullOrWhiteSpace(source[at])) at++;
        return at + 1 < source.Length && ListItem().IsMatch(source[at + 1]);
    }

    private void AddRunIn(int at, string text)
    {
        var match = RunIn().Match(text);
        var mark = match.Groups[1].Value;
        Add(at, mark + RunInTitle.Title(match.Groups[2].Value) + mark, raw: mark + match.Groups[2].Value + mark);
        Add(at, RunInTitle.Behind(Behind(match)), raw: Behind(match).Trim());
    }

    /// <summary>"**Leerstand nutzen** – wir beraten Eigentümer": what stands in bold before the sign.</summary>
    private static string? LeadOf(string text) =>
        RunIn().Match(text) is { Success: true } match && (Lead(match) is [.., '.' or ':'] || Behind(match).TrimStart() is ['–' or '—' or ':', ..]) ? Lead(match) : null;

    [GeneratedRegex(@"^\s{0,3}(\*\*|__)(?!\s)([^*_]+)\1(.*\p{L}.*)$")]
    private static partial Regex RunIn();
}
