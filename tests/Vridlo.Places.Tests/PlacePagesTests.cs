using System.Net;
using System.Text.Json;
using Vridlo.Testing;

namespace Vridlo.Places.Tests;

public sealed class PlacePagesTests
{
    [Theory]
    [BothEngines]
    public async Task The_map_shows_every_municipality_as_a_link_with_a_title_and_the_list_says_the_same(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/mapa");
        var marks = page.QuerySelectorAll(".v-map svg a").Where(a => a.GetAttribute("href")!.StartsWith("/obce/", StringComparison.Ordinal)).ToList();
        Assert.Equal(134, marks.Count);
        Assert.All(marks, m => Assert.NotEqual("", m.QuerySelector("title")!.TextContent));
        Assert.Equal(
            marks.Select(m => m.GetAttribute("href")).Order(StringComparer.Ordinal),
            page.QuerySelectorAll("#list a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        string[] labels = [.. page.QuerySelectorAll(".m-lab--d").Select(l => l.TextContent)];
        Assert.Superset(new HashSet<string> { "Sasko", "Bavorsko", "Ústecký kraj", "Plzeňský kraj", "okres Cheb" }, new HashSet<string>(labels));
    }

    [Theory]
    [BothEngines]
    public async Task Every_municipality_of_the_region_has_a_page_in_three_languages(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        foreach (var link in (await site.Page("/mapa")).QuerySelectorAll("#list a").Select(a => a.GetAttribute("href")!))
        {
            using var answer = await site.Get(link);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, link);
        }

        Assert.Equal("Karlovy Vary", (await site.Page("/en/municipalities/554961")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("Karlovy Vary", (await site.Page("/de/gemeinden/554961")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/obce/CZ0411")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/okresy/554961")).StatusCode);
    }

    [Fact]
    public async Task Namesakes_point_to_each_other()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var page = await site.Page("/obce/537870");
        var list = await site.Page(page.QuerySelectorAll("a").Single(a => a.GetAttribute("href")!.Contains("?q=", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.NotNull(list.QuerySelector("a[href='/obce/560294']"));
    }

    [Fact]
    public async Task Downloads_are_exactly_the_list_shown()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var page = await site.Page("/obce?within=CZ0413&q=nov");
        var shown = page.QuerySelectorAll("tbody td:first-child").Select(h => h.TextContent.Trim()).ToList();
        Assert.Contains("Nové Sedlo", shown);
        var files = page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).ToList();

        var csv = await site.Client.GetStringAsync(files.First(f => f.Contains("csv", StringComparison.Ordinal)));
        Assert.Equal(shown, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).SkipLast(1).Select(l => l.Split(',')[0]));
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(files.Single(f => f.Contains("json", StringComparison.Ordinal))));
        Assert.Equal(shown, json.RootElement.GetProperty("rows").EnumerateArray().Select(p => p.GetProperty("name").GetString()!));
    }

    [Theory]
    [BothEngines]
    public async Task Machines_get_places_and_the_map(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/places/554961"));
        Assert.Equal(("municipality", "CZ0412", "extendedPowers"), (
            one.RootElement.GetProperty("kind").GetString(), one.RootElement.GetProperty("parent").GetString(), one.RootElement.GetProperty("status").GetString()));

        using var map = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/places/map.geojson?within=CZ041"));
        var kinds = map.RootElement.GetProperty("features").EnumerateArray()
            .GroupBy(f => f.GetProperty("properties").GetProperty("kind").GetString()).ToDictionary(g => g.Key!, g => g.Count());
        Assert.Equal((1, 3, 134), (kinds["region"], kinds["district"], kinds["municipality"]));

        using var unknown = await site.Get("/api/v1/places/000000");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (unknown.StatusCode, unknown.Content.Headers.ContentType!.MediaType));
    }
}
