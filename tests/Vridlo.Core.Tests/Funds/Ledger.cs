using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Funds;

/// <summary>A ledger of a test: one fund, instruments as they are wanted.</summary>
internal static class Ledger
{
    public static readonly LocalDate Day = new(2026, 5, 4);

    public static Act Act { get; } = new(Actor.System, "test", "a test wants it");

    /// <summary>Does something in a unit of work of its own, begun and committed; what is refused is rolled back.</summary>
    public static Task<Result<T>> Do<T>(this World world, Func<IMoneyLedger, Task<Result<T>>> work) => world.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        await using var begun = await db.Begin(default);
        var done = await work(unit.GetRequiredService<IMoneyLedger>());
        return !done.Ok || await db.Commit(Act, default) ? done : Problem.Conflict("test.conflict");
    });

    public static async Task<FundId> Fund(this World world, string code, long crowns, int year = 2026, Currency currency = Currency.Czk)
    {
        var fund = (await world.Do(money => money.Enter(new(code, new($"Zdroj {code}"), Payer.Region, currency), default))).Value;
        if (crowns > 0)
        {
            Assert.True((await world.Do(money => money.Budget(new(fund, year, BudgetKind.Approved, Money.Of(crowns, currency), Day), default))).Ok);
        }

        return fund;
    }

    public static Task<InstrumentId> Instrument(this World world, string code) => world.In(async unit =>
    {
        var (id, db) = (TypedId.New<InstrumentId>(), unit.GetRequiredService<AppDb>());
        unit.GetRequiredService<IInstruments>().Add(new(id, code, InstrumentKind.Project, new(code), ""));
        Assert.True(await db.Commit(Act, default));
        return id;
    });

    public static Task<Result<PostingId>> Post(this World world, InstrumentId instrument, FundId fund, SumKind kind, long crowns, int year = 2026) =>
        world.In(unit => unit.GetRequiredService<EnterSum>().Run(new(instrument, fund, year, kind, Money.Of(crowns, Currency.Czk), Day), Act, default));

    public static Task<Result<int>> Share(this World world, InstrumentId instrument, params (NodeId Node, int Share)[] shares) =>
        world.Do(money => money.Share(instrument, [.. shares.Select(s => new NodeShare(s.Node, s.Share))], Day, default));

    /// <summary>The sums of nodes, without those that are nothing.</summary>
    public static Task<Dictionary<(NodeId, SumKind), long>> Sums(this World world) => world.In(async unit =>
        await unit.GetRequiredService<IMoneyLedger>().Sums.Where(s => s.Amount != 0).GroupBy(s => new { s.Node, s.Kind })
            .Select(g => new { g.Key, Amount = g.Sum(s => s.Amount) }).ToDictionaryAsync(g => (g.Key.Node, g.Key.Kind), g => g.Amount));

    public static Task<FundYearListed> Year(this World world, FundId fund, int year = 2026) =>
        world.In(unit => unit.GetRequiredService<IMoneyLedger>().Years.FirstAsync(y => y.Fund == fund && y.Year == year));

    /// <summary>What the checks of integrity find in the ledger; nothing when all is well.</summary>
    public static Task<List<string>> Faults(this World world) => world.In(async unit =>
    {
        var found = new List<string>();
        foreach (var check in MoneyChecks.All)
        {
            found.AddRange((await check.Find(unit, default)).Select(f => $"{check.Key} {f.Subject}"));
        }

        return found;
    });
}
