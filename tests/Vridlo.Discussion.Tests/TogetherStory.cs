using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Discussion.Comments;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>Many comments settled by one answer.</summary>
public sealed class TogetherStory
{
    private const string Address = "/prace/pripominky/hromadne?do=settle&choice=Accepted&all=1";

    [Theory, BothEngines]
    public async Task One_answer_settles_those_that_one_may_settle_and_is_taken_back_as_one(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (here, elsewhere) = (await site.Node("8.2"), await site.Node("12.4"));
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        foreach (var (node, text) in new[] { (here, "Chybí rozpočet."), (here, "Chybí termín."), (elsewhere, "Chybí nositel.") })
        {
            await reader.Done(node.Page(), "comment", new() { ["text"] = text });
        }

        using var owner = await site.SignedIn(here.Here(Role.Owner), new Grant(Role.Reader));
        var preview = await owner.Page(Address);
        Assert.Equal(3, preview.QuerySelectorAll("main tbody tr").Length);
        Assert.StartsWith("Nic:", preview.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("nositel", StringComparison.Ordinal)).LastElementChild!.TextContent, StringComparison.Ordinal);
        using var mute = await owner.Send(Address, preview, "bulk", new() { ["why"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mute.StatusCode);
        using var done = await owner.Send(Address, preview, "bulk", new() { ["why"] = "Doplníme do návrhu." });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal([("Chybí rozpočet.", "Doplníme do návrhu."), ("Chybí termín.", "Doplníme do návrhu."), ("Chybí nositel.", null)], await Answers(site));
        Assert.Equal(2, (await reader.Page("/prace/pripominky?state=settled")).QuerySelectorAll("tbody tr").Length);
        var told = (await reader.Page("/prace/oznameni")).QuerySelector("main tbody tr")!.TextContent.Replace('\u00a0', ' ');
        Assert.Contains("Vypořádání připomínky", told, StringComparison.Ordinal);
        Assert.Contains("a ještě 1 připomínka", told, StringComparison.Ordinal);
        Assert.Single((await reader.Page("/prace/oznameni")).QuerySelectorAll("main tbody tr"));

        await owner.TurnBack(await owner.Page("/prace/pripominky"));
        Assert.All(await Answers(site), c => Assert.Null(c.Answer));
    }

    /// <summary>Somebody else was faster with all of it: the page says so, whatever is left to be shown.</summary>
    [Theory, BothEngines]
    public async Task What_was_settled_since_the_preview_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var here = await site.Node("8.2");
        using var owner = await site.SignedIn(here.Here(Role.Owner));
        await owner.Done(here.Page(), "comment", new() { ["text"] = "Chybí rozpočet." });
        var (preview, another) = (await owner.Page(Address), await owner.Page(Address));
        var undecided = await owner.Page("/prace/pripominky/hromadne?do=settle&all=1");
        Assert.Null(undecided.QuerySelector("[name=seen]"));
        using var done = await owner.Send(Address, preview, "bulk", new() { ["why"] = "Doplníme." });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var late = await owner.Send(Address, another, "bulk", new() { ["why"] = "Nedoplníme." });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Mezitím se něco změnilo", Worker.Said(await Worker.Read(late)).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("Doplníme.", Assert.Single(await Answers(site)).Answer);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Empty((await reader.Page("/prace/pripominky?state=")).QuerySelectorAll(".v-bulk"));
    }

    /// <summary>An answer is to what was said, and a reply that came meanwhile was not read.</summary>
    [Theory, BothEngines]
    public async Task A_reply_since_the_preview_is_read_before_it_is_settled(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var here = await site.Node("8.2");
        using var owner = await site.SignedIn(here.Here(Role.Owner));
        await owner.Done(here.Page(), "comment", new() { ["text"] = "Chybí rozpočet." });
        var thread = (await owner.Page("/prace/pripominky")).QuerySelector("tbody a[href*='/prace/pripominky/']")!.GetAttribute("href")!;
        var preview = await owner.Page(Address);
        await owner.Done(thread, "reply", new() { ["text"] = "A také harmonogram." });
        using var late = await owner.Send(Address, preview, "bulk", new() { ["why"] = "Doplníme." });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var seen = await owner.Send(Address, await Worker.Read(late), "bulk");
        Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_program_settles_all_or_none(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (here, elsewhere) = (await site.Node("8.2"), await site.Node("12.4"));
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        var reads = await reader.Machine(site, DiscussionRights.Comment);
        string[] said = [await reads.Comment(here, "Jedna."), await reads.Comment(here, "Dvě."), await reads.Comment(elsewhere, "Tři.")];
        using var owner = await site.SignedIn(here.Here(Role.Owner), new Grant(Role.Reader));
        var owns = await owner.Machine(site, DiscussionRights.Comment, "programmes.edit");
        var (refused, problem) = await owns.Post("/comments/together/settle", new { comments = said, choice = "Explained", why = "Takto." });
        Assert.Equal((HttpStatusCode.Forbidden, "discussion.may-not-settle"), (refused, problem.GetProperty("code").GetString()));
        Assert.All(await Answers(site), c => Assert.Null(c.Answer));
        var (done, body) = await owns.Post("/comments/together/settle", new { comments = said[..2], choice = "explained", why = "Takto." });
        Assert.Equal((HttpStatusCode.OK, 2), (done, body.GetProperty("changed").GetInt32()));
        Assert.Equal(["Takto.", "Takto.", null], (await Answers(site)).Select(c => c.Answer));
    }

    private static Task<List<(string Text, string? Answer)>> Answers(Site site) => site.Within.In(async unit =>
        (await unit.GetRequiredService<AppDb>().Set<Comment>().OrderBy(c => c.Id).Select(c => new { c.Text, c.Answer }).ToListAsync()).ConvertAll(c => (c.Text, c.Answer)));
}
