using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>Comments through the open interface, and with them how it takes what is written.</summary>
public sealed class InterfaceStory
{
    [Theory, BothEngines]
    public async Task A_comment_is_made_changed_answered_and_settled(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        using var owner = await site.SignedIn(node.Here(Role.Owner));
        var (reads, owns) = (await reader.Machine(site, "discussion.comment"), await owner.Machine(site, "discussion.comment", "programmes.edit"));

        var (made, comment) = await reads.Post("/comments", new { subject = node.Subject(), kind = "suggestion", text = "Příliš obecné.", passage = "podpora", proposal = "podpora\nlázní" });
        Assert.Equal(HttpStatusCode.Created, made);
        var id = comment.GetProperty("id").GetString();
        Assert.Equal("podpora\nlázní", comment.GetProperty("proposal").GetString());

        var (changed, now) = await reads.Ask(HttpMethod.Put, $"/comments/{id}", new { version = 0, text = "Je to příliš obecné.", passage = "podpora", proposal = "podpora lázní" });
        Assert.Equal(HttpStatusCode.OK, changed);
        Assert.Equal("Příliš obecné.", now.GetProperty("earlier")[0].GetProperty("text").GetString());
        var (stale, _) = await reads.Ask(HttpMethod.Put, $"/comments/{id}", new { version = 0, text = "Jinak.", proposal = "x" });
        Assert.Equal(HttpStatusCode.Conflict, stale);
        var (foreign, _) = await owns.Ask(HttpMethod.Put, $"/comments/{id}", new { version = 1, text = "Cizí slova.", proposal = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, foreign);

        var (replied, _) = await owns.Post($"/comments/{id}/replies", new { text = "Co přesně chybí?" });
        Assert.Equal(HttpStatusCode.Created, replied);
        var (unread, _) = await owns.Ask(HttpMethod.Put, $"/comments/{id}/settlement", new { version = 1, how = "accepted", answer = "Ano." });
        Assert.Equal(HttpStatusCode.Conflict, unread);
        var (notMine, why) = await reads.Ask(HttpMethod.Put, $"/comments/{id}/settlement", new { version = 2, how = "accepted", answer = "Ano." });
        Assert.Equal((HttpStatusCode.Forbidden, "discussion.may-not-settle"), (notMine, why.GetProperty("code").GetString()));
        var (settled, answer) = await owns.Ask(HttpMethod.Put, $"/comments/{id}/settlement", new { version = 2, how = "accepted", answer = "Ano." });
        Assert.Equal((HttpStatusCode.OK, "accepted"), (settled, answer.GetProperty("settlement").GetProperty("how").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await reads.Post($"/comments/{id}/replies", new { text = "Ještě něco." })).Status);

        var (_, open) = await reads.Ask(HttpMethod.Get, "/comments?state=open");
        Assert.Equal(0, open.GetProperty("count").GetInt32());
        var (_, all) = await reads.Ask(HttpMethod.Get, "/comments");
        Assert.Equal(id, Assert.Single(all.GetProperty("rows").EnumerateArray().ToList()).GetProperty("id").GetString());
    }

    [Theory, BothEngines]
    public async Task Nobody_reads_or_writes_without_token_right_and_place(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (here, elsewhere) = (await site.Node("8.2"), await site.Node("4.1"));
        using var reader = await site.SignedIn(here.Here(Role.Reader));
        using var other = await site.SignedIn(elsewhere.Here(Role.Strategist));
        var (reads, others) = (await reader.Machine(site, "discussion.comment"), await other.Machine(site, "discussion.comment"));
        var id = await reads.Comment(here, "Jen pro nás.");

        var (nobody, problem) = await new Machine(site, null).Post("/comments", new { subject = here.Subject(), text = "Kdo jsem?" });
        Assert.Equal((HttpStatusCode.Unauthorized, "api.sign-in-needed"), (nobody, problem.GetProperty("code").GetString()));
        using var narrow = await site.SignedIn(new Grant(Role.Administrator));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await narrow.Machine(site, "people.manage")).Post("/comments", new { subject = here.Subject(), text = "Jiný klíč." })).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await others.Post("/comments", new { subject = here.Subject(), text = "Cizí místo." })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await others.Ask(HttpMethod.Get, $"/comments/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await others.Ask(HttpMethod.Get, $"/comments/of/{here.Subject()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await others.Ask(HttpMethod.Delete, $"/comments/{id}")).Status);
        Assert.Equal(0, (await others.Ask(HttpMethod.Get, "/comments")).Body.GetProperty("count").GetInt32());

