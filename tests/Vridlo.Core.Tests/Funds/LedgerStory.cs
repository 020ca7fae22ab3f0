using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Funds;

public sealed class LedgerStory
{
    [Theory, BothEngines]
    public async Task Nothing_is_committed_beyond_the_limit_and_who_asks_for_more_hears_what_is_free(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, project) = (await world.Fund("kap-18", 100), await world.Instrument("P-1"));
        Assert.True((await world.Post(project, fund, SumKind.Committed, 70)).Ok);
        var beyond = Assert.Single((await world.Post(project, fund, SumKind.Committed, 31)).Problems);
        Assert.Equal(("money.beyond-limit", Money.Of(30, Currency.Czk)), (beyond.Code, beyond.Arguments[2]));
        Assert.True((await world.Post(project, fund, SumKind.Committed, 30)).Ok);
        Assert.Equal("money.beyond-limit", Assert.Single((await world.Post(project, fund, SumKind.Committed, 1, 2027)).Problems).Code);
        var year = await world.Year(fund);
        Assert.Equal((100_00, 0), (year.Committed, year.Free));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_was_paid_without_a_commitment_is_not_free_either(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, first, second) = (await world.Fund("kap-18", 100), await world.Instrument("P-1"), await world.Instrument("P-2"));
        Assert.True((await world.Post(first, fund, SumKind.Paid, 60)).Ok);
        var beyond = Assert.Single((await world.Post(second, fund, SumKind.Committed, 41)).Problems);
        Assert.Equal(("money.beyond-limit", Money.Of(40, Currency.Czk)), (beyond.Code, beyond.Arguments[2]));

        var own = Assert.Single((await world.Post(first, fund, SumKind.Committed, 101)).Problems);
        Assert.Equal(("money.beyond-limit", Money.Of(100, Currency.Czk)), (own.Code, own.Arguments[2]));

        // Its own commitment covers it and takes nothing more; what is paid beyond it is taken again, and is a fact whatever the limit is.
        Assert.True((await world.Post(first, fund, SumKind.Committed, 60)).Ok);
        Assert.Equal((0, 40_00), await Standing());
        var more = await world.Do(money => money.Post(new(first, fund, 2026, SumKind.Paid, Money.Of(50, Currency.Czk), Ledger.Day), default));
        Assert.Equal((50_00, -10_00), await Standing());
        Assert.Equal("money.beyond-limit", Assert.Single((await world.Post(first, fund, SumKind.Committed, 50)).Problems).Code);
        Assert.True((await world.Do(money => money.Budget(new(fund, 2026, BudgetKind.Amendment, Money.Of(10, Currency.Czk), Ledger.Day, "ZK 1/05/26"), default))).Ok);
        Assert.True((await world.Post(first, fund, SumKind.Committed, 50)).Ok);
        Assert.Equal((0, 0), await Standing());

        Assert.True((await world.Do(money => money.Reverse(more.Value, Ledger.Day, "omyl", default))).Ok);
        Assert.Equal((0, 0), await Standing());

        // A credit note gives back what the invoice took.
        Assert.True((await world.Post(second, fund, SumKind.Paid, 30)).Ok);
        Assert.True((await world.Post(second, fund, SumKind.Recovered, 20)).Ok);
        Assert.Equal((10_00, -10_00), await Standing());
        Assert.Empty(await world.Faults());

