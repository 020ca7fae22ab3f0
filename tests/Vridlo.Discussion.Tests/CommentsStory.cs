using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Discussion.Comments;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>Comments through the pages.</summary>
public sealed class CommentsStory
{
    [Theory, BothEngines]
    public async Task What_is_said_is_answered_and_leaves_the_list_of_what_is_open(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        var boss = await site.Employ("gestorka@example.org", node.Here(Role.Owner));
        using var owner = await site.SignIn("gestorka@example.org");

        var thread = await reader.Done(node.Page(), "comment", new() { ["text"] = "První odstavec.\r\n\r\nDruhý.", ["to"] = boss.Id.Value.ToString() });
        Assert.Equal(["První odstavec.", "Druhý."], thread.QuerySelectorAll(".v-said p").Select(p => p.TextContent));
        Assert.Contains("gestorka", thread.QuerySelector(".v-comment header")!.TextContent, StringComparison.Ordinal);
        Assert.Null(thread.QuerySelector("#settle"));
        var address = Address(await owner.Page("/prace/pripominky?whose=me"));

        await owner.Done(address, "reply", new() { ["text"] = "Děkuji." });
        var settled = await owner.Done(address, "settle", new() { ["how"] = "Declined", ["answer"] = "Je to jinde." });
        Assert.Contains("Nepřijato", settled.QuerySelector(".v-settled")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await reader.Page("/prace/pripominky")).QuerySelectorAll("tbody tr"));
        Assert.Single((await reader.Page("/prace/pripominky?state=")).QuerySelectorAll("tbody tr"));
        Assert.Single((await reader.Page("/prace/pripominky?state=settled&whose=own")).QuerySelectorAll("tbody tr"));
    }

    [Theory, BothEngines]
    public async Task A_project_of_which_something_was_said_is_not_taken_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var made = await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = "Lávka", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1" });
        var talk = (await strategist.Page("/prace/projekty/P-0001")).QuerySelector("a[href*='/prace/pripominky/']")!.GetAttribute("href")!;
        await strategist.Done(talk, "comment", new() { ["text"] = "Není to totéž jako loni?" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => strategist.TurnBack(made));
        Assert.Contains("P-0001 už patří připomínky", refused.Message.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/projekty/P-0001")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_settlement_taken_back_opens_the_thread_and_leaves_nothing_of_the_answer(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        using var owner = await site.SignedIn(node.Here(Role.Owner));
        await reader.Done(node.Page(), "comment", new() { ["text"] = "Chybí rozpočet." });
        var address = Address(await owner.Page("/prace/pripominky"));
        var settled = await owner.Done(address, "settle", new() { ["how"] = "Declined", ["answer"] = "Je to jinde." });
        var act = settled.QuerySelector(".v-ws__done form")!.GetAttribute("action")!;
        using var guarantor = await site.SignedIn(node.Here(Role.Guarantor));
        var (status, problem) = await (await guarantor.Machine(site, "history.read", DiscussionRights.Comment)).Post($"/history/{act.Split('/')[^1]}/undo", new { });
        Assert.Equal((HttpStatusCode.Forbidden, "discussion.may-not-settle"), (status, problem.GetProperty("code").GetString()));

        var open = await owner.TurnBack(settled);
        Assert.Null(open.QuerySelector(".v-settled"));
        Assert.NotNull(open.QuerySelector("#settle"));
        Assert.Null(open.QuerySelector(".v-ws__done button"));
        Assert.Single((await reader.Page("/prace/pripominky")).QuerySelectorAll("tbody tr"));
        Assert.Contains("Vrácení změny", (await reader.Page("/prace/oznameni")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.Within.In(async unit => Assert.Null((await unit.GetRequiredService<AppDb>().Set<Comment>().SingleAsync()).Answer));

        // What another act has written since is not lost, though the record does not say what it was.
        var again = (await owner.Done(address, "settle", new() { ["how"] = "Accepted", ["answer"] = "Doplníme." })).QuerySelector(".v-ws__done form")!.GetAttribute("action")!;
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            (await db.Set<Comment>().SingleAsync()).Answer = "Doplníme do konce roku.";
            Assert.True(await db.Commit(new(Actor.System, "discussion.act.edit", "a test wants it"), default));
        });
        await Refused("změnil");
        await reader.Done(address + "/uprava", "remove");
        await Refused("odstraněna");

        async Task Refused(string said)
        {
            using var refused = await owner.Send(again, "undo");
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains(said, Worker.Said(await Worker.Read(refused)), StringComparison.Ordinal);
        }
    }

    [Theory, BothEngines]
    public async Task A_part_is_found_by_its_code_or_title_where_one_may_read(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        foreach (var wanted in new[] { "8.2", node.Title!.Cs![..12].ToUpperInvariant() })
        {
            var page = await reader.Page("/prace/pripominky?cast=" + Uri.EscapeDataString(wanted));
            Assert.Contains("Program rozvoje Karlovarského kraje", page.QuerySelector($"a[href='{node.Page()}']")!.ParentElement!.QuerySelector("small")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        }

        Assert.Contains("Nic takového", (await reader.Page("/prace/pripominky?cast=4.1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nic takového", (await reader.Page("/prace/pripominky?cast=%01" + new string('a', 3000))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Words_are_their_authors_and_what_is_removed_leaves_a_trace(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var author = await site.SignedIn(node.Here(Role.Guarantor));
        using var other = await site.SignedIn(node.Here(Role.Guarantor));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Tajné jméno Karel." });
        var address = Address(await author.Page("/prace/pripominky"));

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address + "/uprava")).StatusCode);
        var changed = await author.Done(address + "/uprava", "change", new() { ["text"] = "Bez jména." });
        Assert.Equal("Bez jména.", changed.QuerySelector(".v-said p")!.TextContent);
        Assert.Contains("Karel", changed.QuerySelector(".v-comment details")!.TextContent, StringComparison.Ordinal);

        // A deadline is moved without touching the words, and never into the past.
        var dated = await author.Done(address + "/uprava", "change", new() { ["due"] = "2031-05-09" });
        Assert.Contains("9. 5. 2031", dated.QuerySelector(".v-comment")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Single(dated.QuerySelectorAll(".v-comment details"));
        Assert.Equal("2031-05-09", (await author.Page(address + "/uprava")).QuerySelector("[name=due]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.Send(address + "/uprava", "change", new() { ["due"] = "2020-01-01" })).StatusCode);
        var removed = await author.Done(address + "/uprava", "remove");
        Assert.Contains("Odstraněno", removed.QuerySelector(".v-comment")!.TextContent, StringComparison.Ordinal);
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            Assert.Equal("", (await db.Set<Comment>().SingleAsync()).Text);
            Assert.Empty(await db.Set<CommentWording>().ToListAsync());
            var changes = await db.Database.SqlQuery<string>($"SELECT coalesce(before, '') || after AS \"Value\" FROM record_change WHERE subject = 'discussion.comment'").ToListAsync();
            Assert.Equal(4, changes.Count);
            Assert.All(changes, c => Assert.DoesNotContain("jmén", c, StringComparison.Ordinal));
        });
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var reader = await site.SignedIn(node.Here(Role.Reader));
        foreach (var (typed, said) in new[] { ("", "Napište"), (new string('a', 1024 * 1024), "nejvýše") })
        {
            using var answer = await reader.Send(node.Page(), "comment", new() { ["text"] = typed });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await Worker.Read(answer);
            Assert.Contains(said, Worker.Said(page), StringComparison.Ordinal);
            Assert.Equal(typed, page.QuerySelector("#f-text")!.TextContent);
        }

        // No browser sends a null character; what does is refused before anybody reads it.
        using var broken = await reader.Send(node.Page(), "comment", new() { ["text"] = "a\0b" });
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.NotEmpty((await Worker.Read(broken)).QuerySelector("main h1")!.TextContent.Trim());

        using var foreign = await reader.Get((await site.Node("4.1")).Page());
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Theory, BothEngines]
    public async Task An_erased_person_leaves_what_was_said_and_no_name(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        var person = await site.Employ("odchazi@example.org", node.Here(Role.Guarantor));
        using var author = await site.SignIn("odchazi@example.org");
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Chybí rozpočet." });
        var address = Address(await author.Page("/prace/pripominky"));
        await author.Done(address + "/uprava", "change", new() { ["text"] = "Chybí celý rozpočet." });
        await boss.Done(node.Page(), "comment", new() { ["text"] = "Co vy na to?", ["to"] = person.Id.Value.ToString() });

        using var export = await author.Get("/prace/ja/udaje.json");
        var held = JsonDocument.Parse(await export.Content.ReadAsStringAsync()).RootElement.GetProperty("comments");
        Assert.Equal("Chybí celý rozpočet.", held.GetProperty("written")[0].GetProperty("text").GetString());
        Assert.Equal("Chybí rozpočet.", held.GetProperty("written")[0].GetProperty("earlier")[0].GetProperty("text").GetString());
        Assert.Equal(1, held.GetProperty("addressed").GetArrayLength());

        await boss.Done($"/prace/lide/{person.Id.Value}", "erase", new() { ["sure"] = "odchazi@example.org" });
        var page = await boss.Page(address);
        Assert.Equal("Chybí celý rozpočet.", page.QuerySelector(".v-said p")!.TextContent);
        Assert.Equal("vymazaná osoba", page.QuerySelector(".v-comment header b")!.TextContent);
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            Assert.False(await db.Set<Comment>().AnyAsync(c => c.AuthorId == person.Id));
            Assert.Empty(await db.Set<CommentWording>().ToListAsync());
            Assert.Empty(await db.Set<CommentAddressee>().ToListAsync());
        });
    }

    private static string Address(AngleSharp.Html.Dom.IHtmlDocument list) => list.QuerySelector("tbody a.v-rowlink")!.GetAttribute("href")!;
}
