using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Funds;

/// <summary>Whatever is entered in whatever order: what is kept is what the entries sum to, and to each node belongs its share of it.</summary>
public sealed class AnyOrderTests
{
    private enum Step
    {
        Plan, Commit, Pay, Recover, Share, Reverse,
    }

    [Theory, BothEngines]
    public async Task Sums_equal_the_entries_and_shares_split_the_whole(Engine engine)
    {
        await using var world = await World.Empty(engine);
        FundId[] funds = [await world.Fund("a", 5000), await world.Fund("b", 300)];
        NodeId[] nodes = [.. Enumerable.Range(0, 4).Select(_ => TypedId.New<NodeId>())];
        var count = 0;
        await Gen.Select(Gen.Enum<Step>(), Gen.Long[1, 999_99], Gen.Int[0, 1], Gen.Int[1, 9999], Gen.Int[0, 3]).Array[1, 12].SampleAsync(
            async steps =>
            {
                var project = await world.Instrument($"P-{Interlocked.Increment(ref count)}");
                List<PostingId> open = [];
                var shares = new List<NodeShare>();
                foreach (var (step, minor, fund, share, node) in steps)
                {
                    switch (step)
                    {
                        case Step.Share:
                            shares = node == 3 ? [] : [new(nodes[node], share), new(nodes[node + 1], NodeShare.Whole - share)];
                            Assert.True((await world.Do(money => money.Share(project, shares, Ledger.Day, default))).Ok);
                            break;
                        case Step.Reverse when open.Count > 0:
                            Assert.True((await world.Do(money => money.Reverse(open[^1], Ledger.Day, "", default))).Ok);
                            open.RemoveAt(open.Count - 1);
                            break;
                        case Step.Reverse:
                            break;
                        default:
                            var posted = await world.Do(money => money.Post(new(project, funds[fund], 2026, (SumKind)step, new(minor, Currency.Czk), Ledger.Day), default));
                            open.AddRange(posted.Ok ? [posted.Value] : Array.Empty<PostingId>());
                            break;
                    }
                }

                await Same(world, project, shares);
            },
            iter: engine is Engine.Sqlite ? 40 : 15, threads: 1);
        Assert.Empty(await world.Faults());
    }

    private static Task Same(World world, InstrumentId project, List<NodeShare> shares) => world.In(async unit =>
    {
        var db = unit.GetRequiredService<Vridlo.Core.Data.AppDb>();
        var entries = await db.Set<LedgerEntry>().Where(e => e.InstrumentId == project).ToListAsync();
        var postings = await db.Set<Posting>().Where(p => p.InstrumentId == project).ToListAsync();
        foreach (var key in postings.GroupBy(p => (p.FundId, p.Year, p.Kind)))
        {
            var whole = key.Sum(p => p.Amount);
            var at = entries.Where(e => (e.FundId, e.Year, e.Kind) == key.Key).GroupBy(e => e.NodeId).ToDictionary(g => g.Key, g => g.Sum(e => e.Amount));
            Assert.Equal(whole, at.Values.Sum());
            foreach (var (node, amount) in at.Where(a => a.Value != 0))
            {
                var share = shares.Count == 0 ? (node == default ? NodeShare.Whole : 0) : shares.Find(s => s.Node == node)?.Share ?? 0;
                Assert.InRange(Math.Abs(amount - ((decimal)whole * share / NodeShare.Whole)), 0, 1);
            }
        }
    });
}
