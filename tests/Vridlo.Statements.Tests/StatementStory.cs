using System.Net;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests;

/// <summary>A statement from the form of a citizen to its withdrawal, as an officer works on it and the public sees it.</summary>
public sealed class StatementStory
{
    [Theory, BothEngines]
    public async Task From_asking_to_withdrawal(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));

        var (received, receipt) = await site.Ask();
        Assert.Contains("S-0001", received.QuerySelector("h1")!.TextContent);
        Assert.Contains("23. 12. 2026", Asked.Plain(received.QuerySelector("dl")!.TextContent));
        Assert.Contains("Žádost S-0001", Asked.Plain(received.QuerySelector("h1")!.TextContent));
        var confirmed = Assert.Single(await site.Letters());
        Assert.Contains("S-0001", confirmed);
        Assert.Contains("23. 12. 2026", Asked.Plain(confirmed));
        Assert.Contains(receipt, confirmed);

        Assert.Contains("Posoudit žádost", Asked.Plain((await officer.Page("/prace")).QuerySelector("main")!.TextContent));
        var listed = Asked.Plain((await officer.Page("/prace/vyjadreni")).QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("přijata", listed);
        Assert.Contains("30", listed);

        var suggested = (await officer.Page("/prace/vyjadreni/S-0001/rozhodnuti")).QuerySelectorAll("tbody tr").Select(r => Asked.Plain(r.TextContent)).ToList();
        Assert.Contains(suggested, r => r.Contains("4.2.", StringComparison.Ordinal) && r.Contains("cyklo", StringComparison.Ordinal));
        Assert.Contains(suggested, r => r.Contains("4.2 ", StringComparison.Ordinal) && r.Contains("uvedl žadatel", StringComparison.Ordinal));
        var decided = await officer.Decide("S-0001", new() { ["more"] = "12.4", ["validUntil"] = "31. 12. 2028" });
        Assert.Contains("v souladu s výhradou", Asked.Plain(decided.QuerySelector("section[aria-labelledby=decision]")!.TextContent));
        Assert.Contains("4.2.1, 12.4", decided.Body!.TextContent);
        await NothingIsPublic(site, receipt);

        var issued = await officer.Issue("S-0001");
        Assert.Contains("PRKK/2026/0001", issued.QuerySelector("section[aria-labelledby=decision]")!.TextContent);
        await Everywhere(site);
        Assert.Contains("PRKK/2026/0001", (await site.Letters())[1]);
        Assert.Contains("PRKK/2026/0001", (await site.Page(receipt)).QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("S-0001", (await officer.Page("/prace")).QuerySelector("main")!.TextContent);
        await SaysAll(await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx"));

        var before = await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx");
        await officer.Done("/prace/vyjadreni/S-0001", "withdraw", new() { ["withdrawWhy"] = "Projekt se podstatně změnil." });
        var withdrawn = await site.Page("/vyjadreni/2026-0001");
        Assert.Contains("Projekt se podstatně změnil.", withdrawn.QuerySelector(".gov-message")!.TextContent);
        Assert.Contains("2026-11-23", await site.Client.GetStringAsync("/vyjadreni.csv?state=withdrawn"));
        Assert.DoesNotContain("PRKK/2026/0001", await site.Client.GetStringAsync("/vyjadreni.csv?state=valid"));
        Assert.Equal(before, await site.Client.GetByteArrayAsync("/vyjadreni/2026-0001/dopis.docx"));
        Assert.Contains("Projekt se podstatně změnil.", (await site.Letters())[2]);
        await NoContact(site, receipt);
    }

    private static async Task NothingIsPublic(Site site, string receipt)
    {
        Assert.DoesNotContain("Lávka", (await site.Page("/vyjadreni")).QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("Lávka pro cyklisty", Asked.Plain((await site.Page("/hledani?q=lavka+cyklisty")).QuerySelector("main")!.TextContent));
        Assert.DoesNotContain("Dasnice", await site.Client.GetStringAsync("/subjekty.csv"));
        Assert.DoesNotContain("žádosti o vyjádření", Asked.Plain(await site.Client.GetStringAsync("/zmeny.atom")));
        Assert.DoesNotContain("v souladu s výhradou", Asked.Plain((await site.Page(receipt)).QuerySelector("main")!.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/vyjadreni/2026-0001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/vyjadreni/2026-0001/dopis.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/vyjadreni/S-0001")).StatusCode);
    }

    private static async Task Everywhere(Site site)
    {
        const string Title = "Lávka pro cyklisty přes Ohři u Dasnic";
        Assert.Contains(Title, (await site.Page("/vyjadreni?q=PRKK/2026/0001")).QuerySelector("tbody")!.TextContent);
        Assert.Contains(Title, (await site.Page("/vyjadreni?node=4&outcome=partly&year=2026")).QuerySelector("tbody")!.TextContent);
        Assert.Null((await site.Page("/vyjadreni?node=1")).QuerySelector("tbody"));
        foreach (var page in (string[])["/programy/prkk-2021/4", "/programy/prkk-2021/4.2", "/programy/prkk-2021/4.2.1", "/programy/prkk-2021/12.4", "/subjekty/00573124", "/obce/560332"])
        {
            Assert.Contains(Title, (await site.Page(page)).QuerySelector("section[aria-labelledby=statements]")?.TextContent ?? page + " has none");
        }

        Assert.Null((await site.Page("/programy/prkk-2021/1.1")).QuerySelector("section[aria-labelledby=statements]"));
        Assert.Contains(Title, Asked.Plain((await site.Page("/hledani?q=lavka+cyklisty")).QuerySelector("main")!.TextContent));
        Assert.Contains("/vyjadreni/2026-0001", await site.Client.GetStringAsync("/sitemap.xml"));
        var page1 = await site.Page("/en/statements/2026-0001");
        Assert.Contains("in accord with reservation", page1.QuerySelector(".v-kicker")!.TextContent);
        Assert.Contains("no promise of money", page1.QuerySelector("main")!.TextContent);
        Assert.Contains("4.2.1", page1.QuerySelector("section[aria-labelledby=nodes]")!.TextContent);
    }

    private static Task SaysAll(byte[] letter)
    {
        var lines = Asked.Lines(letter);
        foreach (var said in (string[])
        [
            "PRKK/2026/0001", "23. 11. 2026", "S-0001", "Obec Dasnice", "00573124", "Lávka pro cyklisty přes Ohři u Dasnic", "Dasnice", "Ing. Petr Havel", "vedoucí odboru regionálního rozvoje",
            "Projekt je v souladu s programem s výhradou uvedenou v odůvodnění.", "Lávka doplňuje páteřní síť.|Výhrada: chybí souhlas správce toku.", "Vyjádření platí do 31. 12. 2028.",
        ])
        {
            Assert.Contains(said, lines);
        }

        Assert.Contains(lines, l => l.Contains("není příslibem finanční", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("4.2.1 ", StringComparison.Ordinal) && l.Length > 10);
        Assert.Contains(lines, l => l.StartsWith("12.4 ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("{{", StringComparison.Ordinal) || l.Contains(Asked.Person, StringComparison.Ordinal) || l.Contains(Asked.Mail, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    /// <summary>Who can be asked stands on no public page, in no file, in no feed and in no answer of the open interface.</summary>
    private static async Task NoContact(Site site, string receipt)
    {
        foreach (var address in (string[])["/vyjadreni", "/vyjadreni/2026-0001", receipt, "/subjekty/00573124", "/vyjadreni.json", "/api/v1/statements", "/zmeny.atom", "/hledani?q=novotna", "/programy/prkk-2021/4.2.1"])
        {
            var said = WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
            Assert.DoesNotContain(Asked.Person, said);
            Assert.DoesNotContain(Asked.Mail, said);
            Assert.DoesNotContain(Asked.Phone, said);
        }
    }
}
