using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;
using Vridlo.Funds.RollUp;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.RollUp;

/// <summary>Money belongs where its instrument is; districts and what has no place sum to the whole ledger.</summary>
public sealed class TerritoryStory
{
    private const string CarlsbadDistrict = "CZ0412", Carlsbad = "554961", Ostrov = "555428", Cheb = "554481";

    private static readonly LocalDate Day = new(2026, 5, 4);

    [Theory, BothEngines]
    public async Task Districts_and_the_rest_sum_to_the_whole_and_money_moves_with_its_instrument(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var moved = await world.In(async unit =>
        {
            var (db, money, instruments) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>(), unit.GetRequiredService<IInstruments>());
            await using var begun = await db.Begin(default);
            var fund = (await money.Enter(new("kap-18", new("Kapitola"), Payer.Region, Currency.Czk), default)).Value;
            var euros = (await money.Enter(new("interreg", new("Interreg"), Payer.Eu, Currency.Eur), default)).Value;
            var last = default(InstrumentId);
            foreach (var (i, place) in new[] { Carlsbad, Ostrov, Cheb, null, Cheb }.Index())
            {
                last = TypedId.New<InstrumentId>();
                instruments.Add(new(last, $"X-{i}", InstrumentKind.Project, new($"Projekt {i}"), "", place));
                Assert.True((await money.Post(new(last, fund, 2026, SumKind.Paid, Money.Of(1 << i, Currency.Czk), Day), default)).Ok);
                Assert.True((await money.Post(new(last, euros, 2027, SumKind.Planned, Money.Of(100 << i, Currency.Eur), Day), default)).Ok);
            }

            Assert.True((await money.Post(new(last, fund, 2026, SumKind.Recovered, Money.Of(5, Currency.Czk), Day), default)).Ok);
            Assert.True(await db.Commit(new(Actor.System, "test", "a test wants it"), default));
            return last;
        });
        Assert.Equal(
            [("CZ0411", 15L), (Cheb, 15L), (CarlsbadDistrict, 3L), (Carlsbad, 1L), (Ostrov, 2L), ("", 8L)],
            (await Rows(world, new(Payer: Payer.Region))).Select(r => (r.Place?.Code ?? "", r.Sums.Paid / Money.MinorInOne)));
        Assert.Equal([("CZ0411", 2000L), (Cheb, 2000L), (CarlsbadDistrict, 300L), (Carlsbad, 100L), (Ostrov, 200L), ("", 800L)], (await Rows(world, new(Year: 2027))).Select(r => (r.Place?.Code ?? "", r.Sums.Planned / Money.MinorInOne)));

        await world.In(async unit =>
        {
            await unit.GetRequiredService<IInstruments>().Describe(moved, new("Jinde"), Ostrov, null, default);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(new(Actor.System, "test", "a test wants it"), default));
        });
        var rows = await Rows(world, new());
        Assert.Equal([("CZ0411", 4L), (Cheb, 4L), (CarlsbadDistrict, 14L), (Carlsbad, 1L), (Ostrov, 13L), ("", 8L)], rows.Where(r => r.Sums.Currency is Currency.Czk).Select(r => (r.Place?.Code ?? "", r.Sums.Paid / Money.MinorInOne)));
        var whole = await world.In(unit => unit.GetRequiredService<IMoneyLedger>().Sums.Where(s => s.Currency == Currency.Czk && s.Kind == SumKind.Paid).SumAsync(s => s.Amount));
        Assert.Equal(whole - (5 * Money.MinorInOne), rows.Where(r => r.Sums.Currency is Currency.Czk && (r.Place is null || r.Place.Code.StartsWith("CZ", StringComparison.Ordinal))).Sum(r => r.Sums.Paid));
    }

    private static Task<IReadOnlyList<PlaceMoney>> Rows(World world, RollUpAsked asked) => world.In(unit => unit.GetRequiredService<ReadTerritory>().Run(asked, default));
}
