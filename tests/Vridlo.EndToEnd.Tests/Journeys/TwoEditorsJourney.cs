using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>Two people have the same text of a draft open at once.</summary>
public sealed class TwoEditorsJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_is_told_sees_both_and_chooses_and_nothing_is_lost(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await site.Employ("petr@example.org", new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await using var petr = await browser.Works(site, "petr@example.org", scripts);
        await jana.OpensDraft("Změna č. 2", "zmena-2");
        await jana.Look("outline");
        await jana.GoesToNode("1", "1.1.1");
        await petr.GoesToDraft("Změna č. 2");
        await petr.GoesToNode("1", "1.1.1");
        await jana.Look("node");

        await jana.Type("česky", "Znění od Jany", "Název");
        await petr.Type("česky", "Znění od Petra", "Název");
        await petr.Type("anglicky", "Petr’s wording", "Název");
        await jana.Press("Uložit");
        await jana.IsTold("Úprava textů uzlu");

        await petr.Press("Uložit");
        await petr.Sees("Mezitím to změnil někdo jiný");
        await petr.Sees("Znění od Jany");
        await petr.Look("two-editors");
        await Assertions.Expect(petr.Field("česky", "Název")).ToHaveValueAsync("Znění od Petra");
        await Assertions.Expect(petr.Field("anglicky", "Název")).ToHaveValueAsync("Petr’s wording");

        // Chooses something of both.
        await petr.Type("česky", "Znění od Jany a Petra", "Název");
        await petr.Press("Uložit");
        await petr.IsTold("Úprava textů uzlu");
        await petr.Sees("Znění od Jany a Petra");

        await jana.Follow("Historie");
        await jana.Look("history");
        await jana.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Jany a Petra" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(jana.Main.Locator("del").First).ToContainTextAsync("Jany");
        await Assertions.Expect(jana.Main.Locator("ins").First).ToContainTextAsync("Jany a Petra");
        await jana.Look("act");
        jana.NothingWrong();
        petr.NothingWrong();
    }
}
