using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Contributions;

/// <summary>A line of the section: what projects bring to an indicator.</summary>
/// <param name="Indicator">what is counted</param>
/// <param name="Stated">what the programme calls the indicator it states; null when it states none</param>
/// <param name="Unit">in what it is counted</param>
/// <param name="Target">sum of the targets; null when the unit does not add up</param>
/// <param name="Reached">sum of what was reached; null when the unit does not add up, or nobody said</param>
/// <param name="Projects">how many projects</param>
/// <param name="Elsewhere">how many of them contribute elsewhere too</param>
/// <param name="Query">what narrows the list of results to these, as it stands in the address</param>
public sealed record ContributionRow(string Indicator, Localized? Stated, string Unit, double? Target, double? Reached, int Projects, int Elsewhere, string Query);

/// <summary>Reads what the projects at and below a node bring, for a section of its page.</summary>
internal static class ContributionsOfNode
{
    private const int Most = 15;

    public static async Task<IReadOnlyDictionary<string, object?>?> Read(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        var all = await services.GetRequiredService<ReadContributions>().Of([node.Self.Id, .. node.Below.Select(n => n.Id)], stop);
        if (all.Count == 0)
        {
            return null;
        }

        // The page has read them already, so they are in memory.
        var stating = node.Self.Kind is NodeKind.Activity ? node.Above.LastOrDefault(n => n.Kind is NodeKind.Measure) ?? node.Self : node.Self;
        var needs = all.Any(c => c.Stated is not null) ? (await services.GetRequiredService<IProgrammeLedger>().Needs(edition.Id, stating.Id, stop)).ToDictionary(n => n.Need.Key, n => n.Need.Title) : [];
        return new Dictionary<string, object?>
        {
            ["Node"] = node.Self.Code,
            ["Count"] = all.Count,
            ["Rows"] = (IReadOnlyList<ContributionRow>)[.. all.OrderBy(c => c.Stated is null || !needs.ContainsKey(c.Stated)).Take(Most).Select(c => Row(c, node.Self.Code, needs))],
        };
    }

    private static ContributionRow Row(Contribution of, string node, IReadOnlyDictionary<string, Localized> needs) => new(
        of.Indicator, of.Stated is { } key ? needs.GetValueOrDefault(key) : null, of.Unit, of.Adds ? of.Target : null, of.Adds && of.Reporting > 0 ? of.Reached : null, of.Projects, of.Elsewhere,
        $"?node={Uri.EscapeDataString(node)}&indicator={Uri.EscapeDataString(of.Indicator)}&unit={Uri.EscapeDataString(of.Unit)}");
}
