using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>A report on application is noted, corrected and taken back, and the public reads it.</summary>
public sealed class MidTermStory
{
    private const string Reports = "/prace/zpravy-o-uplatnovani";
    private const string Edition = "/programy/prkk-2021/vydani/2021";

    [Theory, BothEngines]
    public async Task What_is_noted_is_public_at_once_and_gone_when_it_is_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        Assert.Null((await site.Page(Edition)).QuerySelector("#application-reports"));
        var noted = await Note(strategist);
        foreach (var address in (string[])[Edition, "/vydani"])
        {
            var said = Said(await site.Page(address));
            Assert.Contains("Zpráva o uplatňování 2025", said, StringComparison.Ordinal);
            Assert.Contains("stav ke dni 31. 12. 2025", said, StringComparison.Ordinal);
            Assert.Contains("projednalo zastupitelstvo, usnesení ZK 5/02/26 ze dne 2. 2. 2026", said, StringComparison.Ordinal);
            Assert.Contains("Co z ní plyne: aktualizace programu", said, StringComparison.Ordinal);
            Assert.Contains("Plní se pomalu.", said, StringComparison.Ordinal);
        }

        var open = await site.Client.GetStringAsync("/api/v1/programmes/prkk-2021/editions/2021/mid-term-reports");
        Assert.Equal("ZK 5/02/26", Assert.Single(JsonDocument.Parse(open).RootElement.EnumerateArray()).GetProperty("resolution").GetString());

