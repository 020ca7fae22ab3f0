using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Whoever decides or brings back in a page that is no longer true is told, sees what stands there now, and can send again.</summary>
public sealed class OvertakenStory
{
    [Theory, BothEngines]
    public async Task A_conflict_is_decided_over_the_wording_that_stands_now(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = await site.SignedIn(new Grant(Role.Strategist));
        using var two = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await one.Amend();
        var node = await Node(one, draft, "8.1");
        await one.Done(node, "texts", new() { ["title"] = "Znění konceptu" });
        Assert.True((await site.Within.Enter(Package.Later())).Ok);
        await one.Done(draft + "/rozpory", "rebase");
        var seen = await two.Page(draft + "/rozpory");
        var form = seen.QuerySelectorAll("section.v-sec").First(s => s.TextContent.Contains("Znění konceptu", StringComparison.Ordinal)).QuerySelector("input[name=_handler]")!.GetAttribute("value")!;

        await one.Done(node, "texts", new() { ["title"] = "Novější znění konceptu" });
        using var told = await two.Send(draft + "/rozpory", seen, form, new() { ["do"] = "Mine" });
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var now = await Worker.Read(told);
        Assert.Contains("mezitím změnilo", Worker.Said(now), StringComparison.Ordinal);
        Assert.Contains("Novější", now.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Novější znění konceptu", Title(await one.Page(node)));
        using var knowingly = await two.Send(draft + "/rozpory", now, form, new() { ["do"] = "Mine" });
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
        Assert.Equal("Novější znění konceptu", Title(await one.Page(node)));
    }

    [Theory, BothEngines]
    public async Task The_past_is_brought_back_over_the_wording_that_stands_now(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = await site.SignedIn(new Grant(Role.Strategist));
        using var two = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await one.Amend();
        var node = await Node(one, draft, "8.1");
        var was = Title(await one.Page(node));
        var back = $"/prace/programy/prkk-2021/vratit/{node.Split('/')[^1]}";
        await one.Done(node, "texts", new() { ["title"] = "Omyl" });
        var seen = await two.Page(back);
        await one.Done(node, "texts", new() { ["title"] = "Napsáno mezitím" });
        using var told = await two.Send(back, seen, "back");
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var now = await Worker.Read(told);
        Assert.Contains("mezitím změnil", Worker.Said(now), StringComparison.Ordinal);
        Assert.Contains("Napsáno", now.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Napsáno mezitím", Title(await one.Page(node)));
        using var knowingly = await two.Send(back, now, "back");
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
        Assert.Equal(was, Title(await one.Page(node)));
    }

    private static async Task<string> Node(Worker worker, string draft, string code) => (await worker.Page(draft))
        .QuerySelectorAll("li[data-node]").First(r => r.QuerySelector(".v-code")!.TextContent == code).QuerySelector("a")!.GetAttribute("href")!;

    private static string Title(IHtmlDocument page) => ((IHtmlTextAreaElement)page.QuerySelector("[name=title]")!).Value;
}
