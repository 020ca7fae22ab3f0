using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.History.Tests;

public sealed class HistoryStory
{
    [Theory, BothEngines]
    public async Task After_an_act_the_next_page_offers_the_way_back_and_then_the_way_forth(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        var address = $"/prace/lide/{person.Id.Value}";
        var done = await boss.Done(address, "give", new() { ["role"] = "Strategist" });
        Assert.Equal("Hotovo: Přidělení role.", Said(done));
        Assert.Null((await boss.Page(address)).QuerySelector(".v-ws__done"));

        await boss.Done(address, "give", new() { ["role"] = "Guarantor" });
        await boss.Done(address, "give", new() { ["role"] = "Reader" });
        Assert.Equal(3, await Roles(site, person.Id));
        var undone = await boss.TurnBack(await boss.Done(address, "give", new() { ["role"] = "Owner" }));
        Assert.Equal("Hotovo: Vrácení změny.", Said(undone));
        Assert.Contains("jana@example.org", undone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await Roles(site, person.Id));
        var again = await boss.TurnBack(undone);
        Assert.Equal(4, await Roles(site, person.Id));
        Assert.Equal("Provést znovu", again.QuerySelector(".v-ws__done button")!.TextContent.Trim());
        await boss.TurnBack(again);
        Assert.Equal(3, await Roles(site, person.Id));
    }

