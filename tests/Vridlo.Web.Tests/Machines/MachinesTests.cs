using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Machines;

/// <summary>What the site offers to programs: the description of its interface, feeds, the map of the site.</summary>
public sealed class MachinesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_description_names_every_answer_and_no_schema_that_is_missing()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var document = JsonDocument.Parse(await Text(site, "/openapi/v1.json")).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => o.Value)).ToList();
        Assert.All(operations, o =>
        {
            Assert.NotEmpty(o.GetProperty("responses").EnumerateObject());
            Assert.All(o.GetProperty("responses").EnumerateObject(), r => Assert.True(r.Value.TryGetProperty("description", out _)));
            Assert.NotEmpty(o.GetProperty("summary").GetString()!);
        });
        Assert.Distinct(operations.Select(o => o.GetProperty("operationId").GetString()));
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => "#/components/schemas/" + s.Name).ToHashSet();
        Assert.Subset(schemas, References(document).ToHashSet());
    }

    [Fact]
    public async Task A_feed_has_what_the_standard_demands_and_no_names()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        foreach (var address in (string[])["/zmeny.atom", "/en/changes.atom", "/programy/prkk-2021/zmeny.atom"])
        {
            var text = await Text(site, address);
            var feed = XDocument.Parse(text).Root!;
            Assert.All(new[] { feed }.Concat(feed.Elements(Atom + "entry")), e => Assert.All((string[])["id", "title", "updated"], name =>
                Assert.NotEmpty(Assert.Single(e.Elements(Atom + name)).Value)));
            Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            var entries = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).ToList();
            Assert.NotEmpty(entries);
            Assert.All(entries, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));
            Assert.Distinct(entries);
            Assert.DoesNotContain("první spuštění", text, StringComparison.Ordinal);
        }

        using var unknown = await site.Get("/programy/nic/zmeny.atom");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_map_names_pages_that_are_there_each_with_the_other_languages()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var pages = XDocument.Parse(await Text(site, "/sitemap.xml")).Root!.Elements(Map + "url").ToList();
        Assert.True(pages.Count > 3 * 300);
        Assert.All(pages, p => Assert.Equal(3, p.Elements(XName.Get("link", "http://www.w3.org/1999/xhtml")).Count()));
        var addresses = pages.Select(p => p.Element(Map + "loc")!.Value).ToList();
        Assert.Distinct(addresses);
        foreach (var address in addresses.Where((_, i) => i % 37 == 0 || i < 40))
        {
            using var answer = await site.Get(new Uri(address).PathAndQuery);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
        }

        using var part = await site.Get("/sitemap-1.xml");
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        using var beyond = await site.Get("/sitemap-2147483647.xml");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task A_form_of_the_page_leads_to_the_address_it_asks_for()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var page = await site.Page("/api");
        Assert.NotEmpty(page.QuerySelectorAll("form[action='/api/try'] input[name=operation]"));
        using var answer = await site.Get("/api/try?operation=nodes.in-force&programme=prkk-2021&code=8.2&asOf=");
        Assert.Equal("/api/v1/programmes/prkk-2021/nodes/8.2", answer.Headers.Location?.ToString());
        using var csv = await site.Get("/api/try?operation=tree.in-force&programme=prkk-2021&format=csv&lang=en");
        Assert.Equal("/api/v1/programmes/prkk-2021/tree.csv?lang=en", csv.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_says_which_address_stands_for_it()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var page = await site.Page("/en/coverage?as-of=2022-01-01");
        Assert.EndsWith("/en/programmes/prkk-2021/coverage", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["cs", "en", "de", "x-default"], page.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p.Name == "$ref" && p.Value.GetString() is { } reference && reference.StartsWith("#/components/schemas/", StringComparison.Ordinal) ? [reference] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static async Task<string> Text(Site site, string address)
    {
        using var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
