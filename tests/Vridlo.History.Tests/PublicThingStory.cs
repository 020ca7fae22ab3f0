using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.History.Tests;

/// <summary>Everybody reads what was changed in a public thing: when and how, never by whom, and nothing that was taken out of a text.</summary>
public sealed class PublicThingStory
{
    private const string Slip = "volejte paní Malou, 606 111 222";

    [Theory, BothEngines]
    public async Task The_page_of_a_thing_leads_to_all_that_was_changed_in_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        Dictionary<string, string> lavka = new() { ["title"] = "Lávka v Dasnicích", ["bearerNumber"] = "00573124", ["bearerName"] = "Obec Dasnice", ["description"] = Slip, ["starts"] = "3/2027" };
        await strategist.Done("/prace/projekty/novy", "project", lavka);
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["title"] = "Lávka přes Ohři", ["description"] = "Lávka pro pěší.", ["place"] = "554961", ["starts"] = "5/2028" });

        var changes = await Of(site, "/projekty/P-0001");
        Assert.Contains("Lávka přes Ohři", changes.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var rows = changes.QuerySelectorAll("tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Dasnicích", rows[0], StringComparison.Ordinal);
        Assert.Contains("přepsáno", rows[0], StringComparison.Ordinal);
        Assert.Contains("1. 5. 2028", rows[0], StringComparison.Ordinal);
        Assert.Contains("Karlovy Vary", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("606 111 222", Plain(changes.DocumentElement.OuterHtml), StringComparison.Ordinal);
        Assert.DoesNotContain("strategist-", changes.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var address = changes.QuerySelector("a[href$='.csv']")!.GetAttribute("href")!;
        var file = await site.Client.GetStringAsync(address);
        Assert.Contains("Lávka přes Ohři", file, StringComparison.Ordinal);
        Assert.DoesNotContain("606 111 222", file, StringComparison.Ordinal);
        Assert.Contains("reworded", Plain((await site.Page("/en" + Path(changes).Replace("/zmeny/", "/changes/", StringComparison.Ordinal))).Body!.TextContent), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Organisations_and_funds_have_theirs_and_what_is_not_public_has_none(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Město Kraslice", ["number"] = "259438" });
        await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = "kap-18", ["title"] = "Regionální rozvoj", ["payer"] = "Region", ["currency"] = "Czk" });
        await strategist.Done("/prace/penize/kap-18", "names", new() { ["title"] = "Rozvoj kraje" });
        Assert.Contains("Město Kraslice", (await Of(site, "/subjekty/00259438")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Of(site, "/penize/zdroje/kap-18")).QuerySelectorAll("tbody tr").Length);

        // What was entered by mistake is no public thing any more.
        var mistaken = await strategist.Done("/prace/penize/novy", "fund", new() { ["code"] = "sfdi", ["title"] = Slip, ["payer"] = "State", ["currency"] = "Czk" });
        var gone = (await site.Page("/penize/zdroje/sfdi")).QuerySelectorAll("main a").Single(a => a.TextContent == "Historie změn").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await site.Get(gone + ".csv")).StatusCode);
        await strategist.TurnBack(mistaken);

        var person = await site.Employ("jana@example.org", new Grant(Role.Reader));
        foreach (var hidden in (string[])[$"/zmeny/person/{person.Id.Value}", $"/zmeny/person/{person.Id.Value}.csv", $"/zmeny/organisation/{Guid.CreateVersion7()}", $"/zmeny/organisation/{Guid.CreateVersion7()}.csv", "/zmeny/organisation/nic", gone, gone + ".csv"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(hidden)).StatusCode);
        }
    }

    private static async Task<IHtmlDocument> Of(Site site, string page) =>
        await site.Page((await site.Page(page)).QuerySelectorAll("main a").Single(a => a.TextContent == "Historie změn").GetAttribute("href")!);

    private static string Path(IHtmlDocument page) => page.QuerySelector("a[href$='.csv']")!.GetAttribute("href")!.Replace(".csv", "", StringComparison.Ordinal);

    private static string Plain(string text) => string.Join(' ', text.Split((char[])[' ', '\u00a0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
