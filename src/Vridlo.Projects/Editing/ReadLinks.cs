using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Editing;

/// <summary>Reads what a project carries out: codes of activities and measures with shares of its money.</summary>
internal sealed class ReadLinks(IProjectFacts facts)
{
    public const int Most = 20;

    /// <summary>The nodes with their shares; where no share was typed at all the money is divided evenly.</summary>
    /// <param name="typed">codes, each with its share in per cent as it was typed</param>
    /// <param name="language">the language of the form, for numbers</param>
    /// <param name="most">how many there may be</param>
    /// <param name="stop">ends the reading</param>
    /// <param name="there">what the project carries out already: it may go on with what the programme in force does not have</param>
    /// <returns>the nodes with shares that sum to the whole; none when nothing was typed; else what is wrong at <c>link-{row}</c> and <c>share-{row}</c></returns>
    public async Task<Result<NodeShare[]>> Run(IReadOnlyList<(string Code, string Share)> typed, Language language, int most, CancellationToken stop, IReadOnlyList<StandingLink>? there = null)
    {
        var problems = new List<Problem>();
        var rows = typed.Select((row, i) => (Code: row.Code.Trim(), Share: row.Share.Trim(), Field: i)).Where(r => r.Code.Length > 0 || r.Share.Length > 0).Take(most + 1).ToList();
        if (rows.Count == 0)
        {
            return Array.Empty<NodeShare>();
        }

        // Whoever changes something else keeps the very nodes: the code of one that was given up may be another's by now.
        if (there is not null && rows.Select(r => (r.Code, Hundredths(r.Share, language) ?? 0)).Order().SequenceEqual(there.Select(l => (l.Code, l.Share)).Order()))
        {
            return there.Select(l => new NodeShare(l.Node, l.Share)).ToArray();
        }

        var known = await facts.Nodes(stop);
        var even = rows.All(r => r.Share.Length == 0) ? new Money(NodeShare.Whole, default).Split([.. rows.Select(_ => 1L)]) : null;
        var (links, left) = (new List<NodeShare>(), (there ?? []).ToList());
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var share = even is null ? Hundredths(row.Share, language) : (int)even[i].Minor;
            Check(rows.Count > most, "projects.links-many", "link", most);
            NodeId? node = left.Find(l => l.Code == row.Code) is { } stays && left.Remove(stays) ? stays.Node : known.GetValueOrDefault(row.Code)?.Id;
            Check(node is null, "projects.link-unknown", "link", row.Code);
            Check(share is null or <= 0, "projects.share-wrong", "share", row.Share);
            Check(node is { } same && links.Exists(l => l.Node == same), "projects.link-twice", "link", row.Code);
            if (node is { } meant)
            {
                links.Add(new(meant, share ?? 0));
            }

            void Check(bool wrong, string code, string field, params IReadOnlyList<object> arguments) =>
                problems.AddRange(wrong ? [Problem.Invalid(code, $"{field}-{row.Field}", arguments)] : Array.Empty<Problem>());
        }

        if (problems.Count == 0 && links.Sum(l => l.Share) != NodeShare.Whole)
        {
            problems.Add(Problem.Invalid("projects.shares-not-whole", $"share-{rows[0].Field}", (links.Sum(l => l.Share) / 100.0).ToString("0.##", language.Culture())));
        }

        return problems.Count > 0 ? problems.ToArray() : links.ToArray();
    }

    /// <summary>Per cent with at most two decimals, in hundredths.</summary>
    private static int? Hundredths(string text, Language language) =>
        decimal.TryParse(text.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, language.Culture(), out var share) && share is > 0 and <= 100 && share * 100 == decimal.Truncate(share * 100)
            ? (int)(share * 100) : null;
}
