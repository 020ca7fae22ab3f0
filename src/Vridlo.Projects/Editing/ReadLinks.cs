using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Funds;

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
    /// <returns>the nodes with shares that sum to the whole; none when nothing was typed; else what is wrong at <c>link-{row}</c> and <c>share-{row}</c></returns>
    public async Task<Result<NodeShare[]>> Run(IReadOnlyList<(string Code, string Share)> typed, Language language, int most, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var rows = typed.Select((row, i) => (Code: row.Code.Trim(), Share: row.Share.Trim(), Field: i)).Where(r => r.Code.Length > 0 || r.Share.Length > 0).Take(most + 1).ToList();
        if (rows.Count == 0)
        {
            return Array.Empty<NodeShare>();
        }

        var known = await facts.Nodes(stop);
        var even = rows.All(r => r.Share.Length == 0) ? new Money(NodeShare.Whole, default).Split([.. rows.Select(_ => 1L)]) : null;
        var links = new List<NodeShare>();
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var share = even is null ? Hundredths(row.Share, language) : (int)even[i].Minor;
            Check(rows.Count > most, "projects.links-many", "link", most);
            Check(!known.ContainsKey(row.Code), "projects.link-unknown", "link", row.Code);
            Check(share is null or <= 0, "projects.share-wrong", "share", row.Share);
            Check(rows.Any(r => r.Code == row.Code && r.Field < row.Field), "projects.link-twice", "link", row.Code);
            if (known.TryGetValue(row.Code, out var node))
            {
                links.Add(new(node.Id, share ?? 0));
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
