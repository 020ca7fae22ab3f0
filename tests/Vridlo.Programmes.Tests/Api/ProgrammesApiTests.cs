using System.Net;
using System.Text.Json;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Api;

public sealed class ProgrammesApiTests
{
    private const string Root = "/api/v1/programmes/prkk-2021";

    [Theory, BothEngines]
    public async Task The_tree_holds_the_whole_programme_nested_and_flat(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var tree = await Json(site, Root + "/tree");
        var all = Flat(tree.GetProperty("nodes")).ToList();
        Assert.Equal(tree.GetProperty("count").GetInt32(), all.Count);
        Assert.Equal((15, 77, 201, 16), (Count("area"), Count("measure"), Count("activity"), Count("achievement")));
        var spa = all.Single(n => n.GetProperty("code").GetString() == "8.2");
        Assert.All(spa.GetProperty("children").EnumerateArray(), c => Assert.StartsWith("8.2.", c.GetProperty("code").GetString(), StringComparison.Ordinal));

        var lines = (await Text(site, Root + "/tree.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith($"# rows: {all.Count},", lines[^1], StringComparison.Ordinal);
        Assert.Equal(all.Count + 2, lines.Length);

        int Count(string kind) => all.Count(n => n.GetProperty("kind").GetString() == kind);
    }

    [Fact]
    public async Task A_node_has_texts_owner_place_in_the_document_needs_and_history()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var node = await Json(site, Root + "/nodes/8.2");
        foreach (var language in (string[])["cs", "en", "de"])
        {
            Assert.NotEmpty(node.GetProperty("title").GetProperty(language).GetString()!);
        }

        Assert.NotEmpty(node.GetProperty("owner").GetProperty("name").GetProperty("cs").GetString()!);
        Assert.Contains(node.GetProperty("lines").EnumerateArray(), l => l.GetProperty("own").GetBoolean());
        Assert.Equal("8", node.GetProperty("above")[0].GetProperty("code").GetString());
        Assert.NotEmpty(node.GetProperty("needs").EnumerateArray());
        Assert.Equal("ZK 370/11/21", node.GetProperty("history")[0].GetProperty("approvals")[1].GetProperty("resolution").GetString());
    }

    [Fact]
    public async Task The_day_decides_which_edition_answers()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        Assert.Equal("2021", (await Json(site, Root + "/tree?asOf=2022-01-01")).GetProperty("edition").GetString());
        await Refused(site, Root + "/tree?asOf=2019-01-01", HttpStatusCode.NotFound, "programmes.api.none-in-force");
        await Refused(site, Root + "/tree?asOf=leden", HttpStatusCode.UnprocessableEntity, "api.date.wrong");
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "api.not-found")]
    [InlineData("/api/v1/programmes/x", HttpStatusCode.NotFound, "programmes.unknown")]
    [InlineData("/api/v1/programmes/x/editions", HttpStatusCode.NotFound, "programmes.unknown")]
    [InlineData(Root + "/editions/1999", HttpStatusCode.NotFound, "programmes.api.edition-unknown")]
    [InlineData(Root + "/nodes/99.9", HttpStatusCode.NotFound, "programmes.api.node-unknown")]
    [InlineData(Root + "/comparison?from=2021", HttpStatusCode.UnprocessableEntity, "programmes.api.parameter-missing")]
    [InlineData("/api/v1/programmes?sort=nonsense", HttpStatusCode.UnprocessableEntity, "lists.sort.unknown")]
    [InlineData("/api/v1/programmes?limit=0", HttpStatusCode.UnprocessableEntity, "lists.limit.wrong")]
    [InlineData("/api/v1/programmes?kind=planet", HttpStatusCode.UnprocessableEntity, "lists.filter.unknown")]
    [InlineData("/api/v1/programmes?after=forged", HttpStatusCode.UnprocessableEntity, "lists.place.unknown")]
    public async Task Refusals_are_problems_of_rfc_9457(string address, HttpStatusCode status, string code)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await Refused(site, address, status, code);
    }

    [Fact]
    public async Task A_wrong_method_is_refused_as_a_problem_too()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Client.PostAsync("/api/v1/programmes", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("de;q=0.5, en;q=0.9", "en")]
    [InlineData("fr, de", "de")]
    [InlineData("xx", "cs")]
    public async Task Refusals_speak_the_language_that_is_accepted(string accepted, string language)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Get("/api/v1/programmes/x", ("Accept-Language", accepted));
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        using var asked = await site.Get("/api/v1/programmes/x?lang=de", ("Accept-Language", accepted));
        Assert.Equal(["de"], asked.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Who_has_the_answer_already_gets_304_and_any_site_may_read()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var first = await site.Get("/api/v1/programmes");
        var tag = first.Headers.ETag!.ToString();
        using var again = await site.Get("/api/v1/programmes", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(["*"], again.Headers.GetValues("Access-Control-Allow-Origin"));
        using var csv = await site.Get("/api/v1/programmes", ("If-None-Match", tag), ("Accept", "text/csv"));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);

        using var head = await site.Client.SendAsync(new(HttpMethod.Head, "/api/v1/programmes"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotNull(head.Headers.ETag);
    }

    [Fact]
    public async Task Coverage_tells_of_every_measure_what_works_and_what_is_missing()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var coverage = await Json(site, Root + "/coverage");
        var measures = coverage.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(77, measures.Count);
        var needs = measures.SelectMany(m => m.GetProperty("needs").EnumerateArray()).ToList();
        Assert.Equal(coverage.GetProperty("needs").GetInt32(), needs.Count);
        Assert.Equal(coverage.GetProperty("working").GetInt32(), needs.Count(n => n.GetProperty("works").GetBoolean()));
    }

    [Fact]
    public async Task An_edition_compared_with_itself_differs_in_nothing()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var comparison = await Json(site, Root + "/comparison?from=2021&to=2021");
        Assert.Equal((await Json(site, Root + "/tree")).GetProperty("count").GetInt32(), comparison.GetProperty("same").GetInt32());
        Assert.All((string[])["added", "dropped", "moved", "reworded"], kind => Assert.Empty(comparison.GetProperty(kind).EnumerateArray()));
    }

    private static IEnumerable<JsonElement> Flat(JsonElement nodes) =>
        nodes.EnumerateArray().SelectMany(n => Flat(n.GetProperty("children")).Prepend(n));

    private static async Task Refused(Site site, string address, HttpStatusCode status, string code)
    {
        using var answer = await site.Get(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(((int)status, code, "/problems/" + code), (
            problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString(), problem.GetProperty("type").GetString()));
        Assert.NotEqual(code, problem.GetProperty("detail").GetString());
    }

    private static async Task<JsonElement> Json(Site site, string address) => JsonDocument.Parse(await Text(site, address)).RootElement;

    private static async Task<string> Text(Site site, string address)
    {
        using var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
