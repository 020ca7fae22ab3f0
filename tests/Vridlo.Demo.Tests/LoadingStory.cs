using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Integrity;
using Vridlo.Core.Organisations;
using Vridlo.Core.Samples;
using Vridlo.Testing;

namespace Vridlo.Demo.Tests;

/// <summary>Loading: all of it, once, the same from the same seed, and only where nobody has worked.</summary>
public sealed class LoadingStory(Loaded loaded)
{
    [Theory, BothEngines]
    public async Task Fills_a_year_of_the_region_and_every_sum_is_that_of_its_entries(Engine engine)
    {
        var site = await loaded.On(engine);
        await site.Within.In(async unit =>
        {
            var money = unit.GetRequiredService<IMoneyLedger>();
            Assert.Equal(12, await money.Funds.CountAsync());
            Assert.InRange(await unit.GetRequiredService<IOrganisations>().All.CountAsync(), 55, 65);
            var postings = await money.Postings.ToListAsync();
            Assert.Equal(Enum.GetValues<SumKind>(), postings.Select(p => p.Kind).Distinct().Order());
            Assert.Contains(postings, p => p.Reverses is not null);
            Assert.True(postings.Where(p => p.Kind == SumKind.Paid).Sum(p => p.Amount) > 0);
            var entries = await money.Entries.ToListAsync();
            Assert.Equal(postings.Sum(p => p.Amount), entries.Sum(e => e.Amount));
            Assert.Equal(postings.Sum(p => p.Amount), (await money.Sums.ToListAsync()).Sum(s => s.Amount));
            Assert.Equal(postings.Sum(p => p.Amount), (await money.Years.ToListAsync()).Sum(y => y.Planned + y.Committed + y.Paid + y.Recovered));
            return true;
        });
        var found = await site.Within.In(unit => unit.GetRequiredService<IIntegrity>().Look(new Progress<double>(), default));
        Assert.Empty(found.Where(f => f.Check.Severity is Severity.Error).SelectMany(f => f.Found.Select(x => $"{f.Check.Key} {x.Subject}")));
    }

    /// <summary>What pages of many projects say, on the one installation of the tests that has so many.</summary>
    [Theory, BothEngines]
    public async Task The_home_page_counts_its_projects_and_the_schedule_shows_all_of_them_in_pages(Engine engine)
    {
        var site = await loaded.On(engine);
        var stages = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT stage AS \"Value\" FROM projects_project WHERE stage <> 'Dropped'").ToListAsync());
        string[] told = [.. new[] { stages.Count, stages.Count(s => s is "Intent" or "Preparation" or "Ready" or "Funded"), stages.Count(s => s is "UnderWay"), stages.Count(s => s is "Finished" or "InOperation") }.Select(c => $"{c}")];
        var home = await site.Page("/");
        Assert.Equal(told, home.QuerySelectorAll("section[aria-labelledby=projects] .v-stat b").Select(b => b.TextContent.Trim()));
        Assert.Equal(3, home.QuerySelectorAll("section[aria-labelledby=money] .v-stat b").Count(b => b.TextContent.Contains("mil. Kč", StringComparison.Ordinal)));

        List<string> shown = [];
        for (var address = "/projekty/harmonogram"; address is not null;)
        {
            var page = await site.Page(address);
            var rows = page.QuerySelectorAll(".v-schedule tbody th a").Select(a => a.GetAttribute("href")!).ToList();
            Assert.InRange(rows.Count, 1, 50);
            shown.AddRange(rows);
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(shown.Count > 50);
        Assert.Distinct(shown);
        Assert.Equal(await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT title AS \"Value\" FROM projects_project WHERE stage <> 'Dropped' AND starts IS NOT NULL AND ends IS NOT NULL").CountAsync()), shown.Count);
    }

    [Theory, BothEngines]
    public async Task One_that_is_killed_goes_on_where_it_ended_and_comes_to_the_same(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Content.Load(world.Services, progress: new KilledAt(0.2, killed), stop: killed.Token));
        var half = await world.In(Content.Of);
        await using var restarted = world.Beside();
        Assert.True(await restarted.Services.GetRequiredService<SampleLabel>().Shown(default));
        var rest = await Content.Load(restarted.Services);
        Assert.True(rest.Ok, string.Join("; ", rest.Problems.Select(p => p.Code)));
        Assert.InRange(rest.Value.Done, 1, rest.Value.Steps - 1);
        var whole = await restarted.In(Content.Of);
        Assert.True(half.Count < whole.Count);
        var once = await (await loaded.On(engine)).Within.In(Content.Of);
        Assert.Empty(once.Except(whole));
        Assert.Equal(once.Count, whole.Count);
    }

    [Theory, BothEngines]
    public async Task Loading_again_does_nothing_and_another_seed_is_refused(Engine engine)
    {
        var site = await loaded.On(engine);
        var before = await site.Within.In(Content.Of);
        Assert.Equal(0, (await Content.Load(site.Services)).Value!.Done);
        Assert.Equal("samples.other-seed", Assert.Single((await Content.Load(site.Services, Content.Seed + 1)).Problems).Code);
        Assert.Equal(before, await site.Within.In(Content.Of));
    }

    [Theory, BothEngines]
    public async Task An_installation_in_which_somebody_has_worked_is_left_alone(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.True((await world.Enter(Package.Town())).Ok);
        Assert.Equal("samples.used", Assert.Single((await Content.Load(world.Services)).Problems).Code);
        Assert.Empty(await world.In(Content.Of));
        Assert.False(await world.Services.GetRequiredService<SampleLabel>().Shown(default));
    }

    [Fact]
    public void Another_seed_gives_another_year()
    {
        static int[] Numbers(int seed, string thing) => [.. Enumerable.Repeat(new SampleYear(seed, new(2026, 11, 28)).Chance(thing), 8).Select(c => c.Next(1000))];
        Assert.Equal(Numbers(1, "a"), Numbers(1, "a"));
        Assert.NotEqual(Numbers(1, "a"), Numbers(2, "a"));
        Assert.NotEqual(Numbers(1, "a"), Numbers(1, "b"));
    }

    /// <summary>Ends the load, as a kill would, once so much of it is done.</summary>
    private sealed class KilledAt(double share, CancellationTokenSource kill) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                kill.Cancel();
            }
        }
    }
}
