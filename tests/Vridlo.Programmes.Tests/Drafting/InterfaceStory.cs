using System.Net;
using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Drafts through the open interface: what a page does to them a program does too, by the same rules.</summary>
public sealed class InterfaceStory
{
    private static readonly string[] All = ["programmes.read-drafts", "programmes.edit", "programmes.approve", "programmes.comment", "history.read"];

    /// <summary>The worked example of docs/guide/interface.md.</summary>
    [Theory, BothEngines]
    public async Task A_programme_is_amended_wholly_by_a_program(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var draft = await machine.Amend();
        var node = await machine.Node(draft, "1.1.1");
        var changed = await machine.Done(HttpMethod.Put, $"{draft}/nodes/{node.Id()}/texts", new { version = node.Version(), title = new { cs = "Název od programu", en = "Named by a program" } });
        Assert.Equal((node.Version() + 1, "Název od programu"), (changed.Version(), changed.GetProperty("title").GetProperty("cs").GetString()));
        await machine.Done(HttpMethod.Put, $"{draft}/departments/orr", new { name = new { cs = "Odbor regionálního rozvoje" } });

        var way = draft + "/approval";
        await machine.Done(HttpMethod.Post, way + "/departments", new { departments = new[] { "orr" }, deadline = "2030-01-01" });
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put($"{draft}/nodes/{node.Id()}/texts", new { version = changed.Version(), title = new { cs = "Pozdě" } })).Status);
        await machine.Done(HttpMethod.Put, way + "/answers/orr", new { answer = "requiresModification", text = "Chybí cyklostezky" });
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Post(way + "/handing-over", new { subjectToSea = false })).Status);
        await machine.Done(HttpMethod.Put, way + "/answers/orr/settlement", new { settlement = "explained", why = "Jsou jinde" });
        await machine.Done(HttpMethod.Post, way + "/handing-over", new { subjectToSea = false });
        await machine.Done(HttpMethod.Post, way + "/council", new { agrees = true, resolution = "RK 1/11/26", on = "2026-11-20" });
        var done = await machine.Done(HttpMethod.Post, way + "/assembly", new { approves = true, resolution = "ZK 2/11/26", on = "2026-11-21", inForceFrom = "2026-11-22" });
        Assert.Equal(("approved", "zmena-9"), (done.GetProperty("status").GetString(), done.GetProperty("edition").GetString()));
        Assert.Equal("explained", done.GetProperty("answers")[0].GetProperty("settled").GetString());
        Assert.Equal(6, done.GetProperty("steps").GetArrayLength());

        var shown = await new Machine(site, null).Read("/programmes/prkk-2021/nodes/1.1.1?asOf=2026-11-23");
        Assert.Equal("Název od programu", shown.GetProperty("title").GetProperty("cs").GetString());
    }

    [Theory, BothEngines]
    public async Task The_tree_is_edited(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var draft = await machine.Amend();
        var (above, other) = (await machine.Node(draft, "1.1"), await machine.Node(draft, "1.2"));
        var added = await machine.Done(HttpMethod.Post, draft + "/nodes", new { kind = "activity", code = "1.1.99", title = new { cs = "Nová" }, parent = above.Id() });
        var moved = await machine.Done(HttpMethod.Put, $"{draft}/nodes/{added.Id()}/place", new { version = added.Version(), parent = other.Id(), before = other.GetProperty("children")[0].GetString() });
        Assert.Equal(added.Id(), (await machine.Node(draft, "1.2")).GetProperty("children")[0].GetString());
        var shifted = await machine.Done(HttpMethod.Post, $"{draft}/nodes/{added.Id()}/shift", new { version = moved.Version(), up = false });
        var children = (await machine.Node(draft, "1.2")).GetProperty("children").EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.Equal(1, children.IndexOf(added.Id()));

        await machine.Done(HttpMethod.Put, draft + "/order", new { parent = other.Id(), seen = children, wanted = children.AsEnumerable().Reverse() });
        var (late, refused) = await machine.Put(draft + "/order", new { parent = other.Id(), seen = children, wanted = children });
        Assert.Equal((HttpStatusCode.Conflict, children[^1]), (late, refused.GetProperty("current")[0].Id()));

        var recoded = await machine.Done(HttpMethod.Put, $"{draft}/nodes/{added.Id()}/code", new { version = shifted.Version(), code = "1.2.99" });
        var second = await machine.Done(HttpMethod.Post, $"{draft}/nodes/{added.Id()}/split", new { version = recoded.Version(), first = new { title = new { cs = "První půle" } }, second = new { title = new { cs = "Druhá půle" } }, code = "1.2.100" });
        Assert.Equal("1.2.100", second.GetProperty("code").GetString());
        var first = await machine.Node(draft, "1.2.99");
        var both = await machine.Done(HttpMethod.Post, $"{draft}/nodes/{second.Id()}/merge", new { version = second.Version(), into = first.Id(), intoVersion = first.Version() });
        Assert.Equal((added.Id(), "Druhá půle"), (both.Id(), both.GetProperty("text").GetProperty("cs").GetString()));

        await machine.Done(HttpMethod.Put, $"{draft}/departments/orr", new { name = new { cs = "Odbor rozvoje" } });
        var assigned = await machine.Done(HttpMethod.Put, $"{draft}/nodes/{added.Id()}/department", new { version = both.Version(), department = "orr" });
        Assert.Equal("orr", assigned.GetProperty("owner").GetString());
        var need = await machine.Done(HttpMethod.Put, draft + "/needs/1.2-77", new { measure = other.Id(), kind = "register", title = new { cs = "Registr" }, activities = new[] { added.Id() } });
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put(draft + "/needs/1.2-77", new { measure = other.Id(), kind = "survey", title = new { cs = "Jiný" }, version = 7 })).Status);
        var again = await machine.Done(HttpMethod.Put, draft + "/needs/1.2-77", new { measure = other.Id(), kind = "register", title = new { cs = "Registr" }, activities = new[] { added.Id() }, assess = true, version = need.Version() });

        Assert.Equal(HttpStatusCode.Conflict, (await machine.Ask(HttpMethod.Delete, $"{draft}/nodes/{added.Id()}?stamp={both.GetProperty("stamp").GetString()}")).Status);
        var now = await machine.Node(draft, "1.2.99");
        var dropped = await machine.Done(HttpMethod.Delete, $"{draft}/nodes/{added.Id()}?stamp={now.GetProperty("stamp").GetString()}");
        Assert.Equal(("1.2.99", "1.2-77"), (dropped.GetProperty("nodes")[0].GetString(), dropped.GetProperty("shortened")[0].GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Ask(HttpMethod.Delete, $"{draft}/needs/1.2-77?version={again.Version()}")).Status);
        await machine.Done(HttpMethod.Delete, $"{draft}/needs/1.2-77?version={again.Version() + 1}");

        var head = (await machine.Read(draft)).GetProperty("head");
        var whole = await machine.Done(HttpMethod.Put, draft + "/head", new { version = head.GetProperty("headVersion").GetInt32(), kind = "region", territory = "CZ041", title = new { cs = "Program" }, edition = "zmena-9", editionTitle = new { cs = "Jinak" } });
        Assert.Equal("Jinak", whole.GetProperty("editionTitle").GetProperty("cs").GetString());
    }

    [Theory, BothEngines]
    public async Task Who_is_late_gets_what_the_other_wrote_and_a_request_sent_twice_does_nothing_twice(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (one, two) = (await Strategist(site), await Strategist(site));
        var draft = await one.Amend();
        var node = await one.Node(draft, "1.1.1");
        var texts = $"{draft}/nodes/{node.Id()}/texts";
        await one.Done(HttpMethod.Put, texts, new { version = node.Version(), title = new { cs = "Znění první" } });
        var (late, told) = await two.Put(texts, new { version = node.Version(), title = new { cs = "Znění druhé" } });
        Assert.Equal((HttpStatusCode.Conflict, "programmes.draft.node-changed"), (late, told.GetProperty("code").GetString()));
        var theirs = told.GetProperty("current");
        Assert.Equal("Znění první", theirs.GetProperty("title").GetProperty("cs").GetString());
        await two.Done(HttpMethod.Put, texts, new { version = theirs.Version(), title = new { cs = "Znění druhé" } });

        var body = new { kind = "area", code = "99", title = new { cs = "Jen jednou" } };
        var (made, first) = await one.Post(draft + "/nodes", body, "stejny-pozadavek");
        var (again, same) = await one.Post(draft + "/nodes", body, "stejny-pozadavek");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, first.Id()), (made, again, same.Id()));
        Assert.Single((await one.Read(draft)).GetProperty("nodes").EnumerateArray(), n => n.GetProperty("code").GetString() == "99");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.Post(draft + "/nodes", body, "jiny-pozadavek")).Status);
    }

    [Theory, BothEngines]
    public async Task A_token_does_no_more_than_its_rights_and_its_persons_place_allow(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        var machine = await worker.Machine(site, All);
        var draft = await machine.Amend();
        var (mine, others) = (await machine.Node(draft, "1.1.1"), await machine.Node(draft, "2.1.1"));

        var reads = await worker.Machine(site, "programmes.read-drafts");
        Assert.Equal(HttpStatusCode.OK, (await reads.Ask(HttpMethod.Get, draft)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reads.Put($"{draft}/nodes/{mine.Id()}/texts", new { version = mine.Version(), title = new { cs = "x" } })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reads.Post("/drafts/amendments", new { programme = "prkk-2021", edition = "zmena-10", editionTitle = new { cs = "x" } })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await worker.Machine(site, "programmes.edit")).Post(draft + "/approval/abandoning", new { why = "x" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Machine(site, null).Ask(HttpMethod.Get, draft)).Status);

        var area = await machine.Node(draft, "1");
        var programme = await site.Within.In(async unit => (await ((Core.Programme.IProgrammeLedger)unit.GetService(typeof(Core.Programme.IProgrammeLedger))!).Editions("prkk-2021", default))[0].ProgrammeId);
        using var owner = await site.SignedIn(new Grant(Role.Owner, programme, new(Guid.Parse(area.Id()))));
        var owns = await owner.Machine(site, "programmes.edit");
        await owns.Done(HttpMethod.Put, $"{draft}/nodes/{mine.Id()}/texts", new { version = mine.Version(), title = new { cs = "Gestor to ví lépe" } });
        var (status, problem) = await owns.Put($"{draft}/nodes/{others.Id()}/texts", new { version = others.Version(), title = new { cs = "Cizí" } });
        Assert.Equal((HttpStatusCode.Forbidden, "programmes.draft.may-not-edit"), (status, problem.GetProperty("code").GetString()));

        // A token that may not read learns nothing of what is not its person's, not even by being late.
        var (stale, refused) = await owns.Put($"{draft}/nodes/{others.Id()}/texts", new { version = 77, title = new { cs = "Cizí" } });
        Assert.Equal((HttpStatusCode.Conflict, false), (stale, refused.TryGetProperty("current", out _)));
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_meant_is_refused_and_said(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var draft = await machine.Amend();
        var node = await machine.Node(draft, "1.1.1");
        var texts = $"{draft}/nodes/{node.Id()}/texts";
        (string Path, object Body, int Status, string Code)[] refused =
        [
            (texts, new { title = new { cs = "bez verze" } }, 400, "api.body.wrong"),
            (texts, new { version = 0, title = new { cs = "a\0b" } }, 400, "api.body.wrong"),
            (texts, new { version = 0, title = new { } }, 400, "api.body.wrong"),
            (texts, new { version = 0, title = new { cs = "  " } }, 400, "api.body.wrong"),
            (texts, new { version = 0, title = new { cs = "a", fr = "b" } }, 400, "api.body.wrong"),
            (texts, new { version = 0, title = "a" }, 400, "api.body.wrong"),
            (texts, new { version = 0, text = new { cs = new string('a', 1024 * 1024) } }, 422, "programmes.draft.too-long"),
            (draft + "/departments/" + new string('x', 41), new { name = new { cs = "Dlouhý" } }, 422, "programmes.draft.too-long"),
            (draft + "/needs/" + new string('x', 41), new { measure = node.Id(), kind = "register", title = new { cs = "x" } }, 422, "programmes.draft.too-long"),
            (draft + "/head", new { version = 0, kind = "region", territory = "x", title = new { cs = "x" }, edition = new string('a', 1024 * 1024), editionTitle = new { cs = "x" } }, 422, "programmes.draft.too-long"),
            ($"{draft}/nodes/{node.Id()}/code", new { version = 0, code = "../x" }, 422, "programmes.draft.code-form"),
            ($"{draft}/nodes/{node.Id()}/place", new { version = 0, parent = Guid.CreateVersion7() }, 409, "programmes.draft.node-gone"),
            ($"{draft}/nodes/{Guid.CreateVersion7()}/texts", new { version = 0 }, 409, "programmes.draft.node-gone"),
            ($"/drafts/{Guid.CreateVersion7()}/nodes/{node.Id()}/texts", new { version = 0 }, 404, "programmes.draft.unknown"),
        ];
        foreach (var (path, body, expected, code) in refused)
        {
            var (status, problem) = await machine.Put(path, body);
            Assert.True((int)status == expected && problem.GetProperty("code").GetString() == code, $"{expected} {code}: {(int)status} {problem}");
        }

        var (twice, open) = await machine.Post("/drafts/amendments", new { programme = "prkk-2021", edition = "zmena-9", editionTitle = new { cs = "x" } });
        Assert.Equal((HttpStatusCode.Conflict, "programmes.draft.open-already"), (twice, open.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/drafts/amendments", new { programme = "prkk-2021", edition = new string('a', 1024 * 1024), editionTitle = new { cs = "x" } })).Status);
        Assert.Equal(node.Version(), (await machine.Node(draft, "1.1.1")).Version());
    }

    [Theory, BothEngines]
    public async Task A_node_says_again_what_it_said_and_a_draft_is_taken_back_and_abandoned(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var draft = await machine.Amend();
        var node = await machine.Node(draft, "1.1.1");
        var was = node.GetProperty("title").GetProperty("cs").GetString();
        await machine.Done(HttpMethod.Put, $"{draft}/nodes/{node.Id()}/texts", new { version = node.Version(), title = new { cs = "Omyl" } });
        var (late, now) = await machine.Post($"{draft}/nodes/{node.Id()}/past", new { day = "2026-11-01", version = node.Version() });
        Assert.Equal((HttpStatusCode.Conflict, "Omyl"), (late, now.GetProperty("current").GetProperty("title").GetProperty("cs").GetString()));
        var back = await machine.Done(HttpMethod.Post, $"{draft}/nodes/{node.Id()}/past", new { day = "2026-11-01", version = now.GetProperty("current").Version() });
        Assert.Equal(was, back.GetProperty("title").GetProperty("cs").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Post($"{draft}/nodes/{node.Id()}/past", new { day = "1999-01-01" })).Status);

        await machine.Done(HttpMethod.Put, $"{draft}/departments/orr", new { name = new { cs = "Odbor rozvoje" } });
        await machine.Done(HttpMethod.Post, draft + "/approval/departments", new { departments = new[] { "orr" }, deadline = "2030-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post(draft + "/approval/taking-back", new { why = " " })).Status);
        Assert.Equal("editing", (await machine.Done(HttpMethod.Post, draft + "/approval/taking-back", new { why = "Chybí kapitola" })).GetProperty("status").GetString());
        Assert.Equal("abandoned", (await machine.Done(HttpMethod.Post, draft + "/approval/abandoning", new { why = "Nebude" })).GetProperty("status").GetString());
        Assert.Equal("abandoned", Assert.Single((await machine.Read("/drafts")).EnumerateArray()).GetProperty("status").GetString());
    }

    [Theory, BothEngines]
    public async Task A_draft_is_merged_with_an_edition_approved_meanwhile(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var (first, second) = (await machine.Amend("zmena-8"), await machine.Amend("zmena-9"));
        foreach (var (draft, title) in new[] { (first, "Název první"), (second, "Název druhý") })
        {
            var node = await machine.Node(draft, "1.1.1");
            await machine.Done(HttpMethod.Put, $"{draft}/nodes/{node.Id()}/texts", new { version = node.Version(), title = new { cs = title } });
        }

        Assert.Equal("programmes.merge.nothing-new", (await machine.Ask(HttpMethod.Post, second + "/rebase")).Body.GetProperty("code").GetString());
        await machine.Done(HttpMethod.Put, $"{first}/departments/orr", new { name = new { cs = "Odbor rozvoje" } });
        await machine.Done(HttpMethod.Post, first + "/approval/departments", new { departments = new[] { "orr" }, deadline = "2030-01-01" });
        await machine.Done(HttpMethod.Put, first + "/approval/answers/orr", new { answer = "approved" });
        await machine.Done(HttpMethod.Post, first + "/approval/handing-over", new { subjectToSea = false });
        await machine.Done(HttpMethod.Post, first + "/approval/council", new { agrees = true, resolution = "RK 1/11/26", on = "2026-11-20" });
        await machine.Done(HttpMethod.Post, first + "/approval/assembly", new { approves = true, resolution = "ZK 2/11/26", on = "2026-11-21", inForceFrom = "2026-11-22" });

        var merged = await machine.Done(HttpMethod.Post, second + "/rebase");
        Assert.Equal(("zmena-8", 1), (merged.GetProperty("edition").GetString(), merged.GetProperty("openConflicts").GetInt32()));
        var conflict = Assert.Single((await machine.Read(second + "/conflicts")).EnumerateArray());
        Assert.Equal(("Název druhý", "Název první"), (conflict.GetProperty("mine").GetString(), conflict.GetProperty("theirs").GetString()));
        var stamp = conflict.GetProperty("stamp").GetString();
        var reworded = await machine.Node(second, "1.1.1");
        await machine.Done(HttpMethod.Put, $"{second}/nodes/{reworded.Id()}/texts", new { version = reworded.Version(), title = new { cs = "Název novější" } });
        var (late, told) = await machine.Put($"{second}/conflicts/{conflict.Id()}", new { stamp, decision = "theirs" });
        Assert.Equal((HttpStatusCode.Conflict, "programmes.merge.reworded"), (late, told.GetProperty("code").GetString()));
        Assert.Equal(("Název druhý", "Název novější"), (told.GetProperty("current").GetProperty("mine").GetString(), told.GetProperty("current").GetProperty("now").GetString()));
        stamp = told.GetProperty("current").GetProperty("stamp").GetString();
        var decided = await machine.Done(HttpMethod.Put, $"{second}/conflicts/{conflict.Id()}", new { stamp, decision = "own", own = "Název obou" });
        Assert.Equal(0, decided.GetProperty("openConflicts").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Put($"{second}/conflicts/{conflict.Id()}", new { stamp, decision = "mine" })).Status);
        Assert.Equal("Název obou", (await machine.Node(second, "1.1.1")).GetProperty("title").GetProperty("cs").GetString());
    }

    [Theory, BothEngines]
    public async Task A_new_plan_replaces_an_old_one_and_a_report_is_recorded(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var begun = await machine.Done(HttpMethod.Post, "/drafts/programmes", new { code = "prkk-2028", kind = "region", territory = "CZ041", title = new { cs = "Program 2028" }, edition = "2028", editionTitle = new { cs = "Program 2028" }, from = 2028, to = 2034 });
        var draft = "/drafts/" + begun.Id();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post("/drafts/programmes", new { code = "prkk-2021", kind = "region", territory = "CZ041", title = new { cs = "x" }, edition = "2028", editionTitle = new { cs = "x" } })).Status);
        var (one, two) = (await machine.Add(draft, "A"), await machine.Add(draft, "B"));
        await machine.Done(HttpMethod.Post, draft + "/heirs", new { programme = "prkk-2021" });
        var old = (await machine.Read(draft + "/heirs")).EnumerateArray().First(h => h.GetProperty("code").GetString() == "1").GetProperty("node").GetString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Put($"{draft}/heirs/{old}", new { homes = new[] { new { to = one, share = 6000 }, new { to = two, share = 3000 } } })).Status);
        await machine.Done(HttpMethod.Put, $"{draft}/heirs/{old}", new { homes = new[] { new { to = one, share = 6000 }, new { to = two, share = 4000 } } });
        var heir = (await machine.Read(draft + "/heirs")).EnumerateArray().First(h => h.GetProperty("code").GetString() == "1");
        Assert.Equal((true, 2), (heir.GetProperty("decided").GetBoolean(), heir.GetProperty("homes").GetArrayLength()));

        await machine.Done(HttpMethod.Post, draft + "/heirs", new { });
        Assert.Empty((await machine.Read(draft + "/heirs")).EnumerateArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post(draft + "/heirs", new { })).Status);

        var reports = "/programmes/prkk-2021/editions/2021/mid-term-reports";
        var report = new { on = "2026-01-01", title = new { cs = "Zpráva o uplatňování" }, resolution = "ZK 5/02/26", resolvedOn = "2026-02-01", outcome = "update" };
        Assert.Equal("update", (await machine.Done(HttpMethod.Post, reports, report)).GetProperty("outcome").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Post(reports, report with { on = "2026-03-01" })).Status);
        Assert.Single((await machine.Read(reports)).EnumerateArray());
    }

    [Theory, BothEngines]
    public async Task A_document_is_sent_read_and_its_doubts_are_settled(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var machine = await Strategist(site);
        var text = "# Program rozvoje města\n\n## Priorita 1 Doprava\n\n### Opatření 1.1 Chodníky\n\n- 1.1.1 Opravit chodníky v centru\n- 1.1.3 Postavit přechody\n\n### Opatření 1.2 Parkování\n\n- 1.2.1 Postavit parkoviště\n";
        var read = await Sent(machine, text, "mesto-2027");
        var draft = "/drafts/" + read.GetProperty("draft").GetString();
        Assert.Contains((await machine.Read(draft)).GetProperty("nodes").EnumerateArray(), n => n.GetProperty("code").GetString() == "1.1.3");
        foreach (var doubt in (await machine.Read(draft + "/doubts")).EnumerateArray())
        {
            await machine.Done(HttpMethod.Put, $"{draft}/doubts/{doubt.GetProperty("number").GetInt32()}", new { settled = true });
        }

        Assert.DoesNotContain((await machine.Read(draft + "/doubts")).EnumerateArray(), d => !d.GetProperty("settled").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Put(draft + "/doubts/999", new { settled = true })).Status);
        Assert.NotEmpty((await Sent(machine, text, "Nesmysl!")).GetProperty("refused")[0].GetString()!);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Get, $"/drafts/imports/{Guid.CreateVersion7()}")).Status);
        using var less = new MultipartFormDataContent { { new StringContent("mesto-2027"), "programme" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.Ask(HttpMethod.Post, "/drafts/imports", less)).Status);

        // What the program did beside its request it did as a program.
        var acts = (await machine.Read("/history?kind=programmes.draft.act.import")).GetProperty("rows");
        Assert.Equal("machine", acts[0].GetProperty("actorKind").GetString());
    }

    private static async Task<JsonElement> Sent(Machine machine, string text, string programme)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", "mesto.md" },
            { new StringContent(programme), "programme" },
            { new StringContent("2027"), "edition" },
        };
        var import = await machine.Done(HttpMethod.Post, "/drafts/imports", form);
        for (var round = 0; round < 300; round++)
        {
            var now = await machine.Read("/drafts/imports/" + import.Id());
            if (now.GetProperty("draft").ValueKind is JsonValueKind.String || now.GetProperty("refused").GetArrayLength() > 0)
            {
                return now;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException(programme);
    }

    private static async Task<Machine> Strategist(Site site)
    {
        using var worker = await site.SignedIn(new Grant(Role.Strategist));
        return await worker.Machine(site, All);
    }
}

/// <summary>What a program knows of drafts.</summary>
internal static class Told
{
    /// <summary>Opens an amendment of the shipped programme; gives its path.</summary>
    public static async Task<string> Amend(this Machine machine, string edition = "zmena-9") =>
        "/drafts/" + (await machine.Done(HttpMethod.Post, "/drafts/amendments", new { programme = "prkk-2021", edition, editionTitle = new { cs = "Změna, zkušební" } })).Id();

    /// <summary>The node of this code with its texts and version.</summary>
    public static async Task<JsonElement> Node(this Machine machine, string draft, string code)
    {
        var line = (await machine.Read(draft)).GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("code").GetString() == code);
        return await machine.Read($"{draft}/nodes/{line.Id()}");
    }

    /// <summary>Adds an area; gives its identity.</summary>
    public static async Task<string> Add(this Machine machine, string draft, string code) =>
        (await machine.Done(HttpMethod.Post, draft + "/nodes", new { kind = "area", code, title = new { cs = "Oblast " + code } })).Id();

    public static string Id(this JsonElement told) => told.GetProperty("id").GetString()!;

    public static int Version(this JsonElement told) => told.GetProperty("version").GetInt32();
}
