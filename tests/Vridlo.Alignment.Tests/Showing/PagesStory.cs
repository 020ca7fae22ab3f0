using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Alignment.Tests.Showing;

public sealed class PagesStory
{
    private const string Root = "/prace/soulad/prkk-2021/un-sdg";

    [Theory, BothEngines]
    public async Task Proposals_are_decided_in_a_form_and_appear_on_every_page_that_shows_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        var page = await worker.Page(Root);
        var rows = page.QuerySelectorAll("fieldset.v-choose").Select(f => f.Id!["f-verdict-".Length..]).ToList();
        Assert.Equal(20, rows.Count);
        Assert.All(page.QuerySelectorAll("fieldset.v-choose"), f => Assert.Equal(5, f.QuerySelectorAll("input[type=radio]").Length));

        using var empty = await worker.Send(Root, "decide");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Dictionary<string, string> typed = new() { ["verdict-" + rows[0]] = "Direct", ["verdict-" + rows[1]] = "Rejected", ["why-" + rows[1]] = "nesouvisí spolu" };
        using var unfounded = await worker.Send(Root, "decide", typed);
        var said = await Worker.Read(unfounded);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfounded.StatusCode);
        Assert.NotNull(said.QuerySelector($"#errors a[href='#f-why-{rows[0]}']"));
        Assert.True(said.QuerySelector($"input[name='verdict-{rows[0]}'][value=Direct]")!.HasAttribute("checked"));

        typed["why"] = "<b>měří</b> totéž";
        var saved = await worker.Done(Root, "decide", typed);
        Assert.DoesNotContain(saved.QuerySelectorAll("fieldset.v-choose"), f => f.Id == "f-verdict-" + rows[0] || f.Id == "f-verdict-" + rows[1]);

        var list = JsonDocument.Parse(await (await site.Get("/soulad/prkk-2021/un-sdg/seznam.json")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(1, list.GetProperty("count").GetInt32());
        var one = list.GetProperty("rows")[0];
        Assert.Equal("<b>měří</b> totéž", one.GetProperty("why").GetString());
        foreach (var address in (string[])[$"/programy/prkk-2021/{one.GetProperty("from").GetString()}", $"/programy/un-sdg/{one.GetProperty("to").GetString()}"])
        {
            var section = (await site.Page(address)).QuerySelector("section[aria-labelledby=alignment]")!;
            Assert.Contains("<b>měří</b> totéž", section.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("nesouvisí spolu", section.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, BothEngines]
    public async Task Nothing_is_shown_as_confirmed_before_a_person_confirms_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var page = await site.Page("/soulad/prkk-2021/un-sdg");
        Assert.Equal(["0", "0", "0"], page.QuerySelectorAll(".v-stat b").Take(3).Select(b => b.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll(".v-align td[data-a=proposed]"));
        Assert.Empty(page.QuerySelectorAll(".v-align td[data-a=direct], .v-align td[data-a=partly], .v-align td[data-a=contradicts]"));
        Assert.Equal(17, page.QuerySelectorAll(".v-align thead th[title]").Length);
        Assert.Contains("169", page.QuerySelectorAll("#gaps, details").Select(d => d.TextContent).Aggregate(string.Concat), StringComparison.Ordinal);
        var cell = page.QuerySelector(".v-align td[data-a=proposed] a")!.GetAttribute("href")!;
        Assert.NotEmpty((await site.Page(cell.Split('#')[0])).QuerySelectorAll("section[aria-labelledby=pairs] tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/soulad/prkk-2021/prkk-2021")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/soulad/prkk-2021/nic/seznam")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task One_pair_is_decided_changed_and_taken_back_and_a_stale_form_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        var address = Root + "/8.2/11.4";
        var field = (await worker.Page(address)).QuerySelector("select")!.GetAttribute("name")!["verdict-".Length..];
        await worker.Done(address, "one", new() { ["verdict-" + field] = "Partly", ["why-" + field] = "chrání památky" });
        using var stale = await worker.Send(address, "one", new() { ["verdict-" + field] = "Direct", ["version"] = "0" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await worker.Done(address, "one", new() { ["verdict-" + field] = "Contradicts" });
        Assert.Contains("chrání památky", (await site.Page("/programy/un-sdg/11.4")).Body!.TextContent, StringComparison.Ordinal);
        await worker.Done(address, "one", new() { ["verdict-" + field] = "" });
        Assert.DoesNotContain("chrání památky", (await site.Page("/programy/un-sdg/11.4")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Machines_read_proposals_and_gaps_and_decide_with_a_token(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "soulad", ["days"] = "3", ["rights"] = "alignment.decide" });
        var token = (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent;
        var root = "/api/v1/alignments/prkk-2021/un-sdg";
        var first = JsonDocument.Parse(await (await site.Get(root + "/proposals")).Content.ReadAsStringAsync()).RootElement.GetProperty("rows")[0];
        var (from, to) = (first.GetProperty("from").GetString()!, first.GetProperty("to").GetString()!);
        Assert.NotEmpty(first.GetProperty("sharedWords").EnumerateObject());

        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(site, root, null, from, to, "direct", "protože")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(site, root, token, from, to, "direct", "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(site, root, token, from, to, "hmm", "protože")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(site, root, token, from, to, "direct", "protože")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Post(site, root, token, from, to, "direct", "protože")).StatusCode);

        var list = JsonDocument.Parse(await (await site.Get(root)).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((from, "direct"), (list.GetProperty("rows")[0].GetProperty("from").GetString(), list.GetProperty("rows")[0].GetProperty("verdict").GetString()));
        var gaps = JsonDocument.Parse(await (await site.Get(root + "/gaps")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(168, gaps.GetProperty("unserved").GetArrayLength());
    }

    private static async Task<HttpResponseMessage> Post(Site site, string address, string? token, string from, string to, string verdict, string why)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { decisions = new[] { new { from, to, verdict, why } } }) };
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await site.Client.SendAsync(request);
    }
}
