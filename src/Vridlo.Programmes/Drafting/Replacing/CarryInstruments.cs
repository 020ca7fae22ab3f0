using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Replacing;

/// <summary>Hands the instruments of nodes that are no longer there, and their money, to those that take their place.</summary>
internal sealed class CarryInstruments(IInstruments links, IMoneyLedger money, IProgrammeLedger ledger)
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

    /// <summary>Enlists the new links and the moves of money; the caller has begun and commits.</summary>
    public async Task<Result<int>> Run(DraftTree tree, LocalDate day, CancellationToken stop)
    {
        var needs = tree.Needs.ToLookup(n => n.MeasureId, n => n.Key);
        List<DraftHeir> heirs = [.. tree.Heirs.Where(h => h.Decided && tree.Find(h.ToId) is not null)];
        await links.Carry([.. heirs.Select(h => new Succession(h.FromId, h.ToId, [.. needs[h.ToId]]))], stop);
        return await money.Carry([.. heirs.Select(h => new MoneySuccession(h.FromId, h.ToId, h.Share))], day, stop);
    }
}
