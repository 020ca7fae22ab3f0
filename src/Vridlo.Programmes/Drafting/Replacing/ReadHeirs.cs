using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>A node of a replaced plan, what carries it out, and where that goes.</summary>
/// <param name="Node">the node</param>
/// <param name="Instruments">what carries it out</param>
/// <param name="Homes">the nodes that take its place, with shares</param>
/// <param name="Decided">whether somebody has decided it; a decided one without homes has none</param>
internal sealed record Succeeded(Node Node, IReadOnlyList<InstrumentAt> Instruments, IReadOnlyList<(DraftNode To, int Share)> Homes, bool Decided)
{
    /// <summary>Nothing takes its place, decided or not.</summary>
    public bool Homeless => Homes.Count == 0;
}

/// <summary>Lists where the nodes of a replaced plan go; those that stay the same node are left out.</summary>
internal sealed class ReadHeirs(IProgrammeLedger ledger, IInstruments links)
{
    public async Task<IReadOnlyList<Succeeded>> Run(DraftTree tree, CancellationToken stop)
    {
        if (tree.Head.ReplacesId is not { } replaced)
        {
            return [];
        }

        var nodes = (await ledger.Nodes(replaced, Enum.GetValues<NodeKind>(), stop)).Where(n => tree.Find(n.Id) is null).ToList();
        var instruments = (await links.At([.. nodes.Select(n => n.Id)], stop)).ToLookup(l => l.Node);
        var heirs = tree.Heirs.ToLookup(h => h.FromId);
        return [.. nodes.Select(n => new Succeeded(
            n,
            [.. instruments[n.Id]],
            [.. heirs[n.Id].Where(h => tree.Find(h.ToId) is not null).Select(h => (tree.Find(h.ToId)!, h.Share))],
            heirs[n.Id].Any() && heirs[n.Id].All(h => h.Decided)))];
    }
}
