using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Shapes;

/// <summary>Where a project is, through its pages: as a point, a line or an area, in a form, a file, the history, the map and the open interface.</summary>
public sealed class ShapeStory
{
    private const string Edit = "/prace/projekty/P-0001/uprava", Path = """{"type":"LineString","coordinates":[[12.87,50.23],[12.9,50.25],[12.95,50.25]]}""";

    private static readonly Dictionary<string, string> Path1 = new()
    {
        ["title"] = "Cyklostezka podél Ohře", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.2.1", ["place"] = "554961",
    };

    [Theory, BothEngines]
    public async Task A_point_becomes_a_line_stays_and_goes_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new(Path1) { ["latitude"] = "50,2305", ["longitude"] = "12,8712" });
        Assert.Equal("POINT (12.8712 50.2305)", await Kept(site));
        Assert.Contains("bod 50,23050°, 12,87120°", Where(await site.Page("/projekty/P-0001")));
        Assert.Equal("50,2305", (await strategist.Page(Edit)).QuerySelector<IHtmlInputElement>("#f-latitude")!.Value);

        // The file goes before the numbers, which still stand in the form.
        using var sent = await strategist.Upload(Edit, "project", "shapeFile", "trasa.geojson", Encoding.UTF8.GetBytes(Path));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var shown = await site.Page("/projekty/P-0001");
        Assert.Contains("čára, 6,7 km, 3 body", Where(shown));
        Assert.NotNull(shown.QuerySelector("section[aria-labelledby=where] svg path.m-way"));
        var form = await strategist.Page(Edit);
        Assert.Equal("", form.QuerySelector<IHtmlInputElement>("#f-latitude")!.Value);
        Assert.Contains("čára, 6,7 km, 3 body", Plain(form.Body!.TextContent));

        // Whoever changes something else keeps it, and whoever writes a point means the point.
        await strategist.Done(Edit, "project", new() { ["title"] = "Cyklostezka Ohře" });
        Assert.Equal("LINESTRING (12.87 50.23, 12.9 50.25, 12.95 50.25)", await Kept(site));
        await strategist.Done(Edit, "project", new() { ["noShape"] = "1" });
        Assert.Null(await Kept(site));
        Assert.Null((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=where]"));
        await strategist.Done(Edit, "project", new() { ["shape"] = "POLYGON ((12.87 50.23, 12.88 50.23, 12.88 50.24, 12.87 50.23))" });
        Assert.Contains("plocha, 39,7 ha, 4 body", Where(await strategist.Page("/prace/projekty/P-0001")));
        await strategist.Done(Edit, "project", new() { ["latitude"] = "50.3", ["longitude"] = "12.9" });
        Assert.Equal("POINT (12.9 50.3)", await Kept(site));
        await strategist.Done(Edit, "project", new() { ["latitude"] = "", ["longitude"] = "" });
        Assert.Null(await Kept(site));
    }

    [Theory, BothEngines]
    public async Task The_history_says_what_changed_in_words_and_a_change_can_be_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new(Path1) { ["shape"] = Path });
        await strategist.Done(Edit, "project", new() { ["shape"] = "POINT (12.9 50.3)", ["why"] = "omyl" });
        var act = await site.Within.In(unit => unit.GetRequiredService<Core.Record.IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());
        var told = Plain((await strategist.Page($"/prace/historie/{act}")).Body!.TextContent);
        Assert.Contains("tvar na mapě", told);
        Assert.Contains("čára, 6,7 km, 3 body", told);
        Assert.Contains("bod 50,30000°, 12,90000°", told);
        Assert.DoesNotContain("LINESTRING", told);

        Assert.True((await site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
            return await unit.GetRequiredService<Core.Undo.UndoAct>().Run(act, "byl to omyl", default);
        })).Ok);
        Assert.Equal("LINESTRING (12.87 50.23, 12.9 50.25, 12.95 50.25)", await Kept(site));
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_where_it_was_sent_and_what_is_far_must_be_meant(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var (text, said) in new[] { ("Karlovy Vary", "GeoJSON"), ("POLYGON ((13 50, 13.1 50.1, 13.1 50, 13 50.1, 13 50))", "50.05"), ("""{"type":"Point","coordinates":[50.23,12.87]}""", "prohozené") })
        {
            using var answer = await strategist.Send("/prace/projekty/novy", "project", new(Path1) { ["shape"] = text });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await Worker.Read(answer);
            Assert.Contains(said, Plain(page.GetElementById("f-shape-error")!.TextContent));
            Assert.Equal(text, page.QuerySelector<IHtmlTextAreaElement>("#f-shape")!.Value.Trim());
        }

        using var file = await strategist.Upload("/prace/projekty/novy", "project", "shapeFile", "trasa.gpx", "<gpx"u8.ToArray(), Path1);
        Assert.Contains("řádku", (await Worker.Read(file)).GetElementById("f-shapeFile-error")!.TextContent);
        using var far = await strategist.Send("/prace/projekty/novy", "project", new(Path1) { ["latitude"] = "12,9", ["longitude"] = "50,2" });
        Assert.Contains("prohozené", (await Worker.Read(far)).GetElementById("f-latitude-error")!.TextContent);
        using var nul = await strategist.Upload("/prace/projekty/novy", "project", "shapeFile", "trasa.wkt", "POINT (13\0 50)"u8.ToArray(), Path1);
        Assert.Contains("GeoJSON", (await Worker.Read(nul)).GetElementById("f-shapeFile-error")!.TextContent);
        using var large = await strategist.Upload("/prace/projekty/novy", "project", "shapeFile", "trasa.gpx", new byte[4_000_000], Path1);
        Assert.Contains("3 miliony", Plain((await Worker.Read(large)).GetElementById("f-shapeFile-error")!.TextContent));
        using var pasted = await strategist.Send("/prace/projekty/novy", "project", new(Path1) { ["shape"] = "{" + new string('a', 1024 * 1024) });
        Assert.Contains("není JSON", Plain((await Worker.Read(pasted)).GetElementById("f-shape-error")!.TextContent));
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().CountAsync()));
        await strategist.Done("/prace/projekty/novy", "project", new(Path1) { ["shape"] = "POINT (4.35 50.85)", ["far"] = "1" });
        Assert.Equal("POINT (4.35 50.85)", await Kept(site));
    }

    [Theory, BothEngines]
    public async Task Shapes_are_on_the_map_and_in_the_open_interface_as_the_list_is_narrowed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new(Path1) { ["shape"] = Path });
        var machine = await strategist.Machine(site, ProjectRights.Edit);
        var area = JsonSerializer.Deserialize<JsonElement>("""{"type":"Polygon","coordinates":[[[12.1,50.23],[12.2,50.23],[12.2,50.24],[12.1,50.23]]]}""");
        await machine.Done(HttpMethod.Post, "/projects", new { title = "Park", bearerNumber = "70891168", bearerName = "Karlovarský kraj", links = new[] { new { code = "12.4" } }, shape = area });
        await strategist.Done("/prace/projekty/novy", "project", Path1);

        var map = await site.Page("/projekty/mapa");
        Assert.Equal(["/projekty/P-0001", "/projekty/P-0002"], map.QuerySelectorAll("svg a:has(.m-thing)").Select(a => a.GetAttribute("href")!).Order());
        Assert.NotNull((await site.Page("/projekty/mapa?node=12")).QuerySelector("svg .m-zone"));
        Assert.Null((await site.Page("/projekty/mapa?node=12")).QuerySelector("svg .m-way"));
        Assert.Equal("/api/v1/projects/map.geojson?node=12", (await site.Page("/projekty/mapa?node=12")).QuerySelector("figcaption a")!.GetAttribute("href"));

        var all = await machine.Read("/projects/map.geojson");
        Assert.Equal(["P-0001", "P-0002"], all.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
        Assert.False(all.TryGetProperty("sample", out _));
        var one = (await machine.Read("/projects/map.geojson?node=12")).GetProperty("features").EnumerateArray().Single();
        Assert.Equal("Polygon", one.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(Shape(area), Shape(one.GetProperty("geometry")));
        Assert.Equal(397.3, one.GetProperty("properties").GetProperty("hectares").GetDouble(), 1.0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Ask(HttpMethod.Get, "/projects/map.geojson?stage=never")).Status);

        // Left out it stays, null takes it away.
        object Body(int version) => new { title = "Park", bearerNumber = "70891168", links = new[] { new { code = "12.4" } }, version };
        await machine.Done(HttpMethod.Put, "/projects/P-0002", Body(1));
        Assert.Equal(2, (await machine.Read("/projects/map.geojson")).GetProperty("features").GetArrayLength());
        await machine.Done(HttpMethod.Put, "/projects/P-0002", new { title = "Park", bearerNumber = "70891168", links = new[] { new { code = "12.4" } }, version = 2, shape = (object?)null });
        Assert.Equal(1, (await machine.Read("/projects/map.geojson")).GetProperty("features").GetArrayLength());
    }

    private static Core.Places.Shape Shape(JsonElement geometry) => Projects.Shapes.ReadShape.Run(geometry.GetRawText()).Value!;

    private static Task<string?> Kept(Site site) => site.Within.In(async unit => (await unit.GetRequiredService<AppDb>().Set<Project>().AsNoTracking().SingleAsync()).Shape?.Text);

    private static string Where(IHtmlDocument page) => Plain(page.QuerySelector("section[aria-labelledby=where] figcaption")!.TextContent);

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
