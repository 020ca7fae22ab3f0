using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Whoever changes a draft may say why, and the history keeps it.</summary>
public sealed class WhyStory
{
    [Theory, BothEngines]
    public async Task The_reason_given_with_a_change_stands_in_the_history(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var (node, other, third) = (At(await strategist.Page(draft), "1.1.1"), At(await strategist.Page(draft), "1.1.2"), At(await strategist.Page(draft), "1.2.1"));
        var measure = At(await strategist.Page(draft), "1.1").Split('/')[^1];
        (string Act, string Page, string Form, Dictionary<string, string> Typed)[] changes =
        [
            ("texts", node, "texts", new() { ["title"] = "Jiný název" }),
            ("head", draft + "/udaje", "head", new() { ["territory"] = "CZ041" }),
            ("need", $"{draft}/nastroj?measure={measure}", "need", new() { ["title"] = "Studie", ["kind"] = "Project" }),
            ("add", draft + "/pridat", "add", new() { ["kind"] = "Area", ["code"] = "99", ["title"] = "Nová oblast" }),
            ("move", node + "/presunout", "move", new()),
            ("recode", node + "/precislovat", "recode", new() { ["code"] = "1.1.88" }),
            ("split", other + "/rozdelit", "split", new() { ["second.title"] = "Druhá půle", ["code"] = "1.1.89" }),
            ("merge", other + "/sloucit", "merge", new()),
            ("drop", third + "/vypustit", "drop", new()),
        ];
        foreach (var (act, page, form, typed) in changes)
        {
            await strategist.Done(page, form, new(typed) { ["why"] = $" protože {act} " });
            Assert.Equal($"protože {act}", await Why(strategist, act));
        }

        await strategist.Done(node, "texts", new() { ["title"] = "Bez důvodu" });
        Assert.Equal("", await Why(strategist, "texts"));
        using var refused = await strategist.Send(node, "texts", new() { ["title"] = "Moc důvodů", ["why"] = new string('x', 501) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var told = await Worker.Read(refused);
        Assert.NotNull(told.QuerySelector("#errors a[href='#f-why']"));
        Assert.Equal("Moc důvodů", told.QuerySelector("#f-title")!.TextContent.Trim());
        Assert.Equal("", await Why(strategist, "texts"));
    }

    [Theory, BothEngines]
    public async Task Machines_say_why_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var machine = await strategist.Machine(site, "programmes.read-drafts", "programmes.edit");
        var draft = "/drafts/" + (await machine.Done(HttpMethod.Post, "/drafts/amendments", new { programme = "prkk-2021", edition = "zmena-9", editionTitle = new { cs = "Změna" } })).Id();
        var nodes = (await machine.Read(draft)).GetProperty("nodes").EnumerateArray().ToDictionary(n => n.GetProperty("code").GetString()!, n => n.Id());
        var node = await machine.Read($"{draft}/nodes/{nodes["1.1.1"]}");
        await machine.Done(HttpMethod.Put, $"{draft}/nodes/{nodes["1.1.1"]}/texts", new { version = node.Version(), title = new { cs = "Jinak" }, why = "připomínka obce" });
        Assert.Equal("připomínka obce", await Why(strategist, "texts"));
        var gone = await machine.Read($"{draft}/nodes/{nodes["1.2.1"]}");
        var path = $"{draft}/nodes/{nodes["1.2.1"]}?stamp={gone.GetProperty("stamp").GetString()}&why=";
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.Ask(HttpMethod.Delete, path + "%00")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.Ask(HttpMethod.Delete, path + new string('x', 501))).Status);
        await machine.Done(HttpMethod.Delete, path + Uri.EscapeDataString("už není třeba"));
        Assert.Equal("už není třeba", await Why(strategist, "drop"));
    }

    /// <summary>What the page of the last act of a kind says of its reason; nothing when it says that none was given.</summary>
    private static async Task<string> Why(Worker worker, string act)
    {
        var last = (await worker.Page("/prace/historie?kind=programmes.draft.act." + act)).QuerySelector("td a.v-rowlink")!.GetAttribute("href")!;
        var said = (await worker.Page(last)).QuerySelectorAll("dl.v-facts dd").Select(d => d.TextContent.Trim()).ElementAt(2);
        return said.Replace('\u00a0', ' ') == "bez odůvodnění" ? "" : said;
    }

    private static string At(IHtmlDocument outline, string code) =>
        outline.QuerySelectorAll(".v-outline__row > a").Single(a => a.QuerySelector(".v-code")!.TextContent == code).GetAttribute("href")!;
}
