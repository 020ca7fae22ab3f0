using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Funds;

/// <summary>Sums that go into a fund together are each an act of its own, and what one is refused for is no other's affair.</summary>
public sealed class GroupCommitTests
{
    private const int Officers = 40;

    [Theory, BothEngines]
    public async Task Each_of_a_group_is_an_act_of_its_own_in_the_sealed_record(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, projects) = (await world.Fund("kap-18", 1000), await Projects(world));
        var all = await AtOnce(world, i => new(projects[i % 8], fund, 2026, SumKind.Committed, Crowns(1 + i), Ledger.Day, Note: $"Smlouva {i}"));
        Assert.All(all, r => Assert.True(r.Ok));
        Assert.Equal(Officers * (Officers + 1) / 2 * 100, (await world.Year(fund)).Committed);

        var acts = await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedAct>().Where(a => a.Kind == "test.together").Include(a => a.Changes).ToListAsync());
        Assert.Equal(Enumerable.Range(0, Officers).Select(i => $"officer-{i}").Order(), acts.Select(a => a.ActorName).Order());
        foreach (var act in acts)
        {
            var change = Assert.Single(act.Changes);
            Assert.Contains($"\"Smlouva {act.Why}\"", change.After, StringComparison.Ordinal);
            Assert.Equal(all[int.Parse(act.Why, System.Globalization.CultureInfo.InvariantCulture)].Value.Value.ToString(), change.SubjectId);
        }

        Assert.Empty((await world.In(unit => new VerifyRecord(unit.GetRequiredService<AppDb>()).Run(null, progress: null, default))).Faults);
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Who_is_refused_leaves_nothing_and_takes_nobody_along(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, projects) = (await world.Fund("kap-18", 100), await Projects(world));
        var all = await AtOnce(world, i => (i % 4) switch
        {
            0 => new(projects[i % 8], fund, 2026, SumKind.Planned, Crowns(1), Ledger.Day),
            1 => new(projects[i % 8], fund, 2040 + i, SumKind.Committed, Crowns(1), Ledger.Day),
            2 => new(TypedId.New<InstrumentId>(), fund, 2026, SumKind.Paid, Crowns(1), Ledger.Day),
            _ => new(projects[i % 8], fund, 2026, SumKind.Committed, Crowns(20), Ledger.Day),
        });
        Assert.All(all.Where((_, i) => i % 4 == 0), r => Assert.True(r.Ok));
        Assert.All(all.Where((_, i) => i % 4 == 1), r => Assert.Equal("money.beyond-limit", r.Problems[0].Code));
        Assert.All(all.Where((_, i) => i % 4 == 2), r => Assert.Equal("money.instrument.unknown", r.Problems[0].Code));
        Assert.Equal(5, all.Where((_, i) => i % 4 == 3).Count(r => r.Ok));

        var year = Assert.Single(await world.In(unit => unit.GetRequiredService<IMoneyLedger>().Years.Where(y => y.Fund == fund).ToListAsync()));
        Assert.Equal((2026, 100_00L, 10_00L, 0L), (year.Year, year.Committed, year.Planned, year.Free));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_one_of_a_group_fails_of_only_that_one_hears_of(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, projects) = (await world.Fund("kap-18", 1000), await Projects(world));
        var all = await Task.WhenAll(Enumerable.Range(0, Officers).Select(i => world.In(async unit =>
        {
            try
            {
                var sum = new ToPost(projects[i % 8], fund, 2026, SumKind.Committed, Crowns(1), Ledger.Day);
                return (await unit.GetRequiredService<EnterSum>().Run(i == 7 ? sum with { Note = null! } : sum, Act(i), default)).Ok;
            }
            catch (NullReferenceException)
            {
                return i == 7;
            }
        })));
        Assert.All(all, Assert.True);
        Assert.Equal((Officers - 1) * 100, (await world.Year(fund)).Committed);
    }

    private static async Task<List<InstrumentId>> Projects(World world)
    {
        List<InstrumentId> projects = [];
        for (var i = 0; i < 8; i++)
        {
            projects.Add(await world.Instrument($"P-{i}"));
        }

        return projects;
    }

    private static Task<Result<PostingId>[]> AtOnce(World world, Func<int, ToPost> sum) =>
        Task.WhenAll(Enumerable.Range(0, Officers).Select(i => world.In(unit => unit.GetRequiredService<EnterSum>().Run(sum(i), Act(i), default))));

    private static Act Act(int officer) => new(new("person", $"officer-{officer}"), "test.together", $"{officer}");

    private static Money Crowns(long crowns) => Money.Of(crowns, Currency.Czk);
}
