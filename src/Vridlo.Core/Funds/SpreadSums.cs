using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Funds;

/// <summary>What entries of an instrument are summed by: the fund, the year, and what is said of them.</summary>
internal readonly record struct SumKey(FundId Fund, int Year, SumKind Kind);

/// <summary>
/// Spreads postings over nodes. One rule serves entering, reversing and moving: after each posting the sums on the nodes are the whole
/// split by the shares (<see cref="Money.Split"/>), so they always sum to it and a reversed sum leaves nothing, whatever the shares were.
/// The instrument must be held.
/// </summary>
internal sealed class SpreadSums(AppDb db, LedgerQuestions questions)
{
    private const int AtOnce = 500;

    private readonly WithinTransaction<Dictionary<InstrumentId, List<MoneyShare>>> shares = new(db);
    private readonly WithinTransaction<Dictionary<InstrumentId, Dictionary<SumKey, Dictionary<NodeId, long>>>> sums = new(db);

    /// <summary>Reads what entering postings needs, as long as nothing but the instruments is held; of several together.</summary>
    public async Task Ready(IReadOnlyCollection<InstrumentId> instruments, CancellationToken stop)
    {
        List<InstrumentId> unread = [.. instruments.Distinct().Where(i => !sums.Known.ContainsKey(i) && !IsNew(i))];
        foreach (var some in unread.Count > 1 ? unread.Chunk(AtOnce) : [])
        {
            var (all, by) = ((await LedgerQuestions.SumsOf(db, some).ToListAsync(stop)).ToLookup(s => s.Instrument), (await db.Set<MoneyShare>().Where(s => some.Contains(s.InstrumentId)).ToListAsync(stop)).ToLookup(s => s.InstrumentId));
            foreach (var instrument in some)
            {
                sums.Known[instrument] = Keyed(all[instrument]);
                shares.Known.TryAdd(instrument, [.. by[instrument]]);
            }
        }

        foreach (var instrument in instruments)
        {
            await Sums(instrument, stop);
            await Shares(instrument, stop);
        }
    }

    /// <summary>The sums of an instrument over all nodes.</summary>
    public async Task<IReadOnlyDictionary<SumKey, long>> Totals(InstrumentId instrument, CancellationToken stop) =>
        (await Sums(instrument, stop)).ToDictionary(s => s.Key, s => s.Value.Values.Sum());

    /// <summary>How much what instruments paid, and did not get back, beyond their commitments grows or shrinks by postings of one fund and year that are not entered yet.</summary>
    public async Task<long> Uncovered(FundId fund, int year, IEnumerable<Posting> postings, CancellationToken stop)
    {
        var grown = 0L;
        foreach (var own in postings.GroupBy(p => p.InstrumentId))
        {
            var all = await Sums(own.Key, stop);
            long Whole(SumKind kind) => all.TryGetValue(new(fund, year, kind), out var parts) ? parts.Values.Sum() : 0;
            long Entered(SumKind kind) => own.Where(p => p.Kind == kind).Sum(p => p.Amount);
            long More(Func<SumKind, long> of) => of(SumKind.Paid) - of(SumKind.Recovered) - of(SumKind.Committed);
            grown += Math.Max(0, More(Whole) + More(Entered)) - Math.Max(0, More(Whole));
        }

        return grown;
    }

    /// <summary>Replaces the shares of an instrument.</summary>
    /// <returns>whether they were others before</returns>
    public async Task<bool> Share(InstrumentId instrument, IReadOnlyList<NodeShare> wanted, CancellationToken stop)
    {
        var now = await Shares(instrument, stop);
        if (now.Count == wanted.Count && wanted.All(w => now.Exists(s => s.NodeId == w.Node && s.Share == w.Share)))
        {
            return false;
        }

        foreach (var gone in now.Where(s => wanted.All(w => w.Node != s.NodeId)).ToList())
        {
            db.Remove(gone);
            now.Remove(gone);
        }

        foreach (var share in wanted)
        {
            if (now.Find(s => s.NodeId == share.Node) is { } there)
            {
                there.Share = share.Share;
            }
            else
            {
                var added = new MoneyShare { InstrumentId = instrument, NodeId = share.Node, Share = share.Share };
                db.Add(added);
                now.Add(added);
            }
        }

        return true;
    }

