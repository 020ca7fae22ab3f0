using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Funds.RollUp;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.RollUp;

/// <summary>What is rolled up over the tree is what one would add by hand, child by child.</summary>
public sealed class RollUpStory
{
    private static readonly LocalDate Day = new(2026, 5, 4);

    [Theory, BothEngines]
    public async Task Every_node_has_its_own_sum_and_that_of_its_children_and_the_rest_is_told(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var tree = await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            return await ledger.Tree((await ledger.InForce("prkk-2021", Day, default))!.Id, default);
        });
        List<Node> targets = [.. tree.Where(n => n.Kind is NodeKind.Activity or NodeKind.Measure).Take(60)];
        var random = new Random(7);
        await world.In(async unit =>
        {
            var (db, money) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>());
            await using var begun = await db.Begin(default);
            var crowns = (await money.Enter(new("kap-18", new("Kapitola"), Payer.Region, Currency.Czk), default)).Value;
            var euros = (await money.Enter(new("interreg", new("Interreg"), Payer.Eu, Currency.Eur), default)).Value;
            await money.Budget(new(crowns, 2026, BudgetKind.Approved, Money.Of(1_000_000, Currency.Czk), Day), default);
            foreach (var i in Enumerable.Range(0, 25))
            {
                var id = TypedId.New<InstrumentId>();
                unit.GetRequiredService<IInstruments>().Add(new(id, $"X-{i}", InstrumentKind.Project, new($"Projekt {i}"), ""));
                var (first, second) = (targets[random.Next(30)], targets[30 + random.Next(30)]);
                Assert.True((await money.Share(id, i % 5 == 0 ? [] : [new(first.Id, 3_333), new(second.Id, 6_667)], Day, default)).Ok);
                Assert.True((await money.Post(new(id, crowns, 2025 + (i % 3 == 0 ? 1 : 0), i % 2 == 0 ? SumKind.Paid : SumKind.Planned, new(random.Next(1, 999_999), Currency.Czk), Day), default)).Ok);
                Assert.True((await money.Post(new(id, euros, 2026, i % 4 == 0 ? SumKind.Recovered : SumKind.Paid, new(random.Next(1, 999_999), Currency.Eur), Day), default)).Ok);
            }

            Assert.True(await db.Commit(new(Actor.System, "test", "a test wants it"), default));
        });

        foreach (var asked in new RollUpAsked[] { new(), new(Year: 2026), new(Payer: Payer.Eu) })
        {
            await Same(world, tree, asked);
        }
    }

    private static async Task Same(World world, IReadOnlyList<Node> tree, RollUpAsked asked)
    {
        var (rolled, own) = await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.InForce("prkk-2021", Day, default))!;
            var entries = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(unit.GetRequiredService<IMoneyLedger>().Sums);
            return (await unit.GetRequiredService<ReadRollUp>().Run(edition.Id, asked, default), entries.Where(e => (asked.Year ?? e.Year) == e.Year && (asked.Payer ?? e.Payer) == e.Payer).ToList());
        });
        long Sum(Currency currency, Func<NodeId, bool> at, params SumKind[] kinds) => own.Where(e => e.Currency == currency && at(e.Node) && kinds.Contains(e.Kind)).Sum(e => e.Amount);
        foreach (var currency in own.Select(e => e.Currency).Distinct())
        {
            foreach (var node in tree)
            {
                var within = tree.Where(n => n.Id == node.Id || node.Holds(n)).Select(n => n.Id).ToHashSet();
                var found = rolled.Nodes.FirstOrDefault(n => n.Node.Id == node.Id && n.Sums.Currency == currency)?.Sums ?? new(currency, 0, 0, 0);
                Assert.Equal(
                    (Sum(currency, within.Contains, SumKind.Planned), Sum(currency, within.Contains, SumKind.Paid) - Sum(currency, within.Contains, SumKind.Recovered)),
                    (found.Planned, found.Paid));
            }

            var whole = Assert.Single(rolled.Whole, w => w.Currency == currency);
            var known = tree.Select(n => n.Id).ToHashSet();
            var tops = rolled.Nodes.Where(n => n.Node.Depth == 0 && n.Sums.Currency == currency).Sum(n => n.Sums.Paid);
            Assert.Equal(whole.Paid, tops + (rolled.Outside.FirstOrDefault(o => o.Currency == currency)?.Paid ?? 0));
            Assert.Equal(whole, MoneySums.Of(currency, rolled.ByYear.Select(s => (s.Currency, s.Kind, s.Amount))));
            Assert.Equal(own.Where(e => e.Currency == currency).Select(e => (e.Year, e.Payer, e.Kind)).Distinct().Count(), rolled.ByYear.Count(s => s.Currency == currency));
            Assert.Equal(Sum(currency, n => !known.Contains(n), SumKind.Planned), rolled.Outside.FirstOrDefault(o => o.Currency == currency)?.Planned ?? 0);
        }
    }
}
