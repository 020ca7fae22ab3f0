using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>The way back: what has just been done, and what once stood.</summary>
public sealed class RestoreJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_past_wording_is_looked_at_and_brought_back_in_a_new_draft(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await using (var commands = site.Commands())
        {
            Assert.True((await commands.Enter(Package.Later())).Ok);
        }

        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await jana.Follow("Veřejné stránky");
        await jana.Searches("proměněný");
        await jana.FollowLike("sociálních služeb proměněný");
        await jana.SeesHeading("proměněný");
        await jana.Follow("Znění v čase");
        await jana.Type("Ke dni", "2025-01-01");
        await jana.Press("Ukázat");
        await jana.Sees("Znění ke dni 1. 1. 2025");
        await jana.Look("past-public");
        await jana.Follow("Vrátit do konceptu");
        await jana.Sees("Znění ke dni 1. 1. 2025");
        await jana.Look("past-work");
        await jana.Type("Kód nového vydání", "zmena-2");
        await jana.Press("Vrátit do konceptu");
        await jana.IsTold("Návrat dřívějšího znění");
        var title = await jana.Field("česky", "Název").InputValueAsync();
        Assert.NotEmpty(title);
        Assert.DoesNotContain("proměněný", title, StringComparison.Ordinal);
        await jana.Look("past-brought");

        await jana.Follow("Koncepty");
        await jana.FollowLike("Změna");
        await jana.Follow("Změny");
        await jana.Sees("proměněný");
        jana.NothingWrong();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_has_just_been_done_is_undone_and_done_again(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await jana.OpensDraft("Změna č. 2", "zmena-2");
        await jana.GoesToNode("2", "2.1.1");
        var was = await jana.Field("česky", "Název").InputValueAsync();
        await jana.Type("česky", "Omylem přepsané", "Název");
        await jana.Press("Uložit");
        await jana.Sees("Omylem přepsané");
        await jana.Press("Vrátit zpět");
        await jana.IsTold("Vrácení");
        await jana.Look("undone");
        await jana.Sees(was);
        await jana.SeesNot("Omylem přepsané");
        await jana.Press("Provést znovu");
        await jana.Sees("Omylem přepsané");

        // Later from the history, too.
        await jana.Follow("Historie");
        await jana.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Úprava textů uzlu" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await jana.Look("act-undo");
        await jana.Sees("Omylem přepsané");
        jana.NothingWrong();
    }
}
