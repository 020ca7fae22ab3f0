using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Alignment.Deciding;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Showing;

/// <summary>A node of another programme to which a node is aligned.</summary>
/// <param name="Supports">whether the node of the page supports the other one; else it is supported by it</param>
/// <param name="Other">the other node</param>
/// <param name="Verdict">the word for what is decided</param>
/// <param name="Why">why</param>
public sealed record NodeAligned(bool Supports, NodePlaced Other, string Verdict, string Why);

/// <summary>Reads what is decided of a node and of those below it, in two statements.</summary>
internal static class NodeAlignmentRead
{
    private const int Most = 200;

    public static async Task<IReadOnlyDictionary<string, object?>?> Read(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Goal or NodeKind.Area or NodeKind.Objective or NodeKind.Measure))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Where(n => n.Kind is not NodeKind.Activity).Select(n => n.Id)];
        var rows = await services.GetRequiredService<AppDb>().Set<DecisionRow>().AsNoTracking()
            .Where(d => d.Verdict != Verdict.Rejected && (own.Contains(d.From) || own.Contains(d.To)))
            .OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).Take(Most).ToListAsync(stop);
        var ends = rows.Select(r => own.Contains(r.From) ? (Supports: true, Other: r.To, Row: r) : (Supports: false, Other: r.From, Row: r)).ToList();
        var placed = ends.Count == 0
            ? new Dictionary<NodeId, NodePlaced>()
            : (await services.GetRequiredService<IProgrammeLedger>().Placed([.. ends.Select(e => e.Other)], services.GetRequiredService<ReadPair>().Today, stop)).ToDictionary(p => p.Id);
        return new Dictionary<string, object?>
        {
            ["Programme"] = edition.Programme,
            ["Aligned"] = (IReadOnlyList<NodeAligned>)[.. ends.Where(e => placed.ContainsKey(e.Other)).Select(e => new NodeAligned(e.Supports, placed[e.Other], VerdictMark.Word(e.Row.Verdict), e.Row.Why))],
        };
    }
}
