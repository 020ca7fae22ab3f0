using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>Every number of money leads to entries that sum to it, also when the money has been moved to other nodes since.</summary>
public sealed class MoneyLinksStory
{
    private static readonly Dictionary<string, string> Bridge = new()
    {
        ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj",
        ["link-0"] = "4.2.1", ["share-0"] = "75", ["link-1"] = "12.4", ["share-1"] = "25",
    };

    [Theory, BothEngines]
    public async Task A_number_leads_to_entries_that_sum_to_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await ProjectStory.NewFund(strategist, "kap-18", "10 mil. Kč");
        await strategist.Done("/prace/projekty/novy", "project", Bridge);
        await strategist.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "8 000 000,50 Kč" });
        foreach (var (kind, sum) in new[] { ("Committed", "7 mil."), ("Paid", "2 500 000"), ("Recovered", "500 000") })
        {
            await strategist.Done("/prace/projekty/P-0001/penize", "sum", new() { ["kind"] = kind, ["fund"] = "kap-18", ["year"] = "2026", ["amount"] = sum });
        }

        Assert.Equal(9 + 9 + 6, await Followed(site, ["/penize", "/penize?by=measure", "/penize?by=fund"], ".v-table.v-stack td a"));
        Assert.Equal(11 + 4, await Followed(site, ["/projekty/P-0001"], "section[aria-labelledby=money] .v-table td a", "/penize/zdroje/kap-18", "section[aria-labelledby=years] td a"));

        // The money moves to another area; the old one keeps nothing, and the entries say so.
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new(Bridge) { ["link-0"] = "1.1", ["share-0"] = "40", ["share-1"] = "60" });
        Assert.Equal(9 + 9 + 6, await Followed(site, ["/penize", "/penize?by=measure", "/penize?by=fund"], ".v-table.v-stack td a"));
        var moved = (await site.Page("/penize/zapisy?node=1.1&sum=planned")).QuerySelectorAll("tbody tr");
        Assert.Equal("3 200 000,20 Kč", Plain(Assert.Single(moved).QuerySelector(".v-num")!.TextContent.Trim()));
        var left = (await site.Page("/penize/zapisy?node=4&sum=planned")).QuerySelectorAll("tbody tr .v-num").Select(c => Plain(c.TextContent.Trim())).Order(StringComparer.Ordinal);
        Assert.Equal(["6 000 000,38 Kč", "−6 000 000,38 Kč"], left);
    }

    private static Task<int> Followed(Site site, string[] pages, string links) => Followed(site, [.. pages.Select(p => (p, links))]);

    private static Task<int> Followed(Site site, string[] pages, string links, string more, string moreLinks) => Followed(site, [.. pages.Select(p => (p, links)), (more, moreLinks)]);

    /// <summary>Opens each number and compares it with what its entries sum to.</summary>
    private static async Task<int> Followed(Site site, IReadOnlyList<(string Page, string Links)> pages)
    {
        var followed = 0;
        foreach (var (page, links) in pages)
        {
            foreach (var link in (await site.Page(page)).QuerySelectorAll(links).Cast<IHtmlAnchorElement>().Where(a => a.GetAttribute("href")!.Contains("sum=", StringComparison.Ordinal)).ToList())
            {
                var entries = await site.Page(link.GetAttribute("href")!);
                var said = Plain(link.GetAttribute("title") ?? link.TextContent.Trim());
                Assert.Equal((page, link.GetAttribute("href"), said), (page, link.GetAttribute("href"), Plain(entries.QuerySelector(".v-stats .v-stat b")!.TextContent.Trim())));
                followed++;
            }
        }

        return followed;
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
