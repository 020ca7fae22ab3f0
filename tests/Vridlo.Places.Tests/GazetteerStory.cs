using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base.Lists;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Places.Gazetteers;
using Vridlo.Places.List;
using Vridlo.Testing;

namespace Vridlo.Places.Tests;

public sealed class GazetteerStory
{
    [Theory]
    [BothEngines]
    public async Task The_whole_republic_is_there_with_its_codes(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var all = await In(world, p => p.All.ToListAsync());
        Assert.Equal(
            [(PlaceKind.Region, 14), (PlaceKind.District, 77), (PlaceKind.Municipality, 6259)],
            all.Where(p => p.Kind is not PlaceKind.Abroad).GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal([("CZ0411", 40), ("CZ0412", 56), ("CZ0413", 38)], all
            .Where(p => p is { Kind: PlaceKind.Municipality, Region: "CZ041" }).GroupBy(p => p.Parent!).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal(PlaceStatus.MilitaryDistrict, all.Single(p => p.Code == "555177").Status);
        Assert.Equal(PlaceStatus.AuthorisedOffice, all.Single(p => p.Code == "560383").Status);
        Assert.Equal(PlaceStatus.Ordinary, all.Single(p => p.Code == "578011").Status);
    }

    [Theory]
    [BothEngines]
    public async Task Every_municipality_of_the_region_lies_in_its_district(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var territory = (await In(world, p => p.Territory("CZ041", default)))!;
        Assert.Equal(134, territory.Municipalities.Count);
        var districts = territory.Shapes.Where(s => s.Place.Parent == "CZ041").ToDictionary(s => s.Place.Code, s => s.Shape);
        Assert.All(territory.Municipalities, m =>
            Assert.True(districts[m.Parent!].IsWithinDistance(new NetTopologySuite.Geometries.Point(m.Longitude!.Value, m.Latitude!.Value), 0.02), m.Name));
        Assert.Contains(territory.Abroad, a => a.Name == "Sasko");
        Assert.Contains(territory.Shapes, s => s.Place.Code == "CZ042");
    }

    [Theory]
    [BothEngines]
    public async Task A_second_start_enters_nothing(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var before = await In(world, p => p.Shape("CZ041", default));
        world.Statements.Forget();
        await world.In(s => ShippedGazetteer.Load(s, default));
        Assert.Single(world.Statements.Sent);
        Assert.Equal(before!.Origin.LoadedAt, (await In(world, p => p.Shape("CZ041", default)))!.Origin.LoadedAt);
    }

    [Theory]
    [BothEngines]
    public async Task A_name_is_found_without_its_accents_and_namesakes_are_both_found(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var found = await In(world, p => p.Municipalities("brezova").Where(x => x.Region == "CZ041").OrderBy(x => x.Code).Select(x => x.Code).ToListAsync());
        Assert.Equal(["537870", "560294"], found);
    }

    [Theory]
    [BothEngines]
    public async Task Pages_of_the_list_are_the_whole_list_in_Czech_order(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var seen = new List<string>();
        var list = await In(world, p => PlacesList.Of(p, "CZ041", default));
        for (var (at, _) = ListAddress.Read(list, name => name == "limit" ? "7" : null); at is not null;)
        {
            var page = await In(world, p => list.Page(p.Municipalities(null).Where(x => x.Region == "CZ041"), at, default));
            seen.AddRange(page.Rows.Select(r => r.Name));
            at = page.Next;
        }

        Assert.Equal(134, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Create(new("cs-CZ"), ignoreCase: false)), seen);
        Assert.True(seen.IndexOf("Hroznětín") < seen.IndexOf("Cheb") && seen.IndexOf("Cheb") < seen.IndexOf("Jáchymov"));
    }

    [Theory]
    [BothEngines]
    public async Task The_nearest_municipalities_come_first(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var near = await In(world, async p => await p.Near((await p.Way("554481", default))[^1], 5, default));
        Assert.Equal(5, near.Count);
        Assert.Equal(near.OrderBy(n => n.Kilometres), near);
        Assert.DoesNotContain(near, n => n.Place.Code == "554481");
        Assert.True(near[0].Kilometres < 6);
    }

    private static Task<T> In<T>(World world, Func<IPlaces, Task<T>> work) => world.In(s => work(s.GetRequiredService<IPlaces>()));
}
