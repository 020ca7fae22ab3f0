using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Funds.Tests.Limits;

/// <summary>A citizen who has read of a subsidy finds the fund by its code, its name or the programme it is of.</summary>
public sealed class FoundStory
{
    [Theory, BothEngines]
    public async Task A_fund_is_found_by_what_it_is_called(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        Assert.Empty(await Found(site, "opst-1"));
        await worker.Done("/prace/penize/novy", "fund", new()
        {
            ["code"] = "opst-1", ["title"] = "Uhelné regiony", ["titleEn"] = "Coal regions", ["payer"] = "Eu", ["currency"] = "Eur", ["programme"] = "OP Spravedlivá transformace, priorita 1",
        });
        foreach (var words in (string[])["opst-1", "uhelny+region", "spravedliva+transformace+priorita"])
        {
            Assert.Equal(["/penize/zdroje/opst-1"], await Found(site, words));
        }

        var english = await site.Page("/en/search?q=coal");
        Assert.Contains(english.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/en/money/funds/opst-1" && a.TextContent.Contains("Coal regions", StringComparison.Ordinal));
        await worker.Done("/prace/penize/opst-1", "names", new() { ["title"] = "Proměna regionů", ["programme"] = "" });
        Assert.Empty(await Found(site, "spravedliva+transformace+priorita"));
        Assert.Equal(["/penize/zdroje/opst-1"], await Found(site, "promena+regionu"));
    }

    private static async Task<IEnumerable<string>> Found(Site site, string words) =>
        (await site.Page($"/hledani?q={words}")).QuerySelectorAll("main a[href^='/penize/zdroje/']").Select(a => a.GetAttribute("href")!).Distinct();
}
