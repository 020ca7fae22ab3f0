using System.Net;
using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>People, roles and the own account through the open interface.</summary>
public sealed class InterfaceStory
{
    [Theory, BothEngines]
    public async Task A_person_is_invited_gets_and_loses_a_role_leaves_comes_back_and_is_erased(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var machine = await boss.Machine(site, "people.manage");
        var person = await machine.Done(HttpMethod.Post, "/people", new { name = "Jana Nová", mail = "jana@example.org", language = "de" });
        var path = "/people/" + person.GetProperty("id").GetString();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.mail.known"), await Refused(machine.Post("/people", new { name = "Jiná", mail = "jana@example.org" })));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.mail.wrong"), await Refused(machine.Put(path + "/mail", new { mail = "jana@" })));
        Assert.Equal("jana.nova@example.org", (await machine.Done(HttpMethod.Put, path + "/mail", new { mail = "jana.nova@example.org", why = "překlep" })).GetProperty("mail").GetString());
        await machine.Done(HttpMethod.Post, "/people", new { name = "Jana Druhá", mail = "jana@example.org" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.mail.known"), await Refused(machine.Put(path + "/mail", new { mail = "Jana@example.org" })));

        var held = await machine.Done(HttpMethod.Post, path + "/roles", new { role = "owner", programme = "prkk-2021", node = "8.2", why = "nový gestor" });
        var role = Assert.Single(held.GetProperty("roles").EnumerateArray());
        Assert.Equal(("owner", "prkk-2021"), (role.GetProperty("role").GetString(), role.GetProperty("programme").GetString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.role.held"), await Refused(machine.Post(path + "/roles", new { role = "owner", programme = "prkk-2021", node = "8.2" })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.role.node-unknown"), await Refused(machine.Post(path + "/roles", new { role = "owner", programme = "prkk-2021", node = new string('x', 1024 * 1024) })));
        Assert.Equal((HttpStatusCode.BadRequest, "api.body.wrong"), await Refused(machine.Post(path + "/roles", new { role = "king" })));
        var bare = await machine.Done(HttpMethod.Delete, $"{path}/roles/{role.GetProperty("id").GetString()}");
        Assert.Empty(bare.GetProperty("roles").EnumerateArray());

        Assert.Equal(JsonValueKind.String, (await machine.Done(HttpMethod.Put, path + "/work", new { here = false })).GetProperty("left").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await machine.Done(HttpMethod.Put, path + "/work", new { here = true })).GetProperty("left").ValueKind);
        Assert.Equal("Jana Nová", (await machine.Read(path + "/data")).GetProperty("person").GetProperty("name").GetString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.staff.erase.unsure"), await Refused(machine.Post(path + "/erasure", new { mail = "jiny@example.org" })));
        await machine.Done(HttpMethod.Post, path + "/erasure", new { mail = "Jana.Nova@example.org", why = "požádala" });
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Get, path)).Status);
    }

    [Theory, BothEngines]
    public async Task Many_people_are_changed_in_one_act_or_none_is(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var machine = await boss.Machine(site, "people.manage");
        var (one, two) = ((await site.Employ("a@example.org")).Id.Value, (await site.Employ("b@example.org", new Grant(Role.Reader))).Id.Value);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.role.held"), await Refused(machine.Post("/people/together/give", new { people = new[] { one, two }, choice = "Reader" })));
        Assert.Empty((await machine.Read($"/people/{one}")).GetProperty("roles").EnumerateArray());
        Assert.Equal(2, (await machine.Done(HttpMethod.Post, "/people/together/give", new { people = new[] { one, two }, choice = "Guarantor", why = "nový odbor" })).GetProperty("changed").GetInt32());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "api.body.wrong"), await Refused(machine.Post("/people/together/give", new { people = new[] { one }, choice = "King" })));
        Assert.Equal((HttpStatusCode.NotFound, "ui.bulk.row-unknown"), await Refused(machine.Post("/people/together/leave", new { people = new[] { one, Guid.CreateVersion7() } })));
        Assert.Equal(2, (await machine.Done(HttpMethod.Post, "/people/together/leave", new { people = new[] { one, two } })).GetProperty("changed").GetInt32());
        Assert.Equal(2, (await machine.Read("/people?state=left")).GetProperty("count").GetInt32());
    }

    [Theory, BothEngines]
    public async Task The_own_account_is_changed_and_only_by_a_token_for_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        using var other = await site.SignedIn(new Grant(Role.Reader));
        var (own, narrow) = (await reader.Machine(site, "people.own"), await reader.Machine(site, "discussion.own"));
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.Put("/me", new { name = "Já", language = "en" })).Status);
        var me = await own.Done(HttpMethod.Put, "/me", new { name = "Já sám", language = "en" });
        Assert.Equal(("Já sám", "en"), (me.GetProperty("name").GetString(), me.GetProperty("language").GetString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.name.needed"), await Refused(own.Put("/me", new { name = new string('a', 1024 * 1024), language = "en" })));
        Assert.Equal("Já sám", (await own.Read("/me/data")).GetProperty("person").GetProperty("name").GetString());

        var view = await own.Done(HttpMethod.Post, "/me/views", new { name = "Moje obce", address = "/obce?sort=-name" });
        Assert.Equal((HttpStatusCode.Forbidden, "people.view.may-not-share"), await Refused(own.Post("/me/views", new { name = "Pro všechny", address = "/obce", shared = true })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.view.address"), await Refused(own.Post("/me/views", new { name = "Jinam", address = "https://example.org" })));
        var theirs = await other.Machine(site, "people.own");
        Assert.Equal((HttpStatusCode.NotFound, "people.view.unknown"), await Refused(theirs.Ask(HttpMethod.Delete, "/me/views/" + view.GetProperty("id").GetString())));
        Assert.Empty((await own.Done(HttpMethod.Delete, "/me/views/" + view.GetProperty("id").GetString())).EnumerateArray());

        Assert.NotEmpty((await own.Read("/me/sessions")).EnumerateArray());
        Assert.Equal((HttpStatusCode.BadRequest, "api.body.wrong"), await Refused(own.Post("/me/sessions/ending", new { })));
        Assert.Empty((await own.Done(HttpMethod.Post, "/me/sessions/ending", new { only = (Guid?)null })).EnumerateArray());
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.Get("/prace")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/prace")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_token_makes_none_that_does_more_or_lasts_longer(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        var own = await reader.Machine(site, "people.own");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.token.rights"), await Refused(own.Post("/me/tokens", new { name = "víc", days = 5, rights = new[] { "people.own", "discussion.comment" } })));
        var (made, token) = await own.Post("/me/tokens", new { name = "déle", days = 366, rights = new[] { "people.own" } }, "jednou");
        Assert.Equal(HttpStatusCode.Created, made);

        // Only the hash of a token is kept, so it cannot be answered again.
        Assert.Equal((HttpStatusCode.Conflict, "api.repeat.shown-once"), await Refused(own.Post("/me/tokens", new { name = "déle", days = 366, rights = new[] { "people.own" } }, "jednou")));
        var listed = (await own.Read("/me/tokens")).EnumerateArray().ToList();
        Assert.Equal(2, listed.Count);
        Assert.Single(listed.Select(t => t.GetProperty("until").GetString()).Distinct());

        var second = new Machine(site, token.GetProperty("token").GetString());
        await own.Done(HttpMethod.Delete, "/me/tokens/" + listed.Single(t => t.GetProperty("name").GetString() == "déle").GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.Ask(HttpMethod.Get, "/me")).Status);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Refused(Task<(HttpStatusCode Status, JsonElement Body)> asked)
    {
        var (status, body) = await asked;
        return (status, body.TryGetProperty("code", out var code) ? code.GetString() : body.ToString());
    }
}
