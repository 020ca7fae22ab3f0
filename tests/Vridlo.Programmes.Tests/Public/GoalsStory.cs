using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Public;

/// <summary>The UN goals ship beside the region's programme and are nobody's own.</summary>
public sealed class GoalsStory
{
    [Theory, BothEngines]
    public async Task There_are_seventeen_goals_with_169_targets_in_three_languages(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var tree = await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            return await ledger.Tree((await ledger.Editions("un-sdg", default)).Single().Id, default);
        });
        int[] targets = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19];
        Assert.Equal(targets, tree.Where(n => n.Depth == 0).Select(n => n.Last - n.Position));
        Assert.All(tree, n => Assert.All(Enum.GetValues<Language>(), l => Assert.False(string.IsNullOrWhiteSpace(n.Title![l]), $"{n.Code} in {l}")));
        Assert.Contains("17.19", tree.Select(n => n.Code));
        Assert.Contains("14.c", tree.Select(n => n.Code));
    }

    [Theory, BothEngines]
    public async Task The_second_start_loads_nothing(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var acts = await Acts(world);
        foreach (var work in world.Services.GetRequiredService<Declarations>().FirstStarts)
        {
            await world.In(unit => work(unit, default));
        }

        Assert.Equal(acts, await Acts(world));
    }

    /// <summary>An older installation gets the goals at the next start; its home page stays its own programme's.</summary>
    [Theory, BothEngines]
    public async Task An_installation_that_has_only_a_town_gets_the_goals_and_keeps_its_home(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Package.Shipped("un-sdg") with { Edition = "2015" })).Ok);
        Assert.Null(await First(world));
        Assert.True((await world.Enter(Package.Town())).Ok);
        Assert.Equal("ostrov-2026", await First(world));
    }

    [Theory, BothEngines]
    public async Task The_goals_have_pages_of_their_own_and_the_home_page_is_the_regions(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.Contains("Karlovarského kraje", (await site.Page("/")).Title, StringComparison.Ordinal);
        var goals = await site.Page("/programy/un-sdg");
        Assert.Equal(17, goals.QuerySelectorAll("details.v-fold").Length);
        Assert.Contains("zkrácené", goals.QuerySelector(".v-lead")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(goals.QuerySelectorAll(".v-hero, .v-areas"));
        var goal = await site.Page("/en/programmes/un-sdg/7");
        Assert.Contains("Affordable and clean energy", goal.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, goal.QuerySelectorAll("section[aria-labelledby=below] li").Length);
        Assert.Empty(goal.QuerySelectorAll("section[aria-labelledby=below] [data-s=done]"));
        var list = await site.Page("/programy?kind=international");
        Assert.Equal("mezinárodní cíle", Assert.Single(list.QuerySelectorAll("tbody tr td[data-l=Typ], tbody tr td:nth-child(2)")).TextContent.Trim());
    }

    private static Task<string?> First(World world) => world.In(unit => unit.GetRequiredService<IProgrammeLedger>().First(default));

    private static Task<int> Acts(World world) => world.In(unit => unit.GetRequiredService<IRecord>().Acts.CountAsync());
}