        // A cookie is no token: another site cannot write through a browser that is signed in.
        using var cookie = await reader.Post("/api/v1/comments", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, cookie.StatusCode);
    }

    [Theory, BothEngines]
    public async Task The_same_request_does_nothing_twice(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        using var other = await site.SignedIn(node.Here(Role.Reader));
        var (reads, others) = (await reader.Machine(site, "discussion.comment"), await other.Machine(site, "discussion.comment"));
        var said = new { subject = node.Subject(), text = "Jednou." };

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reads.Post("/comments", said, "klic-1")));
        Assert.Contains(together, a => a.Status is HttpStatusCode.Created);
        Assert.All(together, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict));
        var again = await reads.Post("/comments", said, "klic-1");
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Single(together.Where(a => a.Status is HttpStatusCode.Created).Append(again).Select(a => a.Body.GetProperty("id").GetString()).Distinct());
        Assert.Equal(1, (await reads.Ask(HttpMethod.Get, "/comments")).Body.GetProperty("count").GetInt32());

        // Another person's key is another one, and what was refused may be sent again.
        Assert.Equal(HttpStatusCode.Created, (await others.Post("/comments", said, "klic-1")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reads.Post("/comments", said with { text = "" }, "klic-2")).Status);
        Assert.Equal(HttpStatusCode.Created, (await reads.Post("/comments", said, "klic-2")).Status);
        Assert.Equal(3, (await reads.Ask(HttpMethod.Get, "/comments")).Body.GetProperty("count").GetInt32());
    }

    [Theory, BothEngines]
    public async Task What_makes_no_sense_is_refused_and_said(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        var reads = await reader.Machine(site, "discussion.comment");
        var subject = node.Subject();
        (object Body, int Status, string Code)[] refused =
        [
            (Json("{"), 400, "api.body.wrong"),
            (Json("null"), 400, "api.body.wrong"),
            (Json("[]"), 400, "api.body.wrong"),
            (Json("{}"), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":"a","txet":"b"}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":"a","text":"b"}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":null,"kind":1}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":null,"text":"a"}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":"a\u0000b"}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":"\ud800"}"""), 400, "api.body.wrong"),
            (Json($$"""{"subject":"{{subject}}","text":"a","to":["nobody"]}"""), 400, "api.body.wrong"),
            (Json(new string('[', 200)), 400, "api.body.wrong"),
            (Json(new string('a', 5 * 1024 * 1024)), 413, "api.body.too-large"),
            (new StringContent("text=a", Encoding.UTF8, "application/x-www-form-urlencoded"), 415, "api.body.not-json"),
            (new { subject, text = new string('a', 1024 * 1024) }, 422, "discussion.text.too-long"),
            (new { subject, text = "a\u0007b" }, 422, "discussion.text.control"),
            (new { subject, text = " \n " }, 422, "discussion.text.needed"),
            (new { subject, kind = "suggestion", text = "Proč." }, 422, "discussion.proposal.needed"),
            (new { subject, text = "Komu.", to = new[] { Guid.CreateVersion7() } }, 422, "discussion.to.unknown"),
            (new { subject = "programme.node/' OR 1=1 --", text = "a" }, 404, "discussion.subject.unknown"),
            (new { subject = "programme.node/../../etc/passwd", text = "a" }, 404, "discussion.subject.unknown"),
            (new { subject = new string('x', 1024 * 1024), text = "a" }, 404, "discussion.subject.unknown"),
            (new { subject = "no.kind/1", text = "a" }, 404, "discussion.subject.unknown"),
        ];
        foreach (var (body, expected, code) in refused)
        {
            var (status, problem) = await reads.Post("/comments", body);
            Assert.True((int)status == expected && problem.GetProperty("code").GetString() == code, $"{expected} {code}: {(int)status} {problem}");
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        }

        Assert.Equal(0, (await reads.Ask(HttpMethod.Get, "/comments")).Body.GetProperty("count").GetInt32());
        foreach (var path in (string[])["/comments/x", $"/comments/{Guid.CreateVersion7()}", "/comments/of/programme.node/x", "/comments/of/a/" + new string('b', 3000)])
        {
            var (status, problem) = await reads.Ask(HttpMethod.Get, path);
            Assert.True((int)status is 400 or 404 or 422, $"{path}: {status}");
            Assert.Equal(JsonValueKind.String, problem.GetProperty("code").ValueKind);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reads.Post("/comments", new { subject, text = "a" }, new string('k', 300))).Status);
    }

    /// <summary>What is odd but means something comes back as it went in.</summary>
    [Theory, BothEngines]
    public async Task Texts_come_back_as_they_went_in(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        var reads = await reader.Machine(site, "discussion.comment");
        string[] texts = ["<script>alert(1)</script>", "a\u202Eb\u2066c\u200F", "👩‍👩‍👧‍👦 ẞ ﷽", "'; DROP TABLE discussion_comment; --", "${7*7} {{1}} %n %00 \\u0000", "=HYPERLINK(\"x\")", "a\tb\n\n\nc", new string('ř', 10_000)];
        foreach (var text in texts)
        {
            var id = await reads.Comment(node, text);
            Assert.Equal(text, (await reads.Ask(HttpMethod.Get, $"/comments/{id}")).Body.GetProperty("text").GetString());
            var page = await reader.Page($"/prace/pripominky/{id}");
            Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), string.Concat(page.QuerySelector(".v-said")!.TextContent.Where(c => !char.IsWhiteSpace(c))));
            Assert.Empty(page.QuerySelectorAll("main script:not([src])"));
        }

        using var csv = await reader.Get("/prace/pripominky.csv");
        Assert.DoesNotMatch("[,\"]=HYPERLINK", await csv.Content.ReadAsStringAsync());
    }

    private static ByteArrayContent Json(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
