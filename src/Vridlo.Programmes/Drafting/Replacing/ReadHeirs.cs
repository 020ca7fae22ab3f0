using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>A node of a replaced plan, or one that an amendment drops, what carries it out, and where that goes.</summary>
/// <param name="Node">the node</param>
/// <param name="Instruments">what carries it out</param>
/// <param name="Homes">the nodes that take its place, with shares</param>
/// <param name="Decided">whether somebody has decided it; a decided one without homes has none</param>
internal sealed record Succeeded(Node Node, IReadOnlyList<InstrumentAt> Instruments, IReadOnlyList<(DraftNode To, int Share)> Homes, bool Decided)
{
    /// <summary>Nothing takes its place, decided or not.</summary>
    public bool Homeless => Homes.Count == 0;
}

/// <summary>Lists where the nodes that a draft leaves behind go.</summary>
internal sealed class ReadHeirs(ReadLeft left)
{
    public async Task<IReadOnlyList<Succeeded>> Run(DraftTree tree, CancellationToken stop) => [.. (await left.Run(tree, stop)).Select(l => new Succeeded(
        l.Node,
        l.Instruments,
        [.. tree.Heirs.Where(h => h.FromId == l.Node.Id).Select(h => (To: tree.Find(h.ToId), h.Share)).Where(h => h.To is not null).Select(h => (h.To!, h.Share))],
        tree.HasHeirs(l.Node.Id)))];
}
