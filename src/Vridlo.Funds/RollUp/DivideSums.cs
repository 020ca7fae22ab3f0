using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;

namespace Vridlo.Funds.RollUp;

/// <summary>By what the money of the programme is divided in the table of its page.</summary>
[Words("funds.by")]
internal enum SumsBy
{
    Area,
    Measure,
    Fund,
}

/// <summary>A row of the table.</summary>
/// <param name="Code">code of what it is of; empty for the rest</param>
/// <param name="Title">what it is called; null for the rest</param>
/// <param name="Path">Czech address of its page, or null</param>
/// <param name="Sums">its sums</param>
/// <param name="Entries">the filter of the entries that it is made of, or null when they cannot be asked for together</param>
internal sealed record SumsOf(string Code, Localized? Title, string? Path, MoneySums Sums, (string Filter, string Value)? Entries);

/// <summary>Divides the money of the programme into rows that sum to the whole.</summary>
internal static class DivideSums
{
    public static IReadOnlyList<SumsOf> By(SumsBy by, EditionHead edition, RolledUp rolled, IReadOnlyList<(FundListed Fund, MoneySums Sums)> funds) => by switch
    {
        SumsBy.Fund => [.. funds.Select(f => new SumsOf(f.Fund.Code, f.Fund.Title, $"/penize/zdroje/{f.Fund.Code}", f.Sums, ("fund", f.Fund.Code)))],
        SumsBy.Measure => [.. Nodes(edition, rolled, NodeKind.Measure), .. Rest(rolled)],
        _ => [.. Nodes(edition, rolled, NodeKind.Area), .. rolled.Outside.Select(o => new SumsOf("", null, null, o, ("node", "none")))],
    };

    private static IEnumerable<SumsOf> Nodes(EditionHead edition, RolledUp rolled, NodeKind kind) => rolled.Nodes.Where(n => n.Node.Kind == kind)
        .Select(n => new SumsOf(n.Node.Code, n.Node.Title, $"/programy/{edition.Programme}/{n.Node.Code}", n.Sums, ("node", n.Node.Code)));

    /// <summary>What belongs to an area as a whole, or lies outside the programme.</summary>
    private static IEnumerable<SumsOf> Rest(RolledUp rolled)
    {
        foreach (var whole in rolled.Whole)
        {
            var own = rolled.Nodes.Where(n => n.Node.Kind is NodeKind.Measure && n.Sums.Currency == whole.Currency).Select(n => n.Sums).ToList();
            var rest = new MoneySums(whole.Currency, whole.Planned - own.Sum(s => s.Planned), whole.Committed - own.Sum(s => s.Committed), whole.Paid - own.Sum(s => s.Paid));
            if (rest is not { Planned: 0, Committed: 0, Paid: 0 })
            {
                yield return new("", null, null, rest, null);
            }
        }
    }
}
