using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Asking;

/// <summary>What an application says wrongly is mended until a statement is issued of it; of one that was issued in its correction.</summary>
public sealed class ChangingStory
{
    private const string Page = "/prace/vyjadreni/S-0001/uprava";

    private static readonly Dictionary<string, string> Another = new() { ["applicant"] = "Město Kraslice", ["companyNumber"] = "259438", ["cost"] = "13 mil. Kč" };

    [Theory, BothEngines]
    public async Task What_is_wrong_is_mended_what_was_decided_stays_and_the_change_is_undone(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await officer.Decide("S-0001");
        var seen = await officer.Page(Page);
        Assert.Equal(("12 500 000 Kč", "1. 3. 2027", "4.2"), (Typed(seen, "cost"), Typed(seen, "starts"), Typed(seen, "claimed-0")));
        Assert.Null(seen.QuerySelector("#f-receivedOn"));
        using var wrong = await officer.Send(Page, "application", Another.With(new() { ["companyNumber"] = "00573125" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("kontrolní číslicí", (await Worker.Read(wrong)).GetElementById("f-companyNumber-error")!.TextContent);

        var changed = await officer.Done(Page, "application", Another);
        var main = Asked.Plain(changed.QuerySelector("main")!.TextContent);
        Assert.All((string[])["Město Kraslice, IČO 00259438", "13 000 000 Kč", "1. 3. 2027 – 30. 6. 2028", "formulář na webu, 23. 11. 2026", Asked.Person], said => Assert.Contains(said, main));
        Assert.Contains("v souladu s výhradou", Asked.Plain(changed.QuerySelector("section[aria-labelledby=decision]")!.TextContent));
        using var letter = await officer.Get("/prace/vyjadreni/S-0001/dopis.docx");
        Assert.Superset(new HashSet<string> { "Město Kraslice", "00259438" }, Asked.Lines(await letter.Content.ReadAsByteArrayAsync()).ToHashSet());
        Assert.Contains("Změna údajů žádosti", Asked.Plain((await officer.Page("/prace/historie")).QuerySelector("main")!.TextContent));

        using var late = await officer.Send(Page, seen, "application", new() { ["seat"] = "Jinde 1" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Město Kraslice", (await Worker.Read(late)).QuerySelector("main")!.TextContent);
        await officer.TurnBack(changed);
        Assert.Contains("Obec Dasnice, IČO 00573124", Asked.Plain((await officer.Page("/prace/vyjadreni/S-0001")).QuerySelector("main")!.TextContent));
    }

    /// <summary>The record does not hold who can be asked, so it cannot give them back.</summary>
    [Theory, BothEngines]
    public async Task Who_can_be_asked_is_changed_too_and_need_not_be_there(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await site.Ask(new() { ["title"] = "Cyklostezka podél Ohře" });
        var changed = await officer.Done(Page, "application", new() { ["mail"] = "podatelna@dasnice.example" });
        Assert.Contains("podatelna@dasnice.example", changed.QuerySelector("section[aria-labelledby=contact]")!.TextContent);
        Assert.Null(changed.QuerySelector(".v-ws__done form"));

        // Letters to the former address are there as long as another application gives it.
        Assert.Equal(2, (await site.Letters()).Count);
        await officer.Done("/prace/vyjadreni/S-0002/uprava", "application", new() { ["mail"] = "podatelna@dasnice.example" });
        Assert.Empty(await site.Letters());
        await officer.Done("/prace/vyjadreni/S-0001", "erase");
        var without = await officer.Done(Page, "application", new() { ["seat"] = "Dasnice 2" });
        Assert.Contains("Dasnice 2", without.QuerySelector("section[aria-labelledby=application]")!.TextContent);
        Assert.Contains("Žádné kontaktní údaje", Asked.Plain(without.QuerySelector("section[aria-labelledby=contact]")!.TextContent));
    }

    /// <summary>Such a place has come by the interface: the form offers those of the region.</summary>
    [Theory, BothEngines]
    public async Task A_place_outside_the_region_stays_when_something_else_is_mended(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask(new() { ["place"] = "554782" });
        var chosen = (await officer.Page(Page)).QuerySelector("#f-place option[selected]")!;
        Assert.Equal(("554782", "Praha"), (chosen.GetAttribute("value"), chosen.TextContent));
        var changed = await officer.Done(Page, "application", Another);
        Assert.Contains("Praha", changed.QuerySelector("section[aria-labelledby=application]")!.TextContent);
        Assert.Null((await site.Page("/vyjadreni/zadost")).QuerySelector("#f-place option[value='554782']"));
    }

    [Theory, BothEngines]
    public async Task A_correction_says_what_the_issued_statement_had_wrong(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        await officer.Done("/prace/vyjadreni/S-0001", "correct", new() { ["correctWhy"] = "Chyba v IČO." });
        var closed = await officer.Page(Page);
        Assert.Null(closed.QuerySelector("#f-applicant"));
        Assert.Contains("Žádost je uzavřena", Asked.Plain(closed.QuerySelector("main")!.TextContent));

        await officer.Done("/prace/vyjadreni/S-0002/uprava", "application", Another);
        await officer.Issue("S-0002");
        var (first, second) = ((await site.Page("/vyjadreni/2026-0001")).QuerySelector("main")!.TextContent, (await site.Page("/vyjadreni/2026-0002")).QuerySelector("main")!.TextContent);
        // The history of what was issued has the identity of its application: whoever has it learns no more than the register says.
        var history = (await site.Page("/vyjadreni/2026-0001")).QuerySelectorAll("main a").Single(a => a.TextContent == "Historie změn").GetAttribute("href")!;
        var labels = (await site.Page("/vyjadreni/prijeti/" + history.Split('/')[^1])).QuerySelectorAll("main dt").Select(d => d.TextContent).ToList();
        Assert.Contains("Stav", labels);
        Assert.DoesNotContain("Přijato", labels);
        Assert.Contains("00573124", first);
        Assert.DoesNotContain("00259438", first);
        Assert.Contains("00259438", second);
        Assert.Contains("Obec Dasnice", Asked.Lines(await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx")));
        Assert.Contains("Město Kraslice", Asked.Lines(await site.Client.GetByteArrayAsync("/vyjadreni/2026-0002/dopis.docx")));
    }

    [Theory, BothEngines]
    public async Task Programs_change_what_they_have_read_and_the_deadline_follows_the_day(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await officer.Done("/prace/vyjadreni/zadost", "application", Asked.Lavka.With(new() { ["channel"] = "Paper", ["receivedOn"] = "2026-11-02" }));
        var machine = await officer.Machine(site, StatementRights.Decide);
        const string Address = "/statements/applications/S-0001";

        var body = await Entered(machine, Address);
        Assert.Equal(1, (await machine.Put(Address, body)).Body.GetProperty("version").GetInt32());
        (body["channel"], body["receivedOn"], body["companyNumber"]) = ("dataBox", "2026-11-20", "00259438");
        Assert.Equal(2, (await machine.Put(Address, body)).Body.GetProperty("version").GetInt32());
        var now = await machine.Read(Address);
        Assert.Equal(("00259438", "2026-12-21", Asked.Mail), (now.GetProperty("applicantNumber").GetString(), now.GetProperty("due").GetString(), now.GetProperty("entered").GetProperty("mail").GetString()));

        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put(Address, body)).Status);
        (body["version"], body["channel"]) = (2, "form");
        var (refused, why) = await machine.Put(Address, body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "statements.way-stays"), (refused, why.GetProperty("code").GetString()));
    }

    [Theory, BothEngines]
    public async Task Whose_it_is_is_told_and_nobody_else_changes_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        await site.Employ("gestor-4@example.org", await site.At(Role.Owner, "4"));
        await site.Ask();
        using var owner = await site.SignedIn(await site.At(Role.Owner, "4"));
        using var stranger = await site.SignedIn(await site.At(Role.Owner, "1"));
        Assert.Null((await stranger.Page(Page)).QuerySelector("#f-applicant"));
        Assert.Null((await stranger.Page("/prace/vyjadreni/S-0001")).QuerySelector("a[href$=uprava]"));
        var elsewhere = await stranger.Machine(site, StatementRights.Decide);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Put("/statements/applications/S-0001", await Entered(elsewhere, "/statements/applications/S-0001"))).Status);
        Assert.NotNull((await owner.Page("/prace/vyjadreni/S-0001")).QuerySelector("a[href$=uprava]"));
        await owner.Done(Page, "application", Another);
        Assert.Equal(["gestor-4", "strateg"], await site.Told("statements.changed"));
    }

    private static string Typed(IHtmlDocument page, string field) => Asked.Plain(page.QuerySelector<IHtmlInputElement>($"#f-{field}")!.Value);

    private static async Task<JsonObject> Entered(Machine machine, string address) => JsonNode.Parse((await machine.Read(address)).GetProperty("entered").GetRawText())!.AsObject();
}
