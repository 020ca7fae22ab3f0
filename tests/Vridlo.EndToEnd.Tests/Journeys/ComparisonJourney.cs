using Microsoft.Playwright;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A citizen finds out what an amendment has changed.</summary>
public sealed class ComparisonJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_reworded_added_dropped_and_moved_stands_beside_each_other(bool scripts)
    {
        await using var citizen = await browser.Reads(browser.Site, scripts);
        await citizen.FollowLike("Všechna vydání a rozhodnutí");
        await citizen.Choose("Pozdější vydání", "Změna č. 1");
        await citizen.Press("Porovnat");
        await citizen.SeesHeading("Co se v programu změnilo");
        await citizen.Look("comparison");

        await Assertions.Expect(citizen.Main.GetByRole(AriaRole.Insertion).Or(citizen.Main.Locator("ins"))).ToContainTextAsync(["proměněný"]);
        await Assertions.Expect(Part(citizen, "Co přibylo")).ToContainTextAsync("2.99");
        await Assertions.Expect(Part(citizen, "Co přibylo")).ToContainTextAsync("Nové opatření proměněný");
        await Assertions.Expect(Part(citizen, "Co vypadlo")).ToContainTextAsync("15.");
        var moved = Part(citizen, "Co se přesunulo").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "1.99" }).First;
        await Assertions.Expect(moved).ToContainTextAsync("8.2");

        // Each side leads to its own edition.
        var name = (await moved.Locator("p").InnerTextAsync()).Trim();
        await moved.GetByRole(AriaRole.Link, new() { Name = "1.99", Exact = true }).ClickAsync();
        await citizen.SeesHeading(name);
        await citizen.Page.GoBackAsync();
        await moved.GetByRole(AriaRole.Link, new() { Name = "8.2", Exact = true }).ClickAsync();
        await citizen.SeesHeading(name);
        citizen.NothingWrong();
    }

    private static ILocator Part(Walker citizen, string heading) => citizen.Main.GetByRole(AriaRole.Region, new() { Name = heading, Exact = true });
}
