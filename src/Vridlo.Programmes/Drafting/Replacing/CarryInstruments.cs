using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>Hands the instruments of nodes that are no longer there to those that take their place.</summary>
internal sealed class CarryInstruments(IInstruments links, IProgrammeLedger ledger)
{
    /// <summary>Codes of the replaced nodes with instruments of which nobody has decided where they go.</summary>
    public async Task<IReadOnlyList<string>> Undecided(DraftTree tree, CancellationToken stop)
    {
        if (tree.Head.ReplacesId is not { } replaced)
        {
            return [];
        }

        var decided = tree.Heirs.Where(h => h.Decided).Select(h => h.FromId).ToHashSet();
        var open = (await ledger.Nodes(replaced, Enum.GetValues<NodeKind>(), stop)).Where(n => !decided.Contains(n.Id) && tree.Find(n.Id) is null).ToList();
        var used = (await links.At([.. open.Select(n => n.Id)], stop)).Select(l => l.Node).ToHashSet();
        return [.. open.Where(n => used.Contains(n.Id)).Select(n => n.Code)];
    }

    /// <summary>Enlists the new links; the caller commits.</summary>
    public Task Run(DraftTree tree, CancellationToken stop)
    {
        var needs = tree.Needs.ToLookup(n => n.MeasureId, n => n.Key);
        return links.Carry(
            [.. tree.Heirs.Where(h => h.Decided && tree.Find(h.ToId) is not null).Select(h => new Succession(h.FromId, h.ToId, [.. needs[h.ToId]]))], stop);
    }
}
