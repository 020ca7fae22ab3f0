using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>The outline of a draft is put in another order: by buttons, by the keyboard, by the mouse.</summary>
public sealed class OutlineJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_the_buttons_of_a_row(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await using var jana = await Opens(site, scripts);
        await jana.Press("Posunout 8.1.2 výš");
        await jana.IsTold("Přesun uzlu");
        Assert.Equal(["8.1.2", "8.1.1"], (await Below(jana, "8.1")).Take(2));
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeInViewportAsync();
        await jana.Press("Vrátit zpět");
        await jana.IsTold("Vrácení změny");
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeInViewportAsync();
        Assert.Equal(["8.1.1", "8.1.2"], (await Below(jana, "8.1")).Take(2));
        jana.NothingWrong();
    }

    [Fact]
    public async Task By_the_keyboard_with_the_focus_kept()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await using var jana = await Opens(site, scripts: true);
        var keys = jana.Page.Keyboard;
        await Row(jana, "8.1.1").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeFocusedAsync();
        await keys.PressAsync("Alt+ArrowUp");
        await jana.IsTold("Přesun uzlu");
        Assert.Equal(["8.1.2", "8.1.1"], (await Below(jana, "8.1")).Take(2));
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeFocusedAsync();
        await jana.Look("outline-moved");
        await keys.PressAsync("ArrowLeft");
        await Assertions.Expect(Row(jana, "8.1")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowLeft");
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeHiddenAsync();
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(Row(jana, "8.1.2")).ToBeVisibleAsync();
        jana.NothingWrong();
    }

    [Fact]
    public async Task By_the_mouse_within_a_level_and_under_another_node()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await using var jana = await Opens(site, scripts: true);
        await Drags(jana, "8.1.2", "8.1.1", 0.2);
        await jana.IsTold("Přesun uzlu");
        Assert.Equal(["8.1.2", "8.1.1"], (await Below(jana, "8.1")).Take(2));

        await Drags(jana, "8.1.2", "8.2", 0.5);
        await jana.IsTold("Přesun uzlu");
        Assert.Contains("8.1.2", await Below(jana, "8.2"));
        Assert.DoesNotContain("8.1.2", await Below(jana, "8.1"));
        await jana.Look("outline-dragged");
        jana.NothingWrong();
    }

    private async Task<Walker> Opens(Site site, bool scripts)
    {
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        var jana = await browser.Works(site, "jana@example.org", scripts);
        await jana.OpensDraft("Změna č. 2", "zmena-2");
        await jana.Item("8").Locator("> details > summary").ClickAsync();
        return jana;
    }

    private static ILocator Row(Walker jana, string code) => jana.Item(code).Locator("> .v-outline__row > a");

    /// <summary>The codes right below a node, in their order on the page.</summary>
    private static async Task<IReadOnlyList<string>> Below(Walker jana, string code) =>
        await jana.Item(code).Locator("> details > ol > li > .v-outline__row .v-code").AllTextContentsAsync();

    private static async Task Drags(Walker jana, string what, string onto, double share)
    {
        var target = jana.Item(onto).Locator("> .v-outline__row");
        var box = await target.BoundingBoxAsync();
        await jana.Item(what).Locator("> .v-outline__row").DragToAsync(target, new() { TargetPosition = new() { X = 200, Y = (float)(box!.Height * share) } });
    }
}
