using System.Net;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>Administrators are administrators of everything; whoever was made one of a part is none of people.</summary>
public sealed class AdministratorStory
{
    [Theory, BothEngines]
    public async Task Whoever_administers_a_part_neither_sees_nor_changes_people(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ("jana@example.org", new Grant(Role.Reader));
        using var local = await site.SignedIn(await site.At(Role.Administrator, "8"));
        var own = $"/prace/lide/{person.Id.Value}";
        foreach (var address in (string[])["/prace/lide", "/prace/lide.csv", "/prace/lide/pozvat", own, own + "/udaje.json", "/prace/lide/hromadne?do=leave&all=1"])
        {
            using var refused = await local.Get(address);
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, refused.StatusCode));
        }

        Assert.Null((await local.Page("/prace/prava")).QuerySelector("#see-as"));
        Assert.DoesNotContain((await local.Page("/prace")).QuerySelectorAll("a"), a => a.GetAttribute("href") == "/prace/lide");
        var rights = await local.Page("/prace/ja/klice");
        Assert.NotEmpty(rights.QuerySelectorAll("[name=rights]"));
        Assert.Null(rights.QuerySelector("[name=rights][value='people.manage']"));
    }

    [Theory, BothEngines]
    public async Task Nobody_becomes_administrator_of_a_part(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var person = await site.Employ("jana@example.org");
        var path = $"/prace/lide/{person.Id.Value}";
        using var refused = await boss.Send(path, "give", new() { ["role"] = nameof(Role.Administrator), ["programme"] = "prkk-2021", ["node"] = "8.2" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var said = await Worker.Read(refused);
        Assert.Contains("vždy pro celý systém", Worker.Said(said), StringComparison.Ordinal);
        Assert.NotNull(said.QuerySelector("#errors a[href='#f-role']"));
        var machine = await boss.Machine(site, "people.manage", "people.entrust");
        var (status, body) = await machine.Post($"/people/{person.Id.Value}/roles", new { role = "administrator", programme = "prkk-2021" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.role.administrator-everywhere"), (status, body.GetProperty("code").GetString()));
        var node = (await site.At(Role.Administrator, "8.2")).Node!.Value.Value;
        (status, body) = await machine.Post($"/node-roles/{node}", new { person = person.Id.Value, role = "administrator" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.role.administrator-everywhere"), (status, body.GetProperty("code").GetString()));
        await machine.Done(HttpMethod.Post, $"/people/{person.Id.Value}/roles", new { role = "administrator" });
    }

    [Theory, BothEngines]
    public async Task An_administrator_of_a_part_does_not_count_when_the_last_would_leave(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var last = await site.Employ("sama@example.org", new Grant(Role.Administrator));
        await site.Employ("dilci@example.org", await site.At(Role.Administrator, "8"));
        using var boss = await site.SignIn("sama@example.org");
        using var refused = await boss.Send($"/prace/lide/{last.Id.Value}", "end", new() { ["do"] = "leave" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
