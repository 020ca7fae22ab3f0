using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Files;

/// <summary>Many at once, also from several processes, and work that is broken off: nothing is doubled.</summary>
public sealed class RaceTests
{
    private static readonly string File = Books.Head + string.Concat(Enumerable.Range(1, 40).Select(i => $"KDF;2212;6121;10;{i % 4};{i}.00;2026-03-12;;;faktura {i:00}\n"));

    private const long InAll = 40 * 41 / 2 * 100;

    [Theory, BothEngines]
    public async Task Of_many_who_accept_the_same_file_at_once_one_does_and_the_others_are_told(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        var projects = await Office(world);
        var sent = (await world.Send(File)).Value;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? world : beside).Accept(sent, 1)));
        Assert.Equal(new Accepted(40, 0, 0, 0), Assert.Single(all, a => a.Ok).Value);
        Assert.All(all.Where(a => !a.Ok), a => Assert.Contains(a.Problems[0].Code, new[] { "accounting.upload.accepted-already", "accounting.upload.changed-meanwhile", "accounting.upload.unknown" }));
        await Same(world, projects);
    }

    [Theory, BothEngines]
    public async Task Of_the_same_file_sent_twice_and_accepted_at_once_nothing_is_there_twice(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        var projects = await Office(world);
        List<UploadId> sent = [];
        for (var i = 0; i < 6; i++)
        {
            sent.Add((await world.Send(File, i % 2 == 0 ? ImportMode.Replace : ImportMode.Append)).Value);
        }

        var all = await Task.WhenAll(sent.Select((id, i) => (i % 2 == 0 ? world : beside).Accept(id, 1)));
        Assert.Single(all, a => a.Ok);
        Assert.All(all.Where(a => !a.Ok), a => Assert.Equal("accounting.upload.changed-meanwhile", a.Problems[0].Code));

        // Whoever looks again and accepts again changes nothing.
        foreach (var id in sent.Where((_, i) => !all[i].Ok))
        {
            Assert.Equal(new Accepted(0, 0, 0, 40), (await world.Accept(id, 2)).Value);
        }

        await Same(world, projects);
    }

    [Theory, BothEngines]
    public async Task However_many_enter_the_same_rows_at_once_each_is_entered_once(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var beside = world.Beside();
        await world.Office();
        await world.Import(File);
        List<Core.Instruments.InstrumentId> projects = [];
        for (var i = 0; i < 4; i++)
        {
            projects.Add(await world.Project($"P-{i}", ofEvent: $"{i}"));
        }

        // Beside them somebody enters by hand what is of the same projects and of the same fund.
        var byHand = Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? world : beside).Ask(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await using var begun = await db.Begin(default);
            var fund = await unit.GetRequiredService<IMoneyLedger>().Funds.Where(f => f.Code == "kap-18").Select(f => f.Id).FirstAsync();
            Assert.True((await unit.GetRequiredService<IMoneyLedger>().Post(new(projects[i % 4], fund, 2026, SumKind.Paid, new(7, Currency.Czk), new(2026, 5, 1)), default)).Ok);
            return await db.Commit(new(Core.Record.Actor.System, "test", "a test wants it"), default) ? 1 : 0;
        }));
        Assert.Equal(8, (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? world : beside).Enter()).Concat(byHand)))[^8..].Sum());
        await Same(world, projects, more: 8 * 7);
    }

    [Theory, BothEngines]
    public async Task What_was_broken_off_between_the_rows_and_the_ledger_goes_on_and_doubles_nothing(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var projects = await Office(world);
        var sent = (await world.Send(File)).Value;
        world.Statements.AfterNext = ("ledger_share", () => throw new IOException("the process ends"));
        await Assert.ThrowsAsync<IOException>(() => world.Accept(sent, 1));
        Assert.Equal((40, 0), ((await world.Rows()).Count(r => r.State is EntryState.Waiting), await world.Postings()));
        Assert.Equal(40, await world.Enter());
        Assert.Equal(0, await world.Enter());
        Assert.Equal(new Accepted(0, 0, 0, 40), await world.Import(File));
        await Same(world, projects);
    }

    /// <summary>Without holding the source the same race is lost: the others prove something.</summary>
    [Theory, BothEngines]
    public async Task Looking_first_and_entering_later_enters_twice(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1");
        await world.Import(Books.Head + ";2212;6121;;1;100;;;;\n");
        await world.Known(project, ofEvent: "1");
        var looked = new TaskCompletionSource();
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Ask(async unit =>
        {
            var (db, money) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>());
            var row = await db.Set<DocumentRow>().AsNoTracking().FirstAsync();
            var fund = await money.Funds.Where(f => f.Code == "kap-18").Select(f => f.Id).FirstAsync();
            if (Interlocked.Increment(ref count) == 2)
            {
                looked.SetResult();
            }

            await looked.Task;
            await using var begun = await db.Begin(default);
            Assert.True(row.Posting is null && (await money.Post(new(project, fund, 2026, SumKind.Paid, new(row.Amount, Currency.Czk), row.Counted), default)).Ok);
            return await db.Commit(new(Core.Record.Actor.System, "test", "a test wants it"), default);
        })));
        Assert.Equal(200_00, await world.Net(project));
    }

    private static async Task<List<Core.Instruments.InstrumentId>> Office(World world)
    {
        await world.Office();
        List<Core.Instruments.InstrumentId> projects = [];
        for (var i = 0; i < 4; i++)
        {
            projects.Add(await world.Project($"P-{i}", ofEvent: $"{i}"));
        }

        return projects;
    }

    private static async Task Same(World world, IReadOnlyList<Core.Instruments.InstrumentId> projects, long more = 0)
    {
        Assert.Equal(40, (await world.Rows()).Count);
        Assert.All(await world.Rows(), r => Assert.Equal(EntryState.Entered, r.State));
        var sums = new List<long>();
        foreach (var project in projects)
        {
            sums.Add(await world.Net(project));
        }

        Assert.Equal(InAll + more, sums.Sum());
        Assert.Equal((InAll, more), ((await world.Agreement()).Accounting, -(await world.Agreement()).Difference));
        Assert.Empty(await world.Faults());
    }
}
