using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>An edition is approved while an amendment is still written: the draft takes it over, and somebody decides what both changed.</summary>
public sealed class MergingJourney(Browser browser)
{
    private const string Strategist = "jana@example.org";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_both_changed_is_shown_side_by_side_and_decided(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ(Strategist, new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, Strategist, scripts);
        await jana.OpensDraft("Změna č. 2", "zmena-2");
        await jana.GoesToNode("8", "8.1");
        await jana.Type("česky", "Znění konceptu", "Název");
        await jana.Press("Uložit");
        await jana.IsTold("Úprava textů uzlu");
        await using (var commands = site.Commands())
        {
            Assert.True((await commands.Enter(Package.Later())).Ok);
        }

        await jana.GoesToDraft("Změna č. 2");
        await jana.Follow("Rozpory");
        await jana.Sees("Mezitím bylo schváleno vydání");
        await jana.Look("merging-behind");
        await jana.Press("Sloučit s novým vydáním");
        await jana.IsTold("Sloučení konceptu s novějším vydáním");
        await jana.Look("merging-conflicts");
        var conflict = jana.Main.Locator("section").Filter(new() { Has = jana.Page.Locator("h2", new() { HasText = "8.1" }) }).First;
        await Assertions.Expect(conflict).ToContainTextAsync("Znění konceptu");
        await Assertions.Expect(conflict).ToContainTextAsync("proměněný");
        if (scripts)
        {
            await EveryLook.FindsNothing(browser, site, Strategist, [new Uri(jana.Page.Url).AbsolutePath]);
        }

        await conflict.Locator("summary").ClickAsync();
        await conflict.GetByLabel("Jiné znění").FillAsync("Znění obou");
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Použít toto znění" }).ClickAsync();
        await jana.IsTold("Rozhodnutí rozporu");
        await Assertions.Expect(jana.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "8.1" })).ToBeVisibleAsync();
        await jana.Look("merging-decided");
        await jana.Follow("Osnova");
        await jana.Sees("Znění obou");
        jana.NothingWrong();
    }
}