    /// <summary>Gives postings their parts, and adds them to the balances of the nodes. The years of their funds must be held.</summary>
    public async Task Over(IReadOnlyCollection<Posting> postings, CancellationToken stop)
    {
        foreach (var posting in postings)
        {
            await Over(posting, stop);
        }

        List<NodeBalance> more = [.. postings.SelectMany(p => p.Entries).GroupBy(e => (e.NodeId, e.FundId, e.Year, e.Kind))
            .Select(g => new NodeBalance { NodeId = g.Key.NodeId, FundId = g.Key.FundId, Year = g.Key.Year, Kind = g.Key.Kind, Amount = g.Aggregate(0L, (sum, e) => checked(sum + e.Amount)) })];
        await new WriteBatch(db).Insert(more, "(node_id, fund_id, year, kind) DO UPDATE SET amount = ledger_balance.amount + excluded.amount").Send(stop);
    }

    private async Task Over(Posting posting, CancellationToken stop)
    {
        var (all, by) = (await Sums(posting.InstrumentId, stop), await Shares(posting.InstrumentId, stop));
        var key = new SumKey(posting.FundId, posting.Year, posting.Kind);
        if (!all.TryGetValue(key, out var now))
        {
            all[key] = now = [];
        }

        var wanted = Wanted(checked(now.Values.Sum() + posting.Amount), by);
        foreach (var node in now.Keys.Union(wanted.Keys).OrderBy(n => n.Value).ToList())
        {
            var part = checked(wanted.GetValueOrDefault(node) - now.GetValueOrDefault(node));
            if (part != 0)
            {
                posting.Entries.Add(new()
                {
                    PostingId = posting.Id,
                    NodeId = node,
                    InstrumentId = posting.InstrumentId,
                    FundId = posting.FundId,
                    Year = posting.Year,
                    Kind = posting.Kind,
                    Amount = part,
                });
                now[node] = wanted.GetValueOrDefault(node);
            }
        }
    }

    /// <summary>A whole split by shares; on no node when there are none.</summary>
    private static Dictionary<NodeId, long> Wanted(long whole, List<MoneyShare> by)
    {
        if (by.Count == 0)
        {
            return new() { [default] = whole };
        }

        var ordered = by.OrderBy(s => s.NodeId.Value).ToList();
        var parts = new Money(whole, default).Split([.. ordered.Select(s => (long)s.Share)]);
        return ordered.Zip(parts).ToDictionary(p => p.First.NodeId, p => p.Second.Minor);
    }

    /// <summary>The shares of an instrument as they are now.</summary>
    public async Task<List<MoneyShare>> Shares(InstrumentId instrument, CancellationToken stop)
    {
        return shares.Known.TryGetValue(instrument, out var known)
            ? known
            : shares.Known[instrument] = IsNew(instrument) ? [] : await questions.Shares(db, instrument).ToListAsync(stop);
    }

    private async Task<Dictionary<SumKey, Dictionary<NodeId, long>>> Sums(InstrumentId instrument, CancellationToken stop)
    {
        if (sums.Known.TryGetValue(instrument, out var known))
        {
            return known;
        }

        return sums.Known[instrument] = Keyed(IsNew(instrument) ? [] : await questions.Sums(db, instrument).ToListAsync(stop));
    }

    private static Dictionary<SumKey, Dictionary<NodeId, long>> Keyed(IEnumerable<SpreadSum> read) =>
        read.GroupBy(r => new SumKey(r.Fund, r.Year, r.Kind)).ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Node, r => r.Amount));

    /// <summary>One that is being made in this very unit of work has nothing in the database yet.</summary>
    private bool IsNew(InstrumentId instrument) => db.Set<Instrument>().Local.FindEntry(instrument)?.State is EntityState.Added;
}
