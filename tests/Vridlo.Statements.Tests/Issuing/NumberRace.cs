using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;
using Vridlo.Core.Record;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Deciding;
using Vridlo.Statements.Issuing;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Issuing;

/// <summary>Numbers of statements, however many issue at once: none twice, none left out. Without the hold the same race is lost.</summary>
public sealed class NumberRace
{
    private const int Writers = 12;

    [Theory, BothEngines]
    public async Task However_many_issue_from_several_processes_the_numbers_run_without_gaps(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await using var beside = world.Beside();
        List<StatementId> ready = [];
        for (var i = 0; i < Writers; i++)
        {
            // The same applicant every second time, so that they also meet at the register of organisations.
            ready.Add(await Ready(world, i % 2 == 0 ? "00573124" : "70891168"));
        }

        var issued = await Task.WhenAll(ready.Select((id, i) => (i % 2 == 0 ? world : beside).In(unit => As(unit).GetRequiredService<IssueStatement>().Run(id, 2, default))));
        Assert.All(issued, r => Assert.True(r.Ok, r.Problems.FirstOrDefault()?.Code));
        Assert.Equal(Enumerable.Range(1, Writers).Select(n => Statement.CodeOf(2026, n)), issued.Select(r => r.Value).Order(StringComparer.Ordinal));
        Assert.Empty(await Faults(world));
    }

    [Theory, BothEngines]
    public async Task Who_does_not_commit_has_taken_no_number_and_the_next_waits_for_that(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Task<int> second;
        await using (var scope = world.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var begun = await db.Begin(default);
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<TakeNumber>().Next(TakeNumber.OfStatements, 2026, default));
            second = Task.Run(() => world.In(async unit =>
            {
                await using var also = await unit.GetRequiredService<AppDb>().Begin(default);
                return await unit.GetRequiredService<TakeNumber>().Next(TakeNumber.OfStatements, 2026, default);
            }));
            Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(300)));
        }

        Assert.Equal(1, await second);
    }

    [Theory, BothEngines]
    public async Task Each_year_begins_with_one(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var (first, second) = (await Ready(world, "00573124"), await Ready(world, "00573124"));
        Assert.Equal("2026-0001", (await Issue(world, first)).Value);
        world.Clock.Now = Instant.FromUtc(2026, 12, 31, 23, 30);
        Assert.Equal("2027-0001", (await Issue(world, second)).Value);
    }

    /// <summary>The same race with the last number asked first and one more taken later, as one would write it without a thought: it must be lost.</summary>
    [Theory, BothEngines]
    public async Task Asking_first_and_taking_later_gives_a_number_twice(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.True((await Issue(world, await Ready(world, "00573124"))).Ok);
        var (asked, arrived) = (new TaskCompletionSource(), 0);
        var taken = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.In(async unit =>
        {
            var last = await unit.GetRequiredService<AppDb>().Set<Statement>().MaxAsync(s => s.Number);
            if (Interlocked.Increment(ref arrived) == 2)
            {
                asked.SetResult();
            }

            await asked.Task;
            return last + 1;
        })));
        Assert.Equal([2, 2], taken);
    }

    [Theory, BothEngines]
    public async Task A_gap_and_a_letter_that_was_changed_are_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.True((await Issue(world, await Ready(world, "00573124"))).Ok);
        }

        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.Set<Statement>().Where(s => s.Number == 2).ExecuteDeleteAsync();
            var file = await db.Set<Statement>().Where(s => s.Number == 3).Select(s => s.LetterFile).SingleAsync();
            await db.Set<StoredFile>().Where(f => f.Id == file).ExecuteUpdateAsync(f => f.SetProperty(x => x.Content, new byte[] { 1, 2, 3 }));
        });
        Assert.Equal(["2026-0002", "PRKK/2026/0003"], (await Faults(world)).Select(f => f.Subject));
    }

    private static Task<Result<string>> Issue(World world, StatementId id) => world.In(unit => As(unit).GetRequiredService<IssueStatement>().Run(id, 2, default));

    /// <summary>An application that has been decided.</summary>
    private static Task<StatementId> Ready(World world, string number) => world.In(async unit =>
    {
        As(unit);
        var typed = new ApplicationTyped(
            "Obec Dasnice", number, "Dasnice 1", "", "", "", "", "Lávka", "", "Popis", "Cíl", "Výstup", "1 mil. Kč", "", "", "", "", "", "", []);
        var received = await unit.GetRequiredService<ReceiveApplication>().Run(new(typed, new(Channel.DataBox, new(2026, 11, 20)), Language.Cs), default);
        var decided = await unit.GetRequiredService<DecideApplication>().Run(new(received.Value!.Id, 1, Outcome.InAccord, ["4.2"], "Proto.", "", "Ing. Havel", ""), default);
        Assert.Equal(2, decided.Value);
        return received.Value.Id;
    });

    private static async Task<IReadOnlyList<Finding>> Faults(World world)
    {
        List<Finding> found = [];
        foreach (var check in world.Services.GetRequiredService<Declarations>().Checks.Where(c => c.Key.StartsWith("statements.", StringComparison.Ordinal)))
        {
            found.AddRange(await world.In(unit => check.Find(unit, default)));
        }

        return found;
    }

    private static IServiceProvider As(IServiceProvider unit)
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return unit;
    }
}
