using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Funds;

/// <summary>Many at once: the limit holds, and the sums are those of the entries. Without the hold the same race is lost.</summary>
public sealed class RaceTests
{
    private const int Writers = 16;

    [Theory, BothEngines]
    public async Task Of_two_who_commit_the_last_million_at_once_one_is_told(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, first, second) = (await world.Fund("kap-18", 1_000_000), await world.Instrument("P-1"), await world.Instrument("P-2"));
        var both = await Task.WhenAll(new[] { first, second }.Select(p => world.Post(p, fund, SumKind.Committed, 1_000_000)));
        Assert.Equal("money.beyond-limit", Assert.Single(Assert.Single(both, r => !r.Ok).Problems).Code);
        Assert.Equal(0, (await world.Year(fund)).Free);
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task However_many_commit_from_several_processes_exactly_the_limit_is_committed(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        var fund = await world.Fund("kap-18", 10);
        List<InstrumentId> projects = [];
        for (var i = 0; i < 4; i++)
        {
            projects.Add(await world.Instrument($"P-{i}"));
        }

        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => (i % 2 == 0 ? world : beside).Post(projects[i % 4], fund, SumKind.Committed, 1)));
        Assert.Equal((10, Writers - 10), (all.Count(r => r.Ok), all.Count(r => !r.Ok && r.Problems[0].Code == "money.beyond-limit")));
        Assert.Equal((10_00, 0), ((await world.Year(fund)).Committed, (await world.Year(fund)).Free));
        Assert.Equal(10_00, (await world.Sums()).Values.Sum());
        Assert.Empty(await world.Faults());
    }

    /// <summary>Each of them finds that the year has no row yet, and only one can make it.</summary>
    [Theory, BothEngines]
    public async Task The_first_who_enter_anything_in_a_year_at_once_are_all_heard(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        var fund = await world.Fund("kap-18", 0);
        List<InstrumentId> projects = [];
        for (var i = 0; i < 8; i++)
        {
            projects.Add(await world.Instrument($"P-{i}"));
        }

        foreach (var year in Enumerable.Range(2020, 12))
        {
            var all = await Task.WhenAll(projects.Select((p, i) => (i % 2 == 0 ? world : beside).Post(p, fund, SumKind.Paid, 1, year)));
            Assert.All(all, r => Assert.True(r.Ok, r.Ok ? "" : r.Problems[0].Code));
            Assert.Equal(8_00, (await world.Year(fund, year)).Paid);
        }

        Assert.Empty(await world.Faults());
    }

    /// <summary>The same race with the limit asked first and taken later, as one would write it without a thought: it must be lost.</summary>
    [Theory, BothEngines]
    public async Task Asking_first_and_taking_later_goes_beyond_the_limit(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var fund = await world.Fund("kap-18", 1);
        var asked = new Gathering(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            var free = await unit.GetRequiredService<IMoneyLedger>().Years.Where(y => y.Fund == fund).Select(y => y.Adjusted - y.Committed).FirstAsync();
            await asked.Arrive();
            if (free >= 1_00)
            {
                await db.Set<FundYear>().Where(y => y.FundId == fund).ExecuteUpdateAsync(y => y.SetProperty(x => x.Committed, x => x.Committed + 1_00));
            }
        })));
        Assert.True((await world.Year(fund)).Free < 0, "the race was not lost, so the others prove nothing");
        Assert.NotEmpty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Entering_and_sharing_at_once_leave_the_sums_of_nodes_what_the_entries_sum_to(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, project) = (await world.Fund("kap-18", 1000), await world.Instrument("P-1"));
        NodeId[] nodes = [.. Enumerable.Range(0, 3).Select(_ => TypedId.New<NodeId>())];
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async i => i % 4 == 0
            ? (await world.Share(project, (nodes[i % 3], 1 + i), (nodes[(i + 1) % 3], 9_999 - i))).Ok
            : (await world.Post(project, fund, i % 2 == 0 ? SumKind.Paid : SumKind.Planned, 7)).Ok));
        Assert.All(all, Assert.True);
        Assert.Equal(12 * 7_00, (await world.Sums()).Values.Sum());
        Assert.Empty(await world.Faults());
    }

    /// <summary>Both plan for the same projects and years, one from the front and one from the back; each is in the middle when the other comes.</summary>
    [Theory, BothEngines]
    public async Task Two_who_enter_money_of_many_in_opposite_orders_both_go_through_when_they_hold_it_first(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        var fund = await world.Fund("kap-18", 0);
        List<(InstrumentId Project, int Year)> plans = [];
        for (var i = 0; i < 6; i++)
        {
            plans.Add((await world.Instrument($"P-{i}"), 2020 + i));
        }

        for (var round = 0; round < 8; round++)
        {
            var both = await Task.WhenAll(Plan(world, plans), Plan(beside, [.. plans.AsEnumerable().Reverse()]));
            Assert.All(both, Assert.True);
        }

        Assert.Equal(2 * 8 * 6 * 1_00, (await world.Sums()).Values.Sum());
        Assert.Empty(await world.Faults());

        Task<bool> Plan(World at, IReadOnlyList<(InstrumentId Project, int Year)> ordered) => at.In(async unit =>
        {
            var (db, money) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>());
            await using var begun = await db.Begin(default);
            await money.Hold([.. ordered.Select(o => o.Project)], ordered.Select(o => (fund, o.Year)), default);
            foreach (var (project, year) in ordered)
            {
                Assert.True((await money.Post(new(project, fund, year, SumKind.Planned, Money.Of(1, Currency.Czk), Ledger.Day), default)).Ok);
            }

            return await db.Commit(Ledger.Act, default);
        });
    }

    /// <summary>Lets nobody go on before all have come.</summary>
    private sealed class Gathering(int count)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int come;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref come) == count)
            {
                all.SetResult();
            }

            return all.Task;
        }
    }
}
