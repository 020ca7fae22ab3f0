using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Duties;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>What waits for whom.</summary>
public sealed class TasksStory
{
    [Theory, BothEngines]
    public async Task A_comment_waits_for_whom_it_is_addressed_to_and_for_the_owner(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (node, elsewhere) = (await site.Node("8.2"), await site.Node("4.1"));
        var asked = await site.Employ("tazany@example.org", node.Here(Role.Guarantor));
        using var guarantor = await site.SignIn("tazany@example.org");
        using var owner = await site.SignedIn(node.Here(Role.Owner));
        using var other = await site.SignedIn(elsewhere.Here(Role.Owner));
        using var author = await site.SignedIn(node.Here(Role.Reader));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Kolik to stojí?", ["to"] = asked.Id.Value.ToString() });

        Assert.Equal(["Odpovědět na připomínku: " + node.Code], await Waiting(guarantor, node.Code));
        Assert.Equal(["Vypořádat připomínku: " + node.Code], await Waiting(owner, node.Code));
        Assert.Empty(await Waiting(other, node.Code));
        Assert.Empty(await Waiting(author, node.Code));
        Assert.Equal("1", (await owner.Page("/prace/prava")).QuerySelector(".v-ws__nav a[href='/prace'] .v-hot")!.TextContent);

        var thread = (await guarantor.Page("/prace")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        site.Clock.Now += Duration.FromMinutes(1);
        await guarantor.Done(thread, "reply", new() { ["text"] = "Nevím." });
        Assert.Empty(await Waiting(guarantor, node.Code));
        await owner.Done(thread, "settle", new() { ["how"] = "Explained", ["answer"] = "Bude v rozpočtu." });
        Assert.Empty(await Waiting(owner, node.Code));
    }

    /// <summary>Whatever order the sources give, the most urgent comes first, and what is overdue says so.</summary>
    [Fact]
    public async Task The_most_urgent_comes_first()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var today = site.Clock.Now.InZone(DateText.Zone).Date;
        site.Services.GetRequiredService<Declarations>().Tasks((_, _, _) => Task.FromResult<IReadOnlyList<Duty>>(
        [
            new("discussion.duty.answer", new("beze lhůty, nové"), "/prace", site.Clock.Now),
            new("discussion.duty.answer", new("zítra"), "/prace", site.Clock.Now, today.PlusDays(1)),
            new("discussion.duty.answer", new("beze lhůty, staré"), "/prace", site.Clock.Now - Duration.FromDays(9)),
            new("discussion.duty.answer", new("po termínu"), "/prace", site.Clock.Now, today.PlusDays(-1)),
            new("discussion.duty.answer", new("dnes"), "/prace", site.Clock.Now, today),
        ]));
        using var worker = await site.SignedIn();
        var page = await worker.Page("/prace");
        Assert.Equal(
            ["po termínu", "dnes", "zítra", "beze lhůty, staré", "beze lhůty, nové"],
            page.QuerySelectorAll("main table:first-of-type tbody th").Take(5).Select(t => t.TextContent.Split(": ")[1]));
        Assert.Contains("po termínu, bylo do", page.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("bylo do", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Waiting(Worker worker, string code) =>
        [.. (await worker.Page("/prace")).QuerySelectorAll("main tbody th a").OfType<IHtmlAnchorElement>().Select(a => a.TextContent[..(a.TextContent.IndexOf(code, StringComparison.Ordinal) + code.Length)])];
}
