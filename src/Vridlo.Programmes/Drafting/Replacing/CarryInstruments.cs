using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>Hands the instruments of nodes that are no longer there, and their money, to those that take their place.</summary>
internal sealed class CarryInstruments(IInstruments links, IMoneyLedger money, ReadLeft left)
{
    /// <summary>Codes of the nodes left behind with instruments of which nobody has decided where they go.</summary>
    public async Task<IReadOnlyList<string>> Undecided(DraftTree tree, CancellationToken stop) =>
        [.. (await left.Run(tree, stop)).Where(l => l.Instruments.Count > 0 && !tree.HasHeirs(l.Node.Id)).Select(l => l.Node.Code)];

    /// <summary>Enlists the new links and the moves of money; the caller has begun and commits.</summary>
    public async Task<Result<int>> Run(DraftTree tree, LocalDate day, CancellationToken stop)
    {
        var needs = tree.Needs.ToLookup(n => n.MeasureId, n => n.Key);

        // What came back after somebody had decided who takes it over has no heir.
        List<DraftHeir> heirs = [.. tree.Heirs.Where(h => h.Decided && tree.Find(h.ToId) is not null && tree.Find(h.FromId) is null)];
        await links.Carry([.. heirs.Select(h => new Succession(h.FromId, h.ToId, [.. needs[h.ToId]]))], stop);
        return await money.Carry([.. heirs.Select(h => new MoneySuccession(h.FromId, h.ToId, h.Share))], day, stop);
    }
}
