using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Entering;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests;

/// <summary>Accounting through its pages, from a source to an agreement down to nothing, as a strategist keeps it and a citizen sees it.</summary>
public sealed class AccountingStory
{
    private const string First =
        "ROZ;2212;6121;10;4711;12000000.00;;;;\nROZ;6172;5169;20;;850000.00;;;;\nROZ;;4216;10;4711;9000000.00;;;;\nROZ;;8115;;;3000000.00;;;;\n"
        + "KDF;2212;6121;10;4711;1815000.00;2026-03-12;99999994;Stavby mostů, a. s.;Lávka přes Ohři\n"
        + "KDF;3639;5169;10;126;24200.00;2026-03-20;99999994;Stavby mostů, a. s.;Dozor\n"
        + "POK;6172;5169;20;;520.50;2026-01-08;;Jana Nováková;Cestovné paní Novákové\n"
        + ";;4216;10;4711;3500000.00;2026-05-04;;;\n;;8115;;;1000000.00;;;;\n";

    [Theory, BothEngines]
    public async Task From_a_source_to_an_agreement_down_to_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);

        var preview = await Upload(strategist, First);
        Assert.Equal(["5", "0", "0", "0"], preview.QuerySelectorAll(".v-tally b").Select(b => b.TextContent));
        var open = Plain(preview.QuerySelector("section[aria-labelledby=open]")!.TextContent);
        Assert.Contains("126", open);
        Assert.Contains("24 200 Kč", open);
        Assert.Contains("P-0001", preview.QuerySelector("section[aria-labelledby=matched]")!.TextContent);
        Assert.Contains("Zatím tu nejsou žádné účetní údaje", (await site.Page("/penize/ucetnictvi")).Body!.TextContent);
        await Accept(strategist, preview);

        var ledger = await site.Client.GetStringAsync("/penize/zapisy.csv");
        Assert.Contains("1815000", ledger);
        Assert.Contains("KDF", ledger);
        Assert.DoesNotContain("Nov", ledger);
        var differs = await strategist.Page("/prace/ucetnictvi/kraj/shoda");
        Assert.Contains("Rozdíl je 24 720,50 Kč", Plain(differs.QuerySelector(".v-lead")!.TextContent));

        // The row of event 126 is assigned, what was entered by hand is reversed, the cash document belongs to no project: both sides agree.
        await strategist.Done("/prace/projekty/P-0001/penize", "sum", new() { ["kind"] = "Paid", ["fund"] = "kap-18", ["year"] = "2026", ["amount"] = "1000", ["document"] = "omyl" });
        await Assign(strategist, "126", "event");
        var byHand = await strategist.Page("/prace/ucetnictvi/kraj/shoda");
        Assert.Contains("zapsáno ručně", byHand.QuerySelector("tbody")!.TextContent);
        await strategist.Done(byHand.QuerySelector("a[href$=storno]")!.GetAttribute("href")!, "reverse", new() { ["why"] = "není v účetnictví" });
        await Assign(strategist, "", "event", where: "outside", state: "mimo projekty");
        var decided = await strategist.Page("/prace/ucetnictvi/kraj/shoda");
        Assert.Contains("souhlasí: 1 839 200 Kč", Plain(decided.QuerySelector(".v-lead")!.TextContent));
        Assert.Contains("mimo projekty (rozhodnuto) 520,50 Kč (1 řádek)", Plain(decided.QuerySelector("main")!.TextContent));
        Assert.Contains("bez akce → k žádnému projektu (patří k lávce)", Plain((await strategist.Page("/prace/ucetnictvi/kraj")).QuerySelector("#f-assignment")!.TextContent));

        // What is said of one row goes before what is said of all without event.
        await Assign(strategist, "", "row", found: "outside");
        var agrees = await strategist.Page("/prace/ucetnictvi/kraj/shoda");
        Assert.Contains("souhlasí: 1 839 720,50 Kč", Plain(agrees.QuerySelector(".v-lead")!.TextContent));
        Assert.DoesNotContain("nesouhlasí", agrees.QuerySelector("tbody")!.TextContent);
        Assert.Contains("1 839 720,50 Kč", Plain((await site.Page("/projekty/P-0001")).QuerySelectorAll("section[aria-labelledby=money] tfoot").Last().TextContent));
        await Public(site);

        // What was paid under a number stays with whoever the organisation has become one with.
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Stavby mostů, a. s.", ["number"] = "99999994" });
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Mosty a silnice, a. s.", ["number"] = "00259438" });
        await strategist.Done("/prace/subjekty/99999994", "merge", new() { ["other"] = "00259438", ["why"] = "nástupce" });
        Assert.Contains("1 839 200 Kč", Plain((await site.Page("/subjekty/00259438")).QuerySelector("section[aria-labelledby=paid]")!.TextContent));
    }

    /// <summary>What a citizen sees: income apart from financing, approved apart from adjusted, nobody named who has no company number.</summary>
    private static async Task Public(Site site)
    {
        var page = await site.Page("/penize/ucetnictvi");
        var figures = Plain(page.QuerySelector(".v-stats")!.TextContent);
        Assert.Contains("3 500 000 Kč", figures);
        Assert.Contains("1 839 720,50 Kč", figures);
        Assert.Contains("1 660 279,50 Kč", figures);
        Assert.Contains("22 Doprava", Plain(page.QuerySelector("section[aria-labelledby=spending] tbody")!.TextContent));
        Assert.DoesNotContain("1 000 000 Kč", Plain(page.QuerySelector("section[aria-labelledby=income]")!.TextContent));
        Assert.Contains("1 000 000 Kč", Plain(page.QuerySelector("section[aria-labelledby=financing]")!.TextContent));
        Assert.Contains("30. 6. 2026", Plain(page.QuerySelector("section[aria-labelledby=age]")!.TextContent));
        Assert.Contains("pokladní doklad", page.QuerySelector("section[aria-labelledby=sorts]")!.TextContent);
        Assert.Contains("Stavby mostů", page.QuerySelector("section[aria-labelledby=suppliers]")!.TextContent);
        foreach (var address in (string[])["/penize/ucetnictvi", "/penize/ucetnictvi/doklady", "/penize/ucetnictvi/doklady.csv", "/penize/ucetnictvi/doklady.json", "/penize/ucetnictvi/dodavatele.csv", "/api/v1/accounting/documents", "/en/money/accounting/vouchers"])
        {
            Assert.DoesNotContain("Novák", await site.Client.GetStringAsync(address), StringComparison.Ordinal);
        }

        Assert.Contains("fyzická osoba", (await site.Page("/penize/ucetnictvi/doklady?documentSort=cash")).QuerySelector("tbody")!.TextContent);
        Assert.Contains("99999994;2;1;1839200".Replace(';', ','), (await site.Client.GetStringAsync("/penize/ucetnictvi/dodavatele.csv")).Replace("\"Stavby mostů, a. s.\",", "", StringComparison.Ordinal));
        var life = await site.Page("/penize/ucetnictvi/akce?source=kraj&event=4711");
        Assert.Contains("12 000 000 Kč", Plain(life.QuerySelector("section[aria-labelledby=spending] tbody")!.TextContent));
        Assert.Contains("Lávka přes Ohři", life.QuerySelector(".v-lead")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/penize/ucetnictvi/akce?source=kraj&event=9")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_file_with_errors_is_told_line_by_line_and_cannot_be_accepted(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);
        var preview = await Upload(strategist, "KDF;2212;6121;10;4711;1.815.000;2026-13-12;99999994;a;b\nKDF;2212\n");
        var rows = preview.QuerySelectorAll("section[aria-labelledby=problems] tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("amount", rows[0]);
        Assert.Contains("2026-13-12", rows[1]);
        Assert.Empty(preview.QuerySelectorAll("input[name=_handler][value=accept]"));
        Assert.Contains("poslední soubor nešel přečíst", (await strategist.Page("/prace/ucetnictvi")).QuerySelector("tbody")!.TextContent);
        Assert.Contains("poslední načtení (23. 11. 2026) se nezdařilo", Plain((await site.Page("/penize/ucetnictvi")).QuerySelector("section[aria-labelledby=age]")!.TextContent));

        foreach (var (content, said) in ((byte[], string)[])[([], "Vyberte soubor"), (Encoding.UTF8.GetBytes("PK\u0003\u0004"), "není textový soubor"), ([0xFF, 0xFE, 0x41], "není v kódování UTF-8")])
        {
            using var answer = await strategist.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "x.csv", content);
            var page = answer.Headers.Location is { } led ? await strategist.Page(led.IsAbsoluteUri ? led.PathAndQuery : led.ToString()) : await Worker.Read(answer);
            Assert.Contains(said, Plain(page.QuerySelector("main")!.TextContent));
        }

        using var large = await strategist.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "x.csv", new byte[(20 * 1024 * 1024) + 1]);
        Assert.Contains("nejvýš 20 MB", Plain(Worker.Said(await Worker.Read(large))));
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Documents.DocumentRow>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task Only_who_keeps_accounting_sees_it_and_the_second_of_two_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);
        var preview = await Upload(strategist, First);
        using var reader = await site.SignedIn(new Grant(Role.Reader), new Grant(Role.Owner));
        foreach (var path in (string[])["", "/novy", "/kraj", "/kraj/uprava", "/kraj/soubor", "/kraj/shoda", "/kraj/doklady", "/kraj/doklady.csv"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/prace/ucetnictvi" + path)).StatusCode);
        }

        var before = await strategist.Page("/prace/ucetnictvi/kraj/uprava");
        await strategist.Done("/prace/ucetnictvi/kraj/uprava", "source", new() { ["name"] = "Účetnictví Karlovarského kraje" });
        using var late = await strategist.Send("/prace/ucetnictvi/kraj/uprava", before, "source", new() { ["name"] = "Jiné" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Jiné", (await Worker.Read(late)).QuerySelector<IHtmlInputElement>("#f-name")!.Value);

        // What was seen before the settings changed cannot be accepted.
        using var old = await strategist.Send(Path(preview), preview, "accept", []);
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        Assert.Contains("mezitím změnil", Worker.Said(await Worker.Read(old)));
        await Accept(strategist, preview);
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_with_a_source_is_said_at_its_field(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);
        Dictionary<string, string> good = new() { ["code"] = "obec", ["name"] = "Obec", ["organisation"] = "70891168" };
        foreach (var (field, value, said) in ((string, string, string)[])
        [
            ("code", "Kraj 1", "malých písmen"), ("code", "kraj", "už existuje"), ("name", " ", "Napište název"), ("organisation", "00000019", "v registru není"), ("everyDays", "0", "od 1 do 400"),
            ("recoveredItems", "5169", "začínají 1 až 4"), ("fund-0", "nic", "Vyberte zdroj peněz"), ("value-0", new string('9', 41), "účelový znak"),
        ])
        {
            using var answer = await strategist.Send("/prace/ucetnictvi/novy", "source", new(good) { [field] = value });
            Assert.Equal(field == "code" && value == "kraj" ? HttpStatusCode.Conflict : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, Plain((await Worker.Read(answer)).GetElementById($"f-{field}-error")?.TextContent ?? $"nothing at {field}"));
        }

        using var own = await strategist.Send("/prace/ucetnictvi/novy", "source", new(good) { ["form"] = "Own", ["column-paragraph"] = "Par", ["column-item"] = "par", ["approvedTypes"] = "RS", ["adjustedTypes"] = "rs" });
        var page = await Worker.Read(own);
        Assert.Equal(4, page.QuerySelectorAll("#errors li").Length);
        Assert.Contains("Má dáti", page.GetElementById("f-column-amount-error")!.TextContent);
    }

    [Theory, BothEngines]
    public async Task A_source_that_falls_silent_says_so_to_those_who_keep_it_and_to_the_public(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);
        Assert.Contains("včas nepřišly nové údaje", (await strategist.Page("/prace")).QuerySelector("main")!.TextContent);
        Assert.Contains("zatím nedošly žádné údaje", Plain((await site.Page("/penize/ucetnictvi")).QuerySelector("section[aria-labelledby=age]")!.TextContent));
        await Accept(strategist, await Upload(strategist, First));
        Assert.DoesNotContain("včas nepřišly", (await strategist.Page("/prace")).QuerySelector("main")!.TextContent);
        Assert.Contains("v pořádku", Plain((await site.Page("/penize/ucetnictvi")).QuerySelector("section[aria-labelledby=age]")!.TextContent));
        site.Clock.Now += NodaTime.Duration.FromDays(32);
        var late = Plain((await site.Page("/penize/ucetnictvi")).QuerySelector("section[aria-labelledby=age]")!.TextContent);
        Assert.Contains("poslední údaje došly 23. 11. 2026; další se čekaly do 24. 12. 2026", late);
        Assert.DoesNotContain("se nezdařilo", late);
        var duty = Assert.Single(await Duties(site, Role.Strategist));
        Assert.Equal(("accounting.duty.silent", "/prace/ucetnictvi/kraj", new NodaTime.LocalDate(2026, 12, 24)), (duty.TextKey, duty.Path, duty.Due));
        Assert.Empty(await Duties(site, Role.Reader));
    }

    /// <summary>Both were entered a moment ago, and by now accounting counts on them.</summary>
    [Theory, BothEngines]
    public async Task A_fund_by_which_a_source_pays_and_a_project_that_an_event_is_assigned_to_are_not_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Office(strategist);
        var fund = await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = "sfdi", ["title"] = "Fond dopravy", ["payer"] = "Region", ["currency"] = "Czk" });
        await strategist.Done("/prace/ucetnictvi/kraj/uprava", "source", new() { ["defaultFund"] = "sfdi" });
        await Stays(fund, "zdroj účetnictví");
        await strategist.Done("/prace/ucetnictvi/kraj/uprava", "source", new() { ["defaultFund"] = "kap-18", ["kind-0"] = "Unit", ["value-0"] = "10", ["fund-0"] = "sfdi" });
        await Stays(fund, "zdroj účetnictví");

        var project = await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = "Most", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.2.1" });
        var assigned = await site.Within.Ask(unit => unit.GetRequiredService<AssignRows>().Assign("kraj", new(null, "126", "P-0002", false, "most"), default));
        await Stays(project, "účetní doklady");
        Assert.True((await site.Within.Ask(unit => unit.GetRequiredService<AssignRows>().Unassign(assigned.Value, "omyl", default))).Ok);
        await strategist.TurnBack(project);
        using var gone = await site.Get("/projekty/P-0002");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        async Task Stays(IHtmlDocument page, string said) =>
            Assert.Contains(said, Plain((await Assert.ThrowsAsync<InvalidOperationException>(() => strategist.TurnBack(page))).Message));
    }

    private static Task<IReadOnlyList<Core.Duties.Duty>> Duties(Site site, Role role) => site.Within.In(unit =>
    {
        var asker = unit.GetRequiredService<Asker>();
        asker.Become(new(default, "", "", Base.Language.Cs, null), [new Grant(role)]);
        return Sources.SourceDuties.Find(unit, asker, default);
    });

    /// <summary>A fund, a project known by its event, and a source.</summary>
    internal static async Task Office(Worker strategist)
    {
        await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = "kap-18", ["title"] = "Rozpočet kraje, kap. 18", ["payer"] = "Region", ["currency"] = "Czk" });
        await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.2.1" });
        await strategist.Done("/prace/projekty/P-0001/penize", "keys", new() { ["events"] = " 4711 " });
        await strategist.Done("/prace/ucetnictvi/novy", "source", new() { ["code"] = "kraj", ["name"] = "Účetnictví kraje", ["organisation"] = "70891168", ["defaultFund"] = "kap-18" });
    }

    private static async Task<IHtmlDocument> Upload(Worker strategist, string lines)
    {
        using var sent = await strategist.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "ucto.csv", Encoding.UTF8.GetBytes(Books.Head + lines), new() { ["year"] = "2026", ["asOf"] = "2026-06-30" });
        var led = sent.Headers.Location ?? throw new InvalidOperationException(Worker.Said(await Worker.Read(sent)));
        var address = led.IsAbsoluteUri ? led.PathAndQuery : led.ToString();
        var page = await strategist.Page(address);
        page.DocumentElement.SetAttribute("data-address", address);
        return page;
    }

    private static string Path(IHtmlDocument preview) => preview.DocumentElement.GetAttribute("data-address")!;

    private static Task<IHtmlDocument> Accept(Worker strategist, IHtmlDocument preview) => strategist.Done(Path(preview), "accept");

    /// <summary>Assigns the first row in this state that has this event, or its whole event, and it stands so then.</summary>
    private static async Task Assign(Worker strategist, string ofEvent, string what, string where = "project", string found = "unmatched", string state = "zapsáno")
    {
        var list = await strategist.Page($"/prace/ucetnictvi/kraj/doklady?state={found}" + (ofEvent.Length > 0 ? $"&event={ofEvent}" : ""));
        var row = list.QuerySelector("tbody a[href*='/doklady/']")!.GetAttribute("href")!;
        var page = await strategist.Done(row, "assign", new() { ["where"] = where, ["instrument"] = where == "project" ? "P-0001" : "", ["what"] = what, ["why"] = "patří k lávce" });
        Assert.Contains(state, page.QuerySelector(".v-ws__top .gov-tag")!.TextContent);
    }

    /// <summary>Text with ordinary spaces only.</summary>
    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