    [Theory, BothEngines]
    public async Task A_message_is_shown_only_to_who_did_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        using var other = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        var address = $"/prace/lide/{person.Id.Value}";
        using var answer = await boss.Send(address, "give", new() { ["role"] = "Strategist" });
        var told = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("vridlo-done=", StringComparison.Ordinal)).Split(';')[0].Split('=')[1];
        other.Cookies.Add(new Cookie("vridlo-done", told, "/", site.Client.BaseAddress!.Host));
        Assert.Null((await other.Page(address)).QuerySelector(".v-ws__done"));
        Assert.NotNull((await boss.Page(address)).QuerySelector(".v-ws__done"));
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_undone_says_why_and_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        var address = $"/prace/lide/{person.Id.Value}";
        await boss.Done(address, "give", new() { ["role"] = "Strategist" });
        var act = (await boss.Page("/prace/historie?kind=people.give-role")).QuerySelector("td a.v-rowlink")!.GetAttribute("href")!;
        await boss.Done(address, "take", new() { ["do"] = (await Grant(site, person.Id)).ToString() });
        using var refused = await boss.Send(act, "undo");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("mezitím zaniklo", Worker.Said(await Worker.Read(refused)), StringComparison.Ordinal);
        Assert.Equal(0, await Roles(site, person.Id));
        Assert.Null((await boss.Page((await boss.Page("/prace/historie?kind=people.invite")).QuerySelector("td a.v-rowlink")!.GetAttribute("href")!)).QuerySelector("input[value=undo]"));
    }

    [Theory, BothEngines]
    public async Task The_list_says_who_what_why_and_from_what_to_what_and_its_files_the_same(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        await boss.Done($"/prace/lide/{person.Id.Value}", "give", new() { ["role"] = "Strategist" });
        var list = await boss.Page("/prace/historie");
        var row = list.QuerySelectorAll("tbody tr").First().TextContent;
        Assert.Contains("administrator-", row, StringComparison.Ordinal);
        Assert.Contains("Přidělení role", row, StringComparison.Ordinal);
        Assert.Contains("strateg", row, StringComparison.Ordinal);

        var system = await boss.Page("/prace/historie?who=system&kind=programmes.load");
        Assert.Equal(2, system.QuerySelectorAll("tbody tr").Length);
        Assert.All(system.QuerySelectorAll("tbody tr"), r => Assert.Contains("první spuštění", r.TextContent, StringComparison.Ordinal));
        Assert.Single((await boss.Page($"/prace/historie?thing=person.role/{await Grant(site, person.Id)}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await boss.Page("/prace/historie?to=2020-01-01")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await boss.Page("/prace/historie?from=1. 1. 2020")).QuerySelectorAll("tbody tr"));

        using var file = await boss.Get("/prace/historie.json?kind=people.give-role");
        var rows = JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(1, rows.GetProperty("count").GetInt32());
        Assert.Contains("strateg", rows.GetProperty("rows")[0].GetProperty("changes").GetString(), StringComparison.Ordinal);
        foreach (var ending in (string[])["csv", "xlsx"])
        {
            Assert.Equal(HttpStatusCode.OK, (await boss.Get("/prace/historie." + ending)).StatusCode);
        }
    }

    [Theory, BothEngines]
    public async Task Others_see_only_what_concerns_them_and_what_they_did(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var person = await site.Employ("jana@example.org");
        await boss.Done($"/prace/lide/{person.Id.Value}", "give", new() { ["role"] = "Reader" });
        var seen = (await strategist.Page("/prace/historie")).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(seen, r => r.Contains("Načteno vydání programu", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, r => r.Contains("Přidělení role", StringComparison.Ordinal));
        var foreign = (await boss.Page("/prace/historie?kind=people.give-role")).QuerySelector("td a.v-rowlink")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await strategist.Get(foreign)).StatusCode);

        await strategist.Done("/prace/ja", "profile", new() { ["name"] = "Nové Jméno" });
        Assert.Contains("Změna vlastních údajů", (await strategist.Page("/prace/historie")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Bad_input_is_told_and_never_fails(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        foreach (var query in (string[])["from=%01", "from=" + new string('9', 3000), "to=9999-99-99", "thing=/", "thing=x", "thing=programme/%E2%80%AE", "who=%01", "kind=%27--", "from=0001-01-01"])
        {
            Assert.Equal(HttpStatusCode.OK, (await boss.Get("/prace/historie?" + query)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await boss.Get("/prace/historie?who=%00")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.Get($"/prace/historie/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task Machines_read_the_history_and_undo_with_a_token_that_says_so(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        await boss.Done($"/prace/lide/{person.Id.Value}", "give", new() { ["role"] = "Strategist" });
        var whole = await Token(boss, "history.read\u0001people.manage");
        using var list = await Ask(site, HttpMethod.Get, "/api/v1/history?kind=people.give-role&limit=1", whole);
        var act = JsonDocument.Parse(await list.Content.ReadAsStringAsync()).RootElement.GetProperty("rows")[0];
        Assert.Equal("Strategist", act.GetProperty("changes")[0].GetProperty("after").GetProperty("role").GetString());

        var address = $"/api/v1/history/{act.GetProperty("id").GetGuid()}/undo";
        using var nobody = await Ask(site, HttpMethod.Post, address, null);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        using var less = await Ask(site, HttpMethod.Post, address, await Token(boss, "history.read"));
        Assert.Equal(HttpStatusCode.Forbidden, less.StatusCode);
        using var done = await Ask(site, HttpMethod.Post, address, whole);
        Assert.Equal((HttpStatusCode.OK, 0), (done.StatusCode, await Roles(site, person.Id)));
        using var twice = await Ask(site, HttpMethod.Post, address, whole);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal("record.undo.already", JsonDocument.Parse(await twice.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    private static async Task<string> Token(Worker worker, string rights)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "stroj", ["days"] = "30", ["rights"] = rights });
        return (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent;
    }

    private static Task<HttpResponseMessage> Ask(Site site, HttpMethod method, string address, string? token)
    {
        var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? JsonContent.Create(new { why = "omyl" }) : null };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return site.Client.SendAsync(request);
    }

    private static string? Said(IHtmlDocument page) => page.QuerySelector(".v-ws__done p")?.TextContent.Trim();

    private static Task<int> Roles(Site site, PersonId person) =>
        site.Within.In(async unit => (await unit.GetRequiredService<IPeople>().Grants(person, default)).Count);

    private static Task<Guid> Grant(Site site, PersonId person) =>
        site.Within.In(async unit => (await unit.GetRequiredService<IPeople>().Grants(person, default)).Single().Id.Value);
}
