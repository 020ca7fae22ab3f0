using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Projects.Editing;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>A project through its pages, from intent to a reversed payment, as a strategist enters it and a citizen sees it.</summary>
public sealed class ProjectStory
{
    private static readonly Dictionary<string, string> Lavka = new()
    {
        ["title"] = "Lávka přes Ohři u Dasnic",
        ["bearerNumber"] = "70891168",
        ["bearerName"] = "Karlovarský kraj",
        ["description"] = "Nová lávka spojí dva úseky cyklostezky.\n\nStaví se ve dvou etapách.",
        ["need"] = "Cyklisté dnes jedou po silnici.",
        ["link-0"] = "4.2.1",
        ["share-0"] = "75",
        ["link-1"] = "12.4",
        ["share-1"] = "25",
        ["starts"] = "3/2026",
        ["ends"] = "2Q/2027",
        ["documents"] = "Met",
        ["permits"] = "Begun",
        ["land"] = "NotNeeded",
    };

    [Theory, BothEngines]
    public async Task From_intent_to_a_reversed_payment(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await NewFund(strategist, "kap-18", "10 mil. Kč");

        var entered = await strategist.Done("/prace/projekty/novy", "project", Lavka);
        Assert.Equal("Lávka přes Ohři u Dasnic", entered.QuerySelector("h1")!.TextContent);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "nemůže být v budoucnosti"), await Refused(strategist, new(Lavka) { ["stage"] = "UnderWay", ["since"] = "2099" }));
        var staged = await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Preparation", ["why"] = "zadaná studie", ["decision"] = "RK 12/05/26" });
        Assert.Contains("zadaná studie", staged.Body!.TextContent);

        await strategist.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "8 000 000,50 Kč" });
        Dictionary<string, string> Sum(string kind, string amount) => new() { ["kind"] = kind, ["fund"] = "kap-18", ["year"] = "2026", ["amount"] = amount, ["document"] = "SML/12/2026" };
        await strategist.Done("/prace/projekty/P-0001/penize", "sum", Sum("Committed", "7 mil."));
        using var beyond = await strategist.Send("/prace/projekty/P-0001/penize", "sum", Sum("Committed", "3 000 000,01"));
        Assert.Equal(HttpStatusCode.Conflict, beyond.StatusCode);
        var told = await Worker.Read(beyond);
        Assert.Contains("3 000 000 Kč", Plain(Worker.Said(told)));
        Assert.Equal("3 000 000,01", told.QuerySelector<IHtmlInputElement>("#f-amount")!.Value);
        var paid = await strategist.Done("/prace/projekty/P-0001/penize", "sum", Sum("Paid", "2 500 000"));
        var reverse = paid.QuerySelectorAll("a[href$=storno]").Select(a => a.GetAttribute("href")!).First();
        var reversed = await strategist.Done(reverse, "reverse", new() { ["why"] = "jiný projekt" });
        Assert.Equal(2, reversed.QuerySelectorAll("#entries ~ * .gov-tag, section[aria-labelledby=entries] .gov-tag").Length);

        var shown = await site.Page("/projekty/P-0001");
        var money = Plain(shown.QuerySelectorAll("section[aria-labelledby=money] tfoot").Last().TextContent);
        Assert.Contains("8 000 000,50 Kč", money);
        Assert.Contains("7 000 000 Kč", money);
        Assert.Contains("75 %", Plain(shown.QuerySelector("aside")!.TextContent));
        Assert.Contains("50 %", Plain(shown.QuerySelector(".v-stats")!.TextContent));
        Assert.Equal("v přípravě", Plain(shown.QuerySelector(".v-track [aria-current] b")!.TextContent));

        Assert.Contains("Lávka přes Ohři", (await site.Page("/programy/prkk-2021/4.2")).QuerySelector("section[aria-labelledby=projects]")!.TextContent);
        Assert.Contains("Lávka přes Ohři", (await site.Page("/programy/prkk-2021/12")).QuerySelector("section[aria-labelledby=projects]")!.TextContent);
        Assert.Contains("Lávka přes Ohři", (await site.Page("/subjekty/70891168")).Body!.TextContent);
        Assert.Contains("Lávka přes Ohři", (await site.Page("/projekty/tabule")).Body!.TextContent);
        Assert.Contains("Lávka přes Ohři", (await site.Page("/projekty/harmonogram")).Body!.TextContent);
        var home = await site.Page("/");
        Assert.Equal(["1", "1", "0", "0"], home.QuerySelectorAll("section[aria-labelledby=projects] .v-stat b").Select(b => Plain(b.TextContent.Trim())));
        Assert.Contains("Kč", home.QuerySelector("section[aria-labelledby=money]")!.TextContent, StringComparison.Ordinal);
        foreach (var words in (string[])["lavka+dasnice", "P-0001", "p-0001"])
        {
            Assert.Contains("Lávka přes Ohři", (await site.Page($"/hledani?q={words}")).Body!.TextContent);
        }

        var node = (await site.Page("/programy/prkk-2021/12.4")).QuerySelector("section[aria-labelledby=money]")!;
        Assert.Contains("2 000 000,12 Kč", Exactly(node));
        Assert.DoesNotContain(" 12.4 ", " " + (await site.Page("/projekty/bez-projektu")).QuerySelector("tbody")!.TextContent.Replace('\n', ' ') + " ");
        Assert.Contains("12.3", (await site.Page("/projekty/bez-projektu")).QuerySelector("tbody")!.TextContent);
        var area = (await site.Page("/penize")).QuerySelectorAll("section[aria-labelledby=areas-CZK] tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Split(' ')[0], Exactly);
        Assert.Contains("6 000 000,38 Kč", area["4"]);
        Assert.Contains("2 000 000,12 Kč", area["12"]);
        Assert.Contains("P-0001", await site.Client.GetStringAsync("/penize/zapisy.csv?node=12"));
        Assert.DoesNotContain("P-0001", await site.Client.GetStringAsync("/penize/zapisy.csv?node=1"));
    }

    [Theory, BothEngines]
    public async Task Projects_stand_on_the_map_where_they_are_and_the_circle_leads_to_them(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var place in (string[])["554961", "554961", "538434", ""])
        {
            await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["place"] = place });
        }

        // One that is nowhere but at a point is drawn, and so on the map.
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["place"] = "", ["latitude"] = "50,2", ["longitude"] = "12,8" });

        var map = await site.Page("/projekty/mapa");
        var rows = map.QuerySelectorAll("tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal(["2", "1"], rows.Select(r => r[^1..]));
        Assert.Equal(2, map.QuerySelectorAll("svg a[href*='place=']").Length);
        var elsewhere = map.QuerySelector("figcaption a[href*='place=none']")!;
        Assert.Contains("1 projekt na mapě není", Plain(elsewhere.TextContent));
        Assert.Equal(["P-0004"], await Codes(site, elsewhere.GetAttribute("href")!));
        Assert.Equal(2, (await site.Page(map.QuerySelector("svg a[href*='place=554961']")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length);
    }

    [Theory, BothEngines]
    public async Task A_project_with_one_day_is_in_that_year_and_those_without_any_are_listed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var (starts, ends) in new[] { ("2026", "2028"), ("2027", ""), ("", "2027"), ("", ""), ("2029", ""), ("", "") })
        {
            await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["starts"] = starts, ["ends"] = ends });
        }

        await strategist.Done("/prace/projekty/P-0006/stav", "stage", new() { ["stage"] = "Dropped", ["why"] = "obec odstoupila" });
        Assert.Equal(["P-0001", "P-0002", "P-0003"], await Codes(site, "/projekty?year=2027"));
        Assert.Equal(["P-0004", "P-0006"], await Codes(site, "/projekty?year=none"));

        // What the schedule leaves out is what its link shows, with the filters that there are.
        var schedule = await site.Page("/projekty/harmonogram?bearer=70891168");
        Assert.Equal(4, schedule.QuerySelectorAll("tbody tr").Length);
        var left = schedule.QuerySelector("a[href*='year=none']")!;
        Assert.Contains("Bez termínu je 1 projekt", Plain(left.TextContent));
        Assert.Contains("bearer=70891168", left.GetAttribute("href"));
        Assert.Equal(["P-0004"], await Codes(site, left.GetAttribute("href")!));
    }

    [Theory, BothEngines]
    public async Task Each_figure_of_the_home_page_opens_exactly_what_it_counts(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var stage in (string[])["Intent", "Funded", "UnderWay", "Finished", "InOperation", "Intent"])
        {
            await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["stage"] = stage });
        }

        await strategist.Done("/prace/projekty/P-0006/stav", "stage", new() { ["stage"] = "Dropped", ["why"] = "obec odstoupila" });
        var figures = (await site.Page("/")).QuerySelectorAll("section[aria-labelledby=projects] .v-stat").Select(f => (Plain(f.QuerySelector("b")!.TextContent.Trim()), f.QuerySelector("a")!.GetAttribute("href")!)).ToList();
        Assert.Equal(["5", "2", "1", "2"], figures.Select(f => f.Item1));
        List<List<string>> listed = [];
        foreach (var (_, href) in figures)
        {
            listed.Add(await Codes(site, href));
        }

        Assert.Equal(["P-0001 P-0002 P-0003 P-0004 P-0005", "P-0001 P-0002", "P-0003", "P-0004 P-0005"], listed.Select(l => string.Join(' ', l)));
    }

    /// <summary>The public page leads whoever works to the working page, which says as much; the working list leads to the same rows in other ways.</summary>
    [Theory, BothEngines]
    public async Task From_what_is_public_to_where_it_is_worked_on_and_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        var worked = await strategist.Page((await site.Page("/projekty/P-0001")).QuerySelector("aside a[href^='/prace/']")!.GetAttribute("href")!);
        Assert.Contains("75 %", Plain(worked.QuerySelector("main a[href='/programy/prkk-2021/4.2.1']")!.ParentElement!.TextContent));
        Assert.Equal(["hotovo", "rozpracováno", "není třeba", "nezačato"], worked.QuerySelectorAll("main .v-cols .v-facts dd").Take(4).Select(d => d.TextContent.Trim()));
        Assert.Equal(
            ["/prace/projekty?stage=intent", "/projekty/tabule?stage=intent", "/projekty/harmonogram?stage=intent", "/projekty/mapa?stage=intent"],
            (await strategist.Page("/prace/projekty?stage=intent&sort=-code")).QuerySelectorAll("main nav.gov-tabs a").Select(a => a.GetAttribute("href")!));
    }

    [Theory, BothEngines]
    public async Task A_change_of_stage_can_be_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Dropped", ["why"] = "omyl" });
        Assert.Contains("opuštěn", (await site.Page("/projekty/P-0001")).QuerySelector(".v-kicker")!.TextContent);
        var act = await site.Within.In(unit => unit.GetRequiredService<Core.Record.IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());
        var undone = await site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
            return await unit.GetRequiredService<Core.Undo.UndoAct>().Run(act, "nechtěl jsem", default);
        });
        Assert.True(undone.Ok);
        Assert.Contains("záměr", (await site.Page("/projekty/P-0001")).QuerySelector(".v-kicker")!.TextContent);
    }

    [Theory, BothEngines]
    public async Task A_project_entered_by_mistake_can_be_taken_back_until_somebody_goes_on_with_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        Assert.Empty((await Undone(site, SaveProject.Added)).Problems);
        using var gone = await site.Get("/projekty/P-0001");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/P-0001/casti/milniky", "part", new() { ["title-0"] = "Stavební povolení", ["day-0"] = "1. 2. 2027" });
        Assert.Equal("projects.undo-used", Assert.Single((await Undone(site, SaveProject.Added)).Problems).Code);
        await site.Page("/projekty/P-0001");
    }

    [Theory, BothEngines]
    public async Task The_day_since_when_a_project_stands_where_it_does_is_mended_with_a_reason(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Intent", ["day"] = "2025-03-01", ["why"] = "záměr schválila rada" });
        var page = await site.Page("/projekty/P-0001");
        Assert.Equal("záměr1. 3. 2025", Plain(page.QuerySelector(".v-track [aria-current]")!.TextContent.Trim()));
        Assert.Contains("záměr schválila rada", Plain(page.QuerySelector("section[aria-labelledby=stages]")!.TextContent));

        // Not to the day where it stands already, and not before it was where it came from.
        await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Preparation", ["day"] = "2026-02-01", ["why"] = "zadaná studie" });
        foreach (var (day, said) in new[] { ("2026-02-01", "od toho dne už je"), ("2025-02-28", "záměr byl od 1. 3. 2025") })
        {
            using var refused = await strategist.Send("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Preparation", ["day"] = day, ["why"] = "oprava" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, Plain(Worker.Said(await Worker.Read(refused))));
        }

        var machine = await strategist.Machine(site, ProjectRights.Edit);
        await machine.Done(HttpMethod.Post, "/projects/P-0001/stages", new { stage = "preparation", day = "2025-06-01", why = "oprava", version = 3 });
        Assert.Equal("v přípravě1. 6. 2025", Plain((await site.Page("/projekty/P-0001")).QuerySelector(".v-track [aria-current]")!.TextContent.Trim()));
        Assert.Empty((await Undone(site, Vridlo.Projects.Stages.ChangeStage.Act)).Problems);
        Assert.Equal("v přípravě1. 2. 2026", Plain((await site.Page("/projekty/P-0001")).QuerySelector(".v-track [aria-current]")!.TextContent.Trim()));
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        (string Field, string Value, string Said)[] wrong =
        [
            ("title", "", "Napište název"),
            ("bearerNumber", "70891169", "kontrolní číslicí"),
            ("link-0", "99.9", "99.9"),
            ("share-0", "80", "105"),
            ("share-0", "-1", "-1"),
            ("starts", "1. 1. 20226", "20226"),
            ("ends", "2025", "končí dřív"),
            ("latitude", "50,1", "šířku i délku"),
            ("place", "999999", "Vyberte obec"),
        ];
        foreach (var (field, value, said) in wrong)
        {
            using var answer = await strategist.Send("/prace/projekty/novy", "project", new(Lavka) { [field] = value });
            var page = await Worker.Read(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, Plain(Worker.Said(page)));
            Assert.Contains(said, Plain(page.GetElementById($"f-{field}-error")?.TextContent ?? "nothing at the field"));
            Assert.Equal(value, page.GetElementById("f-" + field) switch { IHtmlInputElement input => input.Value, _ => value });
            Assert.Equal("Cyklisté dnes jedou po silnici.", page.QuerySelector<IHtmlTextAreaElement>("#f-need")!.Value.Trim());
        }

        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<Core.Data.AppDb>().Set<Vridlo.Projects.Pool.Project>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task Numbers_of_contracts_and_events_are_of_one_project_only(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        var kept = await strategist.Done("/prace/projekty/P-0001/penize", "keys", new() { ["contracts"] = " kk  12/2026\n\nKK 12/2026", ["events"] = "4711\r\n0126" });
        Assert.Equal("KK 12/2026", kept.QuerySelector<IHtmlTextAreaElement>("#f-contracts")!.Value.Trim());
        Assert.Equal("0126\n4711", kept.QuerySelector<IHtmlTextAreaElement>("#f-events")!.Value.Trim());
        using var taken = await strategist.Send("/prace/projekty/P-0002/penize", "keys", new() { ["contracts"] = "", ["events"] = "126\n4711" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        var told = await Worker.Read(taken);
        Assert.Contains("4711 už má P-0001", Plain(told.GetElementById("f-events-error")!.TextContent));
        Assert.Equal("126\n4711", told.QuerySelector<IHtmlTextAreaElement>("#f-events")!.Value.Trim());
        using var wrong = await strategist.Send("/prace/projekty/P-0002/penize", "keys", new() { ["contracts"] = new string('x', 101) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var old = await strategist.Page("/prace/projekty/P-0001/penize");
        await strategist.Done("/prace/projekty/P-0001/penize", "keys", new() { ["contracts"] = "", ["events"] = "0126" });

        // A number that a colleague has taken away does not come back with what somebody else adds to an old page.
        using var late = await strategist.Send("/prace/projekty/P-0001/penize", old, "keys", new() { ["contracts"] = "KK 13/2026" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Nyní je uloženo: 0126", Plain((await Worker.Read(late)).QuerySelector("#f-events")!.Closest(".gov-form-control")!.TextContent));
        await strategist.Done("/prace/projekty/P-0002/penize", "keys", new() { ["events"] = "4711" });
    }

    /// <summary>An amendment gives a measure up; whoever mends the title of a project, in its form or in the spreadsheet, does not take its money from there.</summary>
    [Theory, BothEngines]
    public async Task What_the_programme_has_given_up_stays_until_somebody_says_otherwise(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var gone = await site.Within.In(async unit => (await unit.GetRequiredService<Core.Programme.OwnProgramme>().Tree(default)).Last(n => n.Kind is Core.Programme.NodeKind.Measure).Code);
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["link-0"] = gone, ["share-0"] = "40", ["link-1"] = "8.1", ["share-1"] = "60" });
        var before = await Shares();
        Assert.Equal([4000, 6000], before.Values.Order());
        Assert.True((await site.Within.Enter(Package.Later())).Ok);

        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Lávka s novým názvem" });
        Assert.Equal(before, await Shares());
        using var sheet = await strategist.Get("/prace/projekty/tabulka");
        var cells = Vridlo.Projects.Sheets.Workbook.Read(await sheet.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        cells[1][Array.IndexOf(cells[0], "Název projektu")] = "Lávka z tabulky";
        var preview = await Sheets.SheetStory.Sent(strategist, Book.Of(cells));
        await strategist.Done(Sheets.SheetStory.Address(preview), "accept");
        Assert.Contains("Lávka z tabulky", (await site.Page("/projekty/P-0001")).QuerySelector("h1")!.TextContent);
        Assert.Equal(before, await Shares());

        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["link-0"] = "8.1", ["share-0"] = "100", ["link-1"] = "", ["share-1"] = "" });
        Assert.Equal(10_000, Assert.Single(await Shares()).Value);

        Task<Dictionary<Core.Programme.NodeId, int>> Shares() =>
            site.Within.In(unit => unit.GetRequiredService<Core.Funds.IMoneyLedger>().Shares.ToDictionaryAsync(s => s.Node, s => s.Share));
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_edit_is_told_and_an_owner_edits_only_the_own_part(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        var before = await strategist.Page("/prace/projekty/P-0001/uprava");
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Lávka Dasnice" });
        using var late = await strategist.Send("/prace/projekty/P-0001/uprava", before, "project", new() { ["title"] = "Most Dasnice" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await Worker.Read(late);
        var title = both.QuerySelector<IHtmlInputElement>("#f-title")!;
        Assert.Equal("Most Dasnice", title.Value);
        Assert.Contains("Nyní je uloženo: Lávka Dasnice", title.Closest(".gov-form-control")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Single(both.QuerySelectorAll("#content .v-lines b"));
        Assert.Contains("Lávka Dasnice", (await site.Page("/projekty/P-0001")).QuerySelector("h1")!.TextContent);

        // Who has seen both chooses by sending again.
        using var chosen = await strategist.Send("/prace/projekty/P-0001/uprava", both, "project");
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Most Dasnice", (await site.Page("/projekty/P-0001")).QuerySelector("h1")!.TextContent);

        var (own, other) = await site.Within.In(async unit =>
        {
            var ledger = unit.GetRequiredService<Core.Programme.IProgrammeLedger>();
            var edition = (await ledger.InForce("prkk-2021", new(2026, 1, 1), default))!;
            var tree = await ledger.Tree(edition.Id, default);
            return (new Grant(Role.Owner, edition.ProgrammeId, tree.First(n => n.Code == "4").Id), new Grant(Role.Owner, edition.ProgrammeId, tree.First(n => n.Code == "1").Id));
        });
        using var owner = await site.SignedIn(own);
        await owner.Done("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Lávka přes Ohři" });
        using var stranger = await site.SignedIn(other);
        using var refused = await stranger.Send("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Cizí" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        using var never = await reader.Get("/prace/projekty/P-0001/uprava");
        Assert.Equal(HttpStatusCode.Forbidden, never.StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_project_is_entered_at_the_stage_and_since_the_day_where_it_stands(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["stage"] = "UnderWay", ["since"] = "3/2024" });
        var track = (await site.Page("/projekty/P-0001")).QuerySelector(".v-track [aria-current]")!;
        Assert.Equal("v realizaci1. 3. 2024", Plain(track.TextContent.Trim()));
    }

    /// <summary>Whoever changes only the name or only the number of a bearer means somebody else, and neither is met half by the other that was left standing.</summary>
    [Theory, BothEngines]
    public async Task A_bearer_of_whom_half_was_changed_is_who_that_half_says(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["bearerName"] = "Spolek přátel lávky" });
        Assert.Equal(("Spolek přátel lávky", (string?)null), await Bearer());

        // A number that was not known of it is filled in; one that is somebody's is theirs.
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["bearerNumber"] = "12345679" });
        Assert.Equal(("Spolek přátel lávky", "12345679"), await Bearer());
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["bearerNumber"] = "70891168" });
        Assert.Equal(("Karlovarský kraj", "70891168"), await Bearer());

        using var unknown = await strategist.Send("/prace/projekty/P-0001/uprava", "project", new() { ["bearerNumber"] = "87654326" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("napište jeho název; má-li ho dosavadní nositel, opravte ho v seznamu subjektů", Plain((await Worker.Read(unknown)).GetElementById("f-bearerName-error")!.TextContent));
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["bearerNumber"] = "87654326", ["bearerName"] = "Lávky, s. r. o." });
        Assert.Equal(("Lávky, s. r. o.", "87654326"), await Bearer());

        var machine = await strategist.Machine(site, ProjectRights.Edit);
        await machine.Done(HttpMethod.Put, "/projects/P-0001", new { title = "Lávka", version = 5, bearerNumber = "87654326", bearerName = "Spolek přátel lávky", links = new[] { new { code = "4.2.1" } } });
        Assert.Equal(("Spolek přátel lávky", "12345679"), await Bearer());

        async Task<(string?, string?)> Bearer()
        {
            var project = await new Machine(site, null).Read("/projects/P-0001");
            return (project.GetProperty("bearer").GetString(), project.TryGetProperty("bearerNumber", out var number) ? number.GetString() : null);
        }
    }

    /// <summary>What was done before instruments had bearers says nothing of these in the record.</summary>
    [Theory, BothEngines]
    public async Task A_change_taken_back_gives_the_instrument_the_bearer_of_the_project(Engine engine)
    {
        const string Name = "Spolek přátel lávky";
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", Lavka);
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["bearerNumber"] = "", ["bearerName"] = Name });
        await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.ExecuteSqlAsync(
            $"UPDATE instrument SET bearer = (SELECT id FROM organisation WHERE name = {Name}) WHERE code = 'P-0001'"));
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["bearerName"] = Name });
        Assert.Empty((await Undone(site, SaveProject.Changed)).Problems);
        var (own, listed) = await site.Within.In(async unit =>
        {
            var project = await unit.GetRequiredService<AppDb>().Set<Vridlo.Projects.Pool.Project>().AsNoTracking().SingleAsync(p => p.Number == 1);
            return (project.Bearer, (await unit.GetRequiredService<Core.Instruments.IInstruments>().All.SingleAsync(i => i.Id == project.Id)).Bearer);
        });
        Assert.Equal(own, listed);
    }

    /// <summary>A bearer without number is told from others of its name by bearing the project already.</summary>
    [Theory, BothEngines]
    public async Task Whoever_changes_something_else_keeps_the_bearer_whose_name_others_have_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        const string name = "Spolek přátel lávky";
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["bearerNumber"] = "", ["bearerName"] = name });
        await site.Within.In(async unit =>
        {
            Assert.True((await unit.GetRequiredService<Core.Organisations.IOrganisations>().Enter(new(name), default)).Ok);
            Assert.True(await unit.GetRequiredService<Core.Data.AppDb>().Commit(new(Core.Record.Actor.System, "test", "a test wants it"), default));
        });
        var before = await Bearer();
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Lávka Dasnice" });

        using var sheet = await strategist.Get("/prace/projekty/tabulka");
        var cells = Vridlo.Projects.Sheets.Workbook.Read(await sheet.Content.ReadAsByteArrayAsync()).Value![0].Rows.Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        Assert.Equal("1 beze změny", Sheets.SheetStory.Figures(await Sheets.SheetStory.Sent(strategist, Book.Of(cells)))[2]);
        cells[1][Array.IndexOf(cells[0], "Název projektu")] = "Lávka z tabulky";
        await strategist.Done(Sheets.SheetStory.Address(await Sheets.SheetStory.Sent(strategist, Book.Of(cells))), "accept");
        Assert.Contains("Lávka z tabulky", (await site.Page("/projekty/P-0001")).QuerySelector("h1")!.TextContent);
        Assert.Equal(before, await Bearer());
        Assert.Equal(2, await site.Within.In(unit => unit.GetRequiredService<Core.Organisations.IOrganisations>().All.CountAsync(o => o.Name == name)));

        Task<Core.Organisations.OrganisationId> Bearer() => site.Within.In(unit => unit.GetRequiredService<Core.Data.AppDb>().Set<Vridlo.Projects.Pool.Project>().Select(p => p.Bearer).SingleAsync());
    }

    /// <summary>Why a project is entered or loaded is for colleagues. Why it comes to another stage is for everybody, and its form says so.</summary>
    [Theory, BothEngines]
    public async Task What_is_noted_for_colleagues_is_in_the_record_and_not_public(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await NewFund(strategist, "kap-18", "10 mil. Kč");
        await strategist.Done("/prace/projekty/novy", "project", new(Lavka) { ["why"] = "slib hejtmana" });
        object?[][] rows = [["Název", "Nositel", "Stav", "Náklady 2027 (kap-18)"], [Lavka["title"], "Karlovarský kraj", "v přípravě", 700d]];
        await strategist.Done(Sheets.SheetStory.Address(await Sheets.SheetStory.Sent(strategist, Book.Of(rows))), "accept", new() { ["acceptWhy"] = "volala starostka" });
        var shown = await site.Page("/projekty/P-0001");
        Assert.Equal("v přípravě", Plain(shown.QuerySelector(".v-track [aria-current] b")!.TextContent));
        var entries = await site.Client.GetStringAsync("/projekty/P-0001/zapisy.csv");
        Assert.Contains("kap-18", entries);
        foreach (var seen in (string[])[shown.Body!.TextContent, entries, (await new Machine(site, null).Read("/projects/P-0001")).ToString()])
        {
            Assert.DoesNotContain("hejtmana", seen);
            Assert.DoesNotContain("starostka", seen);
        }

        var reasons = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQueryRaw<string>("SELECT why AS \"Value\" FROM record_act").ToListAsync());
        Assert.Contains("slib hejtmana", reasons);
        Assert.Contains("volala starostka", reasons);
        Assert.Contains("Zobrazí se veřejně", Plain((await strategist.Page("/prace/projekty/P-0001/stav")).QuerySelector("main")!.TextContent));
    }

    /// <summary>The codes of the projects in a list.</summary>
    private static async Task<List<string>> Codes(Site site, string address) =>
        [.. (await site.Page(address)).QuerySelectorAll("main tbody td:first-child").Select(c => c.TextContent.Trim()).Order(StringComparer.Ordinal)];

    /// <summary>Undoes the last act of a kind.</summary>
    private static Task<Base.Result<bool>> Undone(Site site, string kind) => site.Within.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
        var act = await unit.GetRequiredService<Core.Record.IRecord>().Acts.Where(a => a.Kind == kind).OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync();
        return await unit.GetRequiredService<Core.Undo.UndoAct>().Run(act, "omyl", default);
    });

    private static async Task<(HttpStatusCode, string)> Refused(Worker strategist, Dictionary<string, string> typed)
    {
        using var answer = await strategist.Send("/prace/projekty/novy", "project", typed);
        return (answer.StatusCode, Plain(Worker.Said(await Worker.Read(answer))) is var said && said.Contains("nemůže být v budoucnosti", StringComparison.Ordinal) ? "nemůže být v budoucnosti" : said);
    }

    internal static async Task NewFund(Worker strategist, string code, string limit)
    {
        await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = code, ["title"] = "Rozpočet kraje, kap. 18", ["payer"] = "Region", ["currency"] = "Czk" });
        await strategist.Done($"/prace/penize/{code}", "budget", new() { ["year"] = "2026", ["kind"] = "Approved", ["amount"] = limit, ["decision"] = "ZK 1/12/25" });
    }

    /// <summary>The sums of a part of a page to the last haléř, as they stand behind rounded ones.</summary>
    private static string Exactly(AngleSharp.Dom.IElement part) => Plain(string.Join("; ", part.QuerySelectorAll("[title]").Select(e => e.GetAttribute("title"))));

    /// <summary>Text with ordinary spaces only.</summary>
    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