        async Task<(long, long)> Standing() => await world.Year(fund) is var year ? (year.Uncovered, year.Free) : default;
    }

    /// <summary>As an installation has it that is older than this reckoning.</summary>
    [Theory, BothEngines]
    public async Task An_upgrade_finds_what_was_paid_without_a_commitment(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, other) = (await world.Fund("kap-18", 100), await world.Fund("kap-20", 100));
        foreach (var (project, committed, paid) in new (string, long, long)[] { ("P-1", 20, 50), ("P-2", 30, 10), ("P-3", 0, 7) })
        {
            var instrument = await world.Instrument(project);
            foreach (var (kind, crowns) in new[] { (SumKind.Committed, committed), (SumKind.Paid, paid) }.Where(s => s.Item2 > 0))
            {
                Assert.True((await world.Post(instrument, fund, kind, crowns)).Ok);
            }
        }

        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.Database.ExecuteSqlAsync($"ALTER TABLE fund_year DROP COLUMN uncovered");
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_UncoveredPayments'");
            await db.Upgrade(default);
        });
        Assert.Equal((37_00, 0), ((await world.Year(fund)).Uncovered, (await world.Year(other)).Uncovered));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Approved_and_adjusted_budget_stay_apart_and_the_limit_never_falls_below_what_is_bound(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, project) = (await world.Fund("kap-18", 100), await world.Instrument("P-1"));
        Task<Result<Guid>> Amend(long crowns) => world.Do(money => money.Budget(new(fund, 2026, BudgetKind.Amendment, Money.Of(crowns, Currency.Czk), Ledger.Day, "ZK 1/05/26"), default));
        Assert.True((await Amend(50)).Ok);
        Assert.True((await world.Post(project, fund, SumKind.Committed, 120)).Ok);
        var below = Assert.Single((await Amend(-31)).Problems);
        Assert.Equal(("money.budget.below-committed", Money.Of(120, Currency.Czk), Money.Of(119, Currency.Czk)), (below.Code, below.Arguments[0], below.Arguments[1]));
        var negative = Assert.Single((await world.Do(money => money.Budget(new(fund, 2030, BudgetKind.Approved, Money.Of(-1, Currency.Czk), Ledger.Day), default))).Problems);
        Assert.Equal(("money.budget.approved-negative", Money.Of(0, Currency.Czk)), (negative.Code, negative.Arguments[0]));
        Assert.True((await Amend(-30)).Ok);
        var year = await world.Year(fund);
        Assert.Equal((100_00, 120_00, 0), (year.Approved, year.Adjusted, year.Free));
        Assert.Equal([100_00, 50_00, -30_00], await world.In(unit => unit.GetRequiredService<IMoneyLedger>().Budgets.OrderBy(b => b.Id).Select(b => b.Amount).ToListAsync()));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task A_reversed_posting_leaves_nothing_even_when_the_shares_have_changed_meanwhile(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, project) = (await world.Fund("kap-18", 1000), await world.Instrument("P-1"));
        var (a, b, c) = (TypedId.New<NodeId>(), TypedId.New<NodeId>(), TypedId.New<NodeId>());
        Assert.True((await world.Share(project, (a, 3333), (b, 6667))).Ok);
        var wrong = await world.Do(money => money.Post(new(project, fund, 2026, SumKind.Committed, new(100_01, Currency.Czk), Ledger.Day), default));
        Assert.Equal(100_01, (await world.Sums()).Values.Sum());
        Assert.True((await world.Share(project, (b, 1), (c, 9999))).Ok);
        var moved = await world.Sums();
        Assert.Equal((100_01, false), (moved.Values.Sum(), moved.ContainsKey((a, SumKind.Committed))));
        Assert.True((await world.Do(money => money.Reverse(wrong.Value, Ledger.Day, "jiná smlouva", default))).Ok);
        Assert.Empty(await world.Sums());
        Assert.Equal((0, 1000_00), ((await world.Year(fund)).Committed, (await world.Year(fund)).Free));
        Assert.Equal("money.reversed-already", Assert.Single((await world.Do(money => money.Reverse(wrong.Value, Ledger.Day, "znovu", default))).Problems).Code);
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task A_plan_says_what_is_planned_in_all_and_only_what_differs_is_entered(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (first, second, project) = (await world.Fund("a", 0), await world.Fund("b", 0), await world.Instrument("P-1"));
        Task<Result<int>> Plan(params PlannedSum[] sums) => world.Do(money => money.Plan(project, sums, Ledger.Day, "", default));
        PlannedSum One(FundId fund, int year, long crowns) => new(fund, year, Money.Of(crowns, Currency.Czk));
        Assert.Equal(2, (await Plan(One(first, 2026, 10), One(second, 2027, 20))).Value);
        Assert.Equal(0, (await Plan(One(first, 2026, 10), One(second, 2027, 20))).Value);
        Assert.Equal(2, (await Plan(One(first, 2026, 4), One(first, 2026, 3))).Value);
        Assert.Equal(7_00, (await world.Sums()).Values.Sum());
        Assert.Equal(0, (await world.Year(second, 2027)).Planned);
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_makes_no_sense_is_refused_with_its_reason(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, euros, project) = (await world.Fund("kap-18", 100), await world.Fund("interreg", 100, currency: Currency.Eur), await world.Instrument("P-1"));
        ToPost good = new(project, fund, 2026, SumKind.Paid, Money.Of(1, Currency.Czk), Ledger.Day);
        (ToPost Sum, string Code)[] bad =
        [
            (good with { Fund = TypedId.New<FundId>() }, "money.fund.unknown"),
            (good with { Instrument = TypedId.New<Vridlo.Core.Instruments.InstrumentId>() }, "money.instrument.unknown"),
            (good with { Fund = euros }, "money.currency-differs"),
            (good with { Amount = Money.Of(0, Currency.Czk) }, "money.not-positive"),
            (good with { Amount = Money.Of(-1, Currency.Czk) }, "money.not-positive"),
            (good with { Amount = new(long.MaxValue, Currency.Czk) }, "money.larger-than-any"),
            (good with { Year = 20226 }, "money.year"),
            (good with { Note = new('a', 501) }, "money.words-wrong"),
            (good with { Document = "a\0b" }, "money.words-wrong"),
        ];
        foreach (var (sum, code) in bad)
        {
            Assert.Equal(code, Assert.Single((await world.Do(money => money.Post(sum, default))).Problems).Code);
        }

        var (a, b) = (TypedId.New<NodeId>(), TypedId.New<NodeId>());
        foreach (var shares in new (NodeId, int)[][] { [(a, 9999)], [(a, 10_001)], [(a, 5000), (a, 5000)], [(a, 10_000), (b, 0)], [(a, 20_000), (b, -10_000)] })
        {
            Assert.Equal("money.shares", Assert.Single((await world.Share(project, shares)).Problems).Code);
        }

        Assert.Empty(await world.Sums());
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Sums_that_would_leave_64_bits_are_refused(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (fund, project) = (await world.Fund("kap-18", 0), await world.Instrument("P-1"));
        Task<Result<int>> Plan(int count) => world.Do(money => money.Plan(project, [.. Enumerable.Repeat(new PlannedSum(fund, 2026, new(IMoneyLedger.Largest, Currency.Czk)), count)], Ledger.Day, "", default));
        Assert.True((await Plan(10_000)).Ok);
        Assert.Equal("money.sum-too-large", Assert.Single((await Plan(10_001)).Problems).Code);
        Assert.Equal(100_000_000_000_000_000, (await world.Year(fund)).Planned);
        Assert.Empty(await world.Faults());
    }
}
