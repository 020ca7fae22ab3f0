using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>
/// Reads what a draft leaves behind: the nodes of the plan it replaces, and those of the edition it amends that are dropped while something
/// carries them out. Nodes that stay the same are left out.
/// </summary>
internal sealed class ReadLeft(IProgrammeLedger ledger, IInstruments links)
{
    public async Task<IReadOnlyList<(Node Node, IReadOnlyList<InstrumentAt> Instruments)>> Run(DraftTree tree, CancellationToken stop)
    {
        var replaced = await Gone(tree.Head.ReplacesId, tree, stop);
        var known = replaced.Select(n => n.Id).ToHashSet();
        List<Node> dropped = [.. (await Gone(tree.Head.BaseId, tree, stop)).Where(n => !known.Contains(n.Id))];
        var instruments = (await links.At([.. replaced.Concat(dropped).Select(n => n.Id)], stop)).ToLookup(l => l.Node);
        return [.. replaced.Concat(dropped.Where(n => instruments.Contains(n.Id))).Select(n => (n, (IReadOnlyList<InstrumentAt>)[.. instruments[n.Id]]))];
    }

    private async Task<List<Node>> Gone(EditionId? edition, DraftTree tree, CancellationToken stop) =>
        edition is { } known ? [.. (await ledger.Nodes(known, Enum.GetValues<NodeKind>(), stop)).Where(n => tree.Find(n.Id) is null)] : [];
}
