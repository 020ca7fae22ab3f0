using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>To which nodes money belongs, and what becomes of it when others take their place.</summary>
internal sealed partial class MoneyLedger
{
    public async Task<Result<int>> Share(InstrumentId instrument, IReadOnlyList<NodeShare> shares, LocalDate day, CancellationToken stop)
    {
        if (shares.Count > 0 && (shares.Any(s => s.Share <= 0) || shares.Sum(s => (long)s.Share) != NodeShare.Whole || shares.DistinctBy(s => s.Node).Count() < shares.Count))
        {
            return Problem.Invalid("money.shares", "shares");
        }

        if (await hold.Instrument(instrument, stop) is { } unknown)
        {
            return unknown;
        }

        if (!await spread.Share(instrument, shares, stop))
        {
            return 0;
        }

        List<Posting> moved = [];
        foreach (var sums in (await spread.Totals(instrument, stop)).Keys.GroupBy(k => (k.Fund, k.Year)).OrderBy(g => g.Key.Fund.Value).ThenBy(g => g.Key.Year))
        {
            await hold.Fund(sums.Key.Fund, sums.Key.Year, default, stop);
            moved.AddRange(sums.OrderBy(k => k.Kind).Select(k => Make(instrument, k.Fund, k.Year, k.Kind, 0, day, "", "")));
        }

        await spread.Over(moved, stop);
        moved.RemoveAll(m => m.Entries.Count == 0);
        db.AddRange(moved);
        return moved.Count;
    }

    public async Task<Result<int>> Carry(IReadOnlyCollection<MoneySuccession> successions, LocalDate day, CancellationToken stop)
    {
        var heirs = successions.ToLookup(s => s.From);
        List<NodeId> from = [.. heirs.Select(h => h.Key)];
        var instruments = await db.Set<MoneyShare>().Where(s => from.Contains(s.NodeId)).Select(s => s.InstrumentId).Distinct().OrderBy(i => i).ToListAsync(stop);
        foreach (var instrument in instruments)
        {
            if (await hold.Instrument(instrument, stop) is { } unknown)
            {
                return unknown;
            }

            var carried = await Share(instrument, Carried(await spread.Shares(instrument, stop), heirs), day, stop);
            if (!carried.Ok)
            {
                return carried;
            }
        }

        return instruments.Count;
    }

    /// <summary>Shares with those of replaced nodes divided among their heirs.</summary>
    private static List<NodeShare> Carried(IReadOnlyList<MoneyShare> shares, ILookup<NodeId, MoneySuccession> heirs)
    {
        var carried = new Dictionary<NodeId, int>();
        foreach (var share in shares.OrderBy(s => s.NodeId.Value))
        {
            List<MoneySuccession> to = [.. heirs[share.NodeId].OrderBy(h => h.To.Value)];
            var parts = to.Count == 0 ? [(share.NodeId, share.Share)] : to.Zip(new Money(share.Share, default).Split([.. to.Select(h => (long)h.Share)]), (h, part) => (h.To, (int)part.Minor));
            foreach (var (node, part) in parts)
            {
                carried[node] = carried.GetValueOrDefault(node) + part;
            }
        }

        return [.. carried.Where(c => c.Value > 0).Select(c => new NodeShare(c.Key, c.Value))];
    }
}
