using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>Whoever gives or takes a role may say why, and the history keeps it.</summary>
public sealed class WhyStory
{
    [Theory, BothEngines]
    public async Task The_reason_of_giving_and_of_taking_a_role_stands_in_the_history(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        var address = $"/prace/lide/{person.Id.Value}";
        var given = await boss.Done(address, "give", new() { ["role"] = "Reader", ["why"] = " nastoupila na odbor " });
        Assert.Equal("nastoupila na odbor", await Why(boss, "give"));
        var role = Assert.Single(given.QuerySelectorAll("tbody button[name=do]")).GetAttribute("value")!;
        using (var refused = await boss.Send(address, "take", new() { ["do"] = role, ["takenWhy"] = new string('x', 501) }))
        {
            Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await Worker.Read(refused)).QuerySelector("#errors a[href='#f-takenWhy']"));
        }

        using (var refused = await boss.Send(address, "end", new() { ["do"] = "leave", ["endWhy"] = new string('x', 501) }))
        {
            Assert.NotNull((await Worker.Read(refused)).QuerySelector("#errors a[href='#f-endWhy']"));
        }

        var taken = await boss.Done(address, "take", new() { ["do"] = role, ["takenWhy"] = "přešla jinam" });
        Assert.Empty(taken.QuerySelectorAll("tbody button[name=do]"));
        Assert.Equal("přešla jinam", await Why(boss, "take"));

        var machine = await boss.Machine(site, "people.manage");
        var held = await machine.Done(HttpMethod.Post, $"/people/{person.Id.Value}/roles", new { role = "reader", why = "vrátila se" });
        await machine.Done(HttpMethod.Delete, $"/people/{person.Id.Value}/roles/{held.GetProperty("roles")[0].GetProperty("id").GetString()}?why={Uri.EscapeDataString("omyl")}");
        Assert.Equal(("vrátila se", "omyl"), (await Why(boss, "give"), await Why(boss, "take")));
    }

    private static async Task<string> Why(Worker boss, string act)
    {
        var last = (await boss.Page($"/prace/historie?kind=people.{act}-role")).QuerySelector("td a.v-rowlink")!.GetAttribute("href")!;
        return (await boss.Page(last)).QuerySelectorAll("dl.v-facts dd").Select(d => d.TextContent.Trim()).ElementAt(2);
    }
}
