using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A new plan takes the place of an old one, and somebody says where the instruments of the old one go.</summary>
public sealed class ReplacingJourney(Browser browser)
{
    private const string Strategist = "jana@example.org";

    [Fact]
    public async Task Each_node_of_the_old_plan_gets_its_heirs()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ(Strategist, new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, Strategist, scripts: true);
        await jana.Imports(ImportJourney.Document);
        await jana.Follow("Nahrazení plánu");
        await jana.Sees("Koncept nenahrazuje jiný plán");
        await jana.Look("heirs-none");
        await jana.ChooseLike("Nahrazuje program", "Program rozvoje Karlovarského kraje");
        await jana.Press("Navrhnout nástupce");
        await jana.IsTold("Návrh nástupců nahrazeného plánu");
        await jana.Look("heirs");
        await EveryLook.FindsNothing(browser, site, Strategist, [new Uri(jana.Page.Url).AbsolutePath]);

        var open = jana.Main.Locator(".v-heir[data-open]");
        var left = await open.CountAsync();
        var one = open.First;
        var code = await one.Locator("h2 .v-code").InnerTextAsync();
        await one.Locator("summary").ClickAsync();
        await one.GetByLabel("Nástupci").FillAsync("nic 100");
        await one.GetByRole(AriaRole.Button, new() { Name = "Potvrdit" }).ClickAsync();
        await jana.Sees("Koncept nemá uzel s kódem");
        await jana.Look("heirs-refused");
        var refused = jana.Main.Locator(".v-heir").Filter(new() { Has = jana.Page.Locator($"h2 .v-code:text-is('{code}')") });
        await refused.GetByLabel("Nástupci").FillAsync("");
        await refused.GetByRole(AriaRole.Button, new() { Name = "Potvrdit" }).ClickAsync();
        await jana.IsTold("Určení nástupců nahrazeného plánu");
        await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        jana.NothingWrong();
    }
}
