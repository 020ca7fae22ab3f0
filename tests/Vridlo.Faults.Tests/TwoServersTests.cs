using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>Two instances against one PostgreSQL, each a process of its own.</summary>
public sealed class TwoServersTests
{
    private const int Rounds = 40;

    [Fact]
    public async Task What_is_written_through_one_is_seen_through_the_other_at_once_and_one_goes_on_alone()
    {
        await using var database = await Database.Shipped(Engine.Postgres);
        await using var world = World.Beside(database);
        await Writers.Employ(world);
        var (folders, here) = (new[] { "one", "two" }, database.Installation);
        await using var one = await Served.Start(here with { Data = Path.Combine(here.Data, folders[0]) }, Served.FreePort());
        await using var two = await Served.Start(here with { Data = Path.Combine(here.Data, folders[1]) }, Served.FreePort());

        // Who has signed in at one is signed in at the other.
        using var atOne = await Office.SignIn(one.Address, Writers.Administrator);
        using var atTwo = new Worker(two.Address, atOne.Cookies);
        await atTwo.Page("/prace/lide");

        using var enough = new CancellationTokenSource();
        var writers = new Writers(atOne, "t");
        var load = Task.WhenAll(writers.Write(2, goOn: true, enough.Token), Read(two.Address, enough.Token));
        using var reader = new HttpClient { BaseAddress = two.Address };
        var late = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // The page is in memory at the second before every change.
            (await reader.GetAsync("/programy")).Dispose();
            var title = $"Aobec{999 - round}";
            Assert.True((await world.Enter(Package.Town() with { Code = $"obec-{round}", Title = new(title) })).Ok);
            late += (await reader.GetStringAsync("/programy")).Contains(title, StringComparison.Ordinal) ? 0 : 1;

            // And what a form at the first has done is on the second's page.
            var mail = $"kolo{round}@example.org";
            using var answer = await atOne.Send("/prace/lide/pozvat", "invite", new() { ["name"] = mail, ["mail"] = mail });
            var page = await atTwo.Page(answer.Headers.Location!.ToString());
            Assert.Contains(mail, page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, late);
        await one.Kill();
        await Task.Delay(300);
        await enough.CancelAsync();
        await load;

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/programy")).StatusCode);
        var alone = new Writers(atTwo, "alone");
        using (var moment = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            await alone.Write(2, goOn: true, moment.Token);
        }

        Assert.NotEmpty(alone.Acknowledged);
        Assert.Empty(alone.Refused);
        Assert.Empty(await Writers.Faults(world, writers.Acknowledged.Concat(alone.Acknowledged)));
        await EachLetterOnce(world, [.. folders.Select(f => Path.Combine(here.Data, f, "mail"))]);
    }

    /// <summary>Both look for letters that are due; each letter is taken by one. One that the killed server had in hand may be tried again.</summary>
    private static async Task EachLetterOnce(World world, string[] folders)
    {
        var files = folders.SelectMany(f => Directory.Exists(f) ? Directory.EnumerateFiles(f, "*.eml").Select(Path.GetFileName) : []).ToList();
        var again = await world.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM mail_letter WHERE attempts > 1").SingleAsync());
        Assert.NotEmpty(files);
        Assert.InRange(files.Count - files.Distinct().Count(), 0, again);
    }

    private static Task Read(Uri address, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!stop.IsCancellationRequested)
        {
            (await client.GetAsync("/programy", CancellationToken.None)).Dispose();
        }
    })));
}
