using System.Net;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.About;

/// <summary>A statement knows the project it is about, and the project its statements.</summary>
public sealed class ProjectStory
{
    [Theory, BothEngines]
    public async Task A_statement_and_the_project_it_is_about_lead_to_each_other(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await Asking(site);
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = " p-0001 " });
        var work = await officer.Page("/prace/vyjadreni/S-0001");
        Assert.Equal("P-0001", work.QuerySelector("#f-project")!.GetAttribute("value"));
        Assert.Null((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=statements]"));

        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        Assert.EndsWith("/projekty/P-0001", (await site.Page("/vyjadreni/2026-0001")).QuerySelector("aside a[href*=projekty]")!.GetAttribute("href"));
        var section = (await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=statements]")!;
        Assert.Contains("PRKK/2026/0001", section.TextContent);
        Assert.Single((await site.Page(section.QuerySelector(".v-sec__head a")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr"));
        Assert.Null((await site.Page("/projekty/P-0002")).QuerySelector("section[aria-labelledby=statements]"));
        Assert.Contains("P-0001", await site.Client.GetStringAsync("/vyjadreni.csv"));

        // It can be said and taken back after it was issued, and what was shown before is not shown on.
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "P-0002" });
        Assert.Null((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=statements]"));
        Assert.NotNull((await site.Page("/projekty/P-0002")).QuerySelector("section[aria-labelledby=statements]"));
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "" });
        Assert.Null((await site.Page("/vyjadreni/2026-0001")).QuerySelector("aside a[href*=projekty]"));
        Assert.Null((await site.Page("/projekty/P-0002")).QuerySelector("section[aria-labelledby=statements]"));
    }

    [Theory, BothEngines]
    public async Task A_slip_is_told_the_second_of_two_too_and_a_correction_is_about_the_same(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await Asking(site);
        using var slip = await officer.Send("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "P-0009" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.StatusCode);
        Assert.Contains("tímto kódem", (await Worker.Read(slip)).GetElementById("f-project-error")!.TextContent);

        var seen = await officer.Page("/prace/vyjadreni/S-0001");
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "P-0001" });
        using var late = await officer.Send("/prace/vyjadreni/S-0001", seen, "about", new() { ["project"] = "P-0002" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        await officer.Done("/prace/vyjadreni/S-0001", "correct", new() { ["correctWhy"] = "Chyba v čísle." });
        await officer.Issue("S-0002");
        Assert.Equal(2, (await site.Page("/projekty/P-0001")).QuerySelectorAll("section[aria-labelledby=statements] tbody tr").Length);
        Assert.Contains("Přiřazení žádosti", Asked.Plain((await officer.Page("/prace/historie")).QuerySelector("main")!.TextContent));
    }

    [Theory, BothEngines]
    public async Task A_project_that_an_application_is_about_is_not_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await Asking(site);
        var made = await officer.Done("/prace/projekty/novy", "project", new() { ["title"] = "Omyl", ["bearerNumber"] = "00573124", ["bearerName"] = "Obec Dasnice", ["link-0"] = "4.2.1" });
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "P-0003" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => officer.TurnBack(made));
        Assert.Contains("P-0003 už patří připomínky, přílohy, vyjádření", Asked.Plain(refused.Message));
        await officer.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "" });
        await officer.TurnBack(made);
        using var gone = await site.Get("/projekty/P-0003");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, BothEngines]
    public async Task The_interface_says_it_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await Asking(site);
        var machine = await officer.Machine(site, StatementRights.Decide);
        var version = (await machine.Read("/statements/applications/S-0001")).GetProperty("version").GetInt32();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Put("/statements/applications/S-0001/project", new { version, project = "nic" })).Status);
        var done = await machine.Done(HttpMethod.Put, "/statements/applications/S-0001/project", new { version, project = "P-0002" });
        Assert.Equal(version + 1, done.GetProperty("version").GetInt32());
        Assert.Equal("P-0002", (await machine.Read("/statements/applications/S-0001")).GetProperty("project").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put("/statements/applications/S-0001/project", new { version, project = "P-0001" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Machine(site, null).Put("/statements/applications/S-0001/project", new { version, project = "P-0001" })).Status);

        await officer.Decide("S-0001");
        await officer.Issue("S-0001");
        var nobody = new Machine(site, null);
        Assert.Equal("P-0002", Assert.Single((await nobody.Read("/statements?project=P-0002")).GetProperty("rows").EnumerateArray()).GetProperty("project").GetString());
        Assert.Empty((await nobody.Read("/statements?project=P-0001")).GetProperty("rows").EnumerateArray());
    }

    /// <summary>An application, and two projects.</summary>
    private static async Task<Worker> Asking(Site site)
    {
        var officer = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var title in (string[])["Lávka přes Ohři", "Jiný projekt"])
        {
            await officer.Done("/prace/projekty/novy", "project", new() { ["title"] = title, ["bearerNumber"] = "00573124", ["bearerName"] = "Obec Dasnice", ["link-0"] = "4.2.1" });
        }

        await site.Ask();
        return officer;
    }
}
