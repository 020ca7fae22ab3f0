using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Somebody is made responsible for a part of a plan that stands only in a draft.</summary>
public sealed class EntrustingStory
{
    [Theory, BothEngines]
    public async Task Who_is_entrusted_with_a_part_of_a_draft_edits_it_and_what_is_below(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var (draft, node, id) = await Drafted(strategist);
        var who = Assert.Single((await strategist.Page(node)).QuerySelectorAll(".v-panel a[href*='/prace/prava/']")).GetAttribute("href")!;
        Assert.Equal($"/prace/prava/uzel/{id}", who);
        var owner = await site.Employ("gestor@example.org");
        using var own = await site.SignIn("gestor@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get(draft)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get(who)).StatusCode);

        using var nobody = await strategist.Send(who, "give", new() { ["role"] = "Owner" });
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        var given = await strategist.Done(who, "give", new() { ["person"] = owner.Id.Value.ToString(), ["role"] = "Owner" });
        Assert.Contains(Rows(given), r => r.StartsWith("gestor | gestor | role přímo pro tuto část | ", StringComparison.Ordinal));
        using var twice = await strategist.Send(who, "give", new() { ["person"] = owner.Id.Value.ToString(), ["role"] = "Owner" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        await own.Done(node, "texts", new() { ["title"] = "Podle gestora" });
        var below = await own.Done($"{draft}/pridat?under={id}", "add", new() { ["kind"] = "Activity", ["code"] = "8.99.1", ["title"] = "Pod ním" });
        Assert.Null((await own.Page(At(below, "8.1"))).QuerySelector("[name=title]"));
        var deeper = $"/prace/prava/uzel/{At(below, "8.99.1").Split('/')[^1]}";
        var seen = await own.Page(deeper);
        Assert.Contains(Rows(seen), r => r.StartsWith("gestor | gestor | role pro nadřazenou část 8.99 Podle gestora | ", StringComparison.Ordinal));
        Assert.Null(seen.QuerySelector("[name=person]"));
        Assert.Contains("8.99 Podle gestora (jen v konceptu)", Text(await own.Page("/prace")), StringComparison.Ordinal);

        // Nothing of it is public, and who has no role in the programme knows nothing of it.
        using var elsewhere = await site.SignedIn(new Grant(Role.Owner, Base.TypedId.New<ProgrammeId>()));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(who)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/programy/prkk-2021/8.99")).StatusCode);

        var held = Assert.Single((await strategist.Page(who)).QuerySelectorAll("section[aria-labelledby=all] button[name=do]")).GetAttribute("value")!;
        await strategist.Done(who, "take", new() { ["do"] = held, ["takenWhy"] = "převzal ji jiný odbor" });
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Get(draft)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task The_role_stays_when_the_draft_is_approved(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var (draft, node, id) = await Drafted(strategist);
        var machine = await strategist.Machine(site, "programmes.read-drafts", "programmes.edit", "programmes.approve", "programmes.comment");
        var owner = await site.Employ("gestor@example.org");
        await strategist.Done($"/prace/prava/uzel/{id}", "give", new() { ["person"] = owner.Id.Value.ToString(), ["role"] = "Owner" });
        await Approve(machine, "/drafts/" + draft.Split('/')[^1]);
        using var own = await site.SignIn("gestor@example.org");
        var page = await own.Page("/prace/prava/prkk-2021/8.99");
        Assert.Contains(Rows(page), r => r.StartsWith("gestor | gestor | role přímo pro tuto část | ", StringComparison.Ordinal));
        Assert.DoesNotContain("jen v konceptu", Text(await own.Page("/prace")), StringComparison.Ordinal);

        // In the next draft it holds as well, for it is at the same node.
        var next = await strategist.Amend("zmena-10");
        await own.Done($"{next}/uzel/{id}", "texts", new() { ["title"] = "Znovu podle gestora" });
        Assert.NotEqual(node, $"{next}/uzel/{id}");
    }

    [Theory, BothEngines]
    public async Task Where_the_part_is_gone_its_role_says_so_and_can_be_taken(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var (draft, node, id) = await Drafted(strategist);
        var owner = await site.Employ("gestor@example.org");
        await boss.Done($"/prace/prava/uzel/{id}", "give", new() { ["person"] = owner.Id.Value.ToString(), ["role"] = "Guarantor" });
        Assert.Empty(await Dangling(site));
        await strategist.Done(node + "/vypustit", "drop");
        Assert.Equal(["gestor"], await Dangling(site));
        using var own = await site.SignIn("gestor@example.org");
        Assert.Contains("část, která už v plánu není", Text(await own.Page("/prace")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get($"/prace/prava/uzel/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.Get(draft)).StatusCode);
        var person = $"/prace/lide/{owner.Id.Value}";
        var page = await boss.Page(person);
        Assert.Contains("část, která už v plánu není", Text(page), StringComparison.Ordinal);
        await boss.Done(person, "take", new() { ["do"] = page.QuerySelector("section[aria-labelledby=roles] td button[name=do]")!.GetAttribute("value")! });
        Assert.Empty(await Dangling(site));
    }

    [Theory, BothEngines]
    public async Task A_role_at_a_discarded_draft_is_found_by_the_checks(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var (draft, _, id) = await Drafted(strategist);
        var owner = await site.Employ("gestor@example.org");
        await strategist.Done($"/prace/prava/uzel/{id}", "give", new() { ["person"] = owner.Id.Value.ToString(), ["role"] = "Owner" });
        await strategist.Done(draft + "/schvalovani", "end", new() { ["why"] = "Nebude", ["do"] = "abandon" });
        Assert.Equal(["gestor"], await Dangling(site));
        using var own = await site.SignIn("gestor@example.org");
        Assert.Contains("část, která už v plánu není", Text(await own.Page("/prace/ja")), StringComparison.Ordinal);
    }

    /// <summary>By program as by page: who answers for a part gives no roles, and who is entrusted with a plan none but of those who answer for parts.</summary>
    [Theory, BothEngines]
    public async Task A_program_gives_and_takes_such_roles_by_the_same_rules(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var (_, _, id) = await Drafted(strategist);
        var owner = (await site.Employ("gestor@example.org")).Id.Value;
        var machine = await strategist.Machine(site, "people.entrust", "history.read");
        var roles = $"/node-roles/{id}";
        var before = await machine.Read(roles);
        Assert.True(before.GetProperty("onlyDrafted").GetBoolean());
        Assert.Contains(before.GetProperty("people").EnumerateArray(), p => p.GetProperty("id").GetGuid() == owner);
        Assert.Equal(HttpStatusCode.Forbidden, (await machine.Post(roles, new { person = owner, role = "administrator" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await machine.Post(roles, new { person = owner, role = "strategist" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Post($"/node-roles/{Guid.CreateVersion7()}", new { person = owner, role = "owner" })).Status);
        var (made, given) = await machine.Post(roles, new { person = owner, role = "guarantor" });
        Assert.Equal(HttpStatusCode.Created, made);
        var role = given.GetProperty("roles").EnumerateArray().Single(r => r.GetProperty("person").GetGuid() == owner).GetProperty("id").GetGuid();

        var programme = await site.Within.In(async unit => (await ((IProgrammeLedger)unit.GetService(typeof(IProgrammeLedger))!).Editions("prkk-2021", default))[0].ProgrammeId);
        using var other = await site.SignedIn(new Grant(Role.Strategist, Base.TypedId.New<ProgrammeId>()), new Grant(Role.Reader, programme));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await other.Machine(site, "people.entrust")).Ask(HttpMethod.Delete, $"{roles}/{role}")).Status);
        Assert.Null((await other.Page($"/prace/prava/uzel/{id}")).QuerySelector("[name=person], section[aria-labelledby=all] form"));
        Assert.DoesNotContain((await machine.Done(HttpMethod.Delete, $"{roles}/{role}")).GetProperty("roles").EnumerateArray(), r => r.GetProperty("person").GetGuid() == owner);
    }

    private static async Task<(string Draft, string Node, string Id)> Drafted(Worker strategist)
    {
        var draft = await strategist.Amend();
        var area = At(await strategist.Page(draft), "8").Split('/')[^1];
        var outline = await strategist.Done($"{draft}/pridat?under={area}", "add", new() { ["kind"] = "Measure", ["code"] = "8.99", ["title"] = "Jen v konceptu" });
        var node = At(outline, "8.99");
        return (draft, node, node.Split('/')[^1]);
    }

    private static async Task Approve(Machine machine, string draft)
    {
        await machine.Done(HttpMethod.Put, $"{draft}/departments/orr", new { name = new { cs = "Odbor regionálního rozvoje" } });
        var way = draft + "/approval";
        await machine.Done(HttpMethod.Post, way + "/departments", new { departments = new[] { "orr" }, deadline = "2030-01-01" });
        await machine.Done(HttpMethod.Put, way + "/answers/orr", new { answer = "approved" });
        await machine.Done(HttpMethod.Post, way + "/handing-over", new { subjectToSea = false });
        await machine.Done(HttpMethod.Post, way + "/council", new { agrees = true, resolution = "RK 1/11/26", on = "2026-11-20" });
        await machine.Done(HttpMethod.Post, way + "/assembly", new { approves = true, resolution = "ZK 2/11/26", on = "2026-11-21", inForceFrom = "2026-11-22" });
    }

    private static Task<IReadOnlyList<string>> Dangling(Site site) => site.Within.In(async unit =>
        (IReadOnlyList<string>)[.. (await DraftChecks.All.Single(c => c.Key == "programmes.check.grant-dangling").Find(unit, default)).Select(f => f.Subject)]);

    private static IReadOnlyList<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("section[aria-labelledby=all] tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())))];

    private static string Text(IHtmlDocument page) => page.Body!.TextContent.Replace('\u00a0', ' ');

    private static string At(IHtmlDocument outline, string code) =>
        outline.QuerySelectorAll(".v-outline__row a").First(a => a.QuerySelector(".v-code")?.TextContent == code).GetAttribute("href")!;
}