        var taken = await strategist.TurnBack(noted);
        Assert.Empty(taken.QuerySelectorAll("main table tbody tr"));
        Assert.Null((await site.Page(Edition)).QuerySelector("#application-reports"));
        await strategist.TurnBack(taken);
        Assert.Contains("ZK 5/02/26", Said(await site.Page(Edition)), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_correction_keeps_what_was_said_before_in_the_record_and_can_be_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var noting = (await Note(strategist)).QuerySelector(".v-ws__done form")!.GetAttribute("action")!;
        var address = await Address(strategist);
        using (var wrong = await strategist.Send(address, "correct", new() { ["resolvedOn"] = "2025-01-01" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        var corrected = await strategist.Done(address, "correct", new() { ["resolution"] = "ZK 6/02/26", ["outcome"] = "NewProgramme", ["why"] = "tisková chyba" });
        Assert.Contains("ZK 6/02/26", Said(await site.Page(Edition)), StringComparison.Ordinal);
        Assert.Contains("Co z ní plyne: nový program", Said(await site.Page(Edition)), StringComparison.Ordinal);
        var act = (await (await strategist.Machine(site, "history.read")).Read("/history?kind=programmes.draft.act.midterm-correct")).GetProperty("rows")[0];
        var change = Assert.Single(act.GetProperty("changes").EnumerateArray());
        Assert.Equal(("ZK 5/02/26", "ZK 6/02/26"), (change.GetProperty("before").GetProperty("resolution").GetString(), change.GetProperty("after").GetProperty("resolution").GetString()));
        Assert.Equal(("Update", "tisková chyba"), (change.GetProperty("before").GetProperty("outcome").GetString(), act.GetProperty("why").GetString()));

        using var refused = await strategist.Send(noting, "undo");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await strategist.TurnBack(corrected);
        Assert.Contains("ZK 5/02/26", Said(await site.Page(Edition)), StringComparison.Ordinal);
        Assert.Contains("Co z ní plyne: aktualizace programu", Said(await site.Page(Edition)), StringComparison.Ordinal);
        await strategist.Done(noting, "undo");
        Assert.Equal(HttpStatusCode.NotFound, (await strategist.Get(address)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_correct_it_sees_what_the_first_wrote(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = await site.SignedIn(new Grant(Role.Strategist));
        using var two = await site.SignedIn(new Grant(Role.Strategist));
        await Note(one);
        var address = await Address(one);
        var stale = await two.Page(address);
        await one.Done(address, "correct", new() { ["resolution"] = "ZK 6/02/26" });
        using var told = await two.Send(address, stale, "correct", new() { ["resolution"] = "ZK 7/02/26" });
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var both = await Worker.Read(told);
        Assert.Equal(["číslo usnesení"], both.QuerySelectorAll(".gov-message[data-color=warning] h3").Select(h => h.TextContent));
        using var knowingly = await two.Send(address, both, "correct", []);
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
        Assert.Contains("ZK 7/02/26", Said(await site.Page(Edition)), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_machine_corrects_it_too_and_only_who_leads_the_approval_may(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        using var owner = await site.SignedIn(new Grant(Role.Owner));
        await Note(strategist);
        var address = await Address(strategist);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get(address)).StatusCode);
        Assert.Empty((await owner.Page(Reports)).QuerySelectorAll($"main table a[href='{address}']"));

        var machine = await strategist.Machine(site, "programmes.approve");
        var reports = "/programmes/prkk-2021/editions/2021/mid-term-reports";
        var now = (await machine.Read(reports))[0];
        object Said(string? stamp, string resolution) => new { stamp, on = "2025-12-31", title = new { cs = "Zpráva" }, resolution, resolvedOn = "2026-02-02", outcome = "goesOn" };
        var one = $"{reports}/{now.Id()}";
        var corrected = await machine.Done(HttpMethod.Put, one, Said(now.GetProperty("stamp").GetString(), "ZK 8/02/26"));
        Assert.Equal("ZK 8/02/26", corrected.GetProperty("resolution").GetString());
        var (late, told) = await machine.Put(one, Said(now.GetProperty("stamp").GetString(), "ZK 9/02/26"));
        Assert.Equal((HttpStatusCode.Conflict, "ZK 8/02/26"), (late, told.GetProperty("current").GetProperty("resolution").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Put($"{reports}/{Guid.CreateVersion7()}", Said("x", "ZK 9/02/26"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await owner.Machine(site, "programmes.read-drafts")).Put(one, Said("x", "x"))).Status);
    }

    [Theory, BothEngines]
    public async Task The_programme_of_the_region_comes_first_among_many_and_each_can_be_chosen(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        for (var i = 0; i < 60; i++)
        {
            Assert.True((await site.Within.Enter(Package.Town() with { Code = $"obec-{i}", Title = new($"Město {i}") })).Ok);
        }

        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        Assert.Contains("ZK 5/02/26", (await Note(strategist)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("prkk-2021/2021", Choices(await strategist.Page(Reports), "edition")[0]);
        Assert.Equal("prkk-2021", Choices(await strategist.Page(Reports), "program")[0]);
        Assert.Contains("obec-59", Choices(await strategist.Page(Reports), "program"));
        var town = $"{Reports}?program=obec-59";
        Assert.Equal(["obec-59/2026"], Choices(await strategist.Page(town), "edition"));
        var noted = await strategist.Done(town, "midterm", new() { ["title"] = "Zpráva obce", ["on"] = "2026-01-31", ["resolution"] = "ZO 1/26", ["resolvedOn"] = "2026-02-02", ["outcome"] = "Update" });
        Assert.Contains("Město 59", noted.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        static List<string> Choices(IHtmlDocument page, string field) => [.. page.QuerySelectorAll($"select[name='{field}'] option").Select(o => o.GetAttribute("value")!)];
    }

    private static Task<IHtmlDocument> Note(Worker strategist) => strategist.Done(Reports, "midterm", new()
    {
        ["edition"] = "prkk-2021/2021", ["title"] = "Zpráva o uplatňování 2025", ["on"] = "2025-12-31", ["text"] = "Plní se pomalu.",
        ["resolution"] = "ZK 5/02/26", ["resolvedOn"] = "2026-02-02", ["outcome"] = "Update",
    });

    private static async Task<string> Address(Worker worker) =>
        (await worker.Page(Reports)).QuerySelector("main table a[href*='/zpravy-o-uplatnovani/']")!.GetAttribute("href")!;

    private static string Said(IHtmlDocument page) => page.QuerySelector("section[aria-labelledby=application-reports]")!.TextContent.Replace('\u00a0', ' ');
}
