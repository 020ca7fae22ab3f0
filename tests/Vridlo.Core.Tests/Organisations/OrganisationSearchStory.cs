using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Search;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Organisations;

/// <summary>Organisations are found by their names and numbers, merged ones under the one that stands for them.</summary>
public sealed class OrganisationSearchStory
{
    private const string Hospital = "26365804", Clinic = "47714913";

    [Theory, BothEngines]
    public async Task One_is_found_by_name_and_number_and_no_more_by_what_it_was_called_before(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var id = await Enter(world, new("Karlovarská krajská nemocnice a. s.", Hospital));
        Assert.Equal($"/subjekty/{Hospital}", (await Find(world, "nemocnice")).Path);
        Assert.Equal("organisation", (await Find(world, Hospital)).Kind.Key);
        await Change(world, (organisations, stop) => organisations.Change(id, 1, new("Zdravotnictví Karlovarska a. s.", Hospital), stop));
        Assert.Equal("Zdravotnictví Karlovarska a. s.", (await Find(world, "zdravotnictví karlovarska")).Title.Text);
        Assert.Empty(await Paths(world, "krajská nemocnice"));
    }

    [Theory, BothEngines]
    public async Task One_that_is_merged_is_found_as_the_one_that_stands_for_it(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var (hospital, clinic) = (await Enter(world, new("Karlovarská krajská nemocnice a. s.", Hospital)), await Enter(world, new("Poliklinika Nejdek", Clinic)));
        Assert.Equal($"/subjekty/{Clinic}", (await Find(world, "poliklinika")).Path);
        await Change(world, (organisations, stop) => organisations.Merge(clinic, hospital, stop));
        Assert.Equal([$"/subjekty/{Hospital}"], await Paths(world, "poliklinika"));
        Assert.Equal([$"/subjekty/{Hospital}"], await Paths(world, Clinic));
    }

    [Theory, BothEngines]
    public async Task What_was_there_before_search_knew_of_it_is_found_after_the_daily_look(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await Enter(world, new("Poliklinika Nejdek", Clinic));
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.Set<SearchScope>().Where(s => s.Source == "organisation").ExecuteDeleteAsync();
            await db.Set<SearchEntry>().Where(e => e.Kind == "organisation").ExecuteDeleteAsync();
        });
        Assert.Empty(await Paths(world, "poliklinika"));
        await world.In(unit => unit.GetRequiredService<RebuildSearch>().WhatIsDue(Units.Act, default));
        Assert.Equal([$"/subjekty/{Clinic}"], await Paths(world, "poliklinika"));
    }

    private static async Task<OrganisationId> Enter(World world, OrganisationFacts facts)
    {
        var id = default(OrganisationId);
        await Change(world, async (organisations, stop) =>
        {
            var entered = await organisations.Enter(facts, stop);
            id = entered.Value;
            return entered;
        });
        return id;
    }

    private static Task Change<T>(World world, Func<IOrganisations, CancellationToken, Task<Result<T>>> change) => world.In(async unit =>
    {
        Assert.True((await change(unit.GetRequiredService<IOrganisations>(), default)).Ok);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
    });

    private static async Task<SearchHit> Find(World world, string text) => (await Hits(world, text))[0];

    private static async Task<IEnumerable<string>> Paths(World world, string text) => (await Hits(world, text)).Select(h => h.Path);

    private static Task<IReadOnlyList<SearchHit>> Hits(World world, string text) =>
        world.In(async unit => (await unit.GetRequiredService<SearchThings>().Find(new() { Text = text, Reader = Language.Cs, Kind = "organisation" }, default)).Hits);
}
