using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Drafts through their pages, as a browser without scripts sends them.</summary>
public sealed class PagesStory
{
    [Theory, BothEngines]
    public async Task A_strategist_opens_a_draft_edits_its_tree_and_sees_what_differs(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var node = At(await strategist.Page(draft), "1.1.1");

        await strategist.Done(node, "texts", new() { ["title"] = "Nový název <b>aktivity</b>", ["title.en"] = "New title", ["text"] = "Řádek\r\ndruhý" });
        var page = await strategist.Page(node);
        Assert.Equal("Nový název <b>aktivity</b>", Field(page, "title"));
        Assert.Equal("Řádek\ndruhý", Field(page, "text"));

        var added = await strategist.Done(draft + "/pridat?under=" + Id(await strategist.Page(draft), "1.1"), "add", new() { ["kind"] = "Activity", ["code"] = "1.1.99", ["title"] = "Úplně nová aktivita" });
        await strategist.Done(At(added, "1.1.99") + "/presunout", "move", new() { ["parent"] = Id(added, "1.2"), ["before"] = Id(added, "1.2.1") });
        var moved = await strategist.Page(draft);
        Assert.Equal(["1.1.99", "1.2.1"], Below(moved, "1.2").Take(2));
        await strategist.Done(draft, "outline", new() { ["do"] = $"down.{Id(moved, "1.1.99")}.{Version(moved, "1.1.99")}" });
        Assert.Equal(["1.2.1", "1.1.99"], Below(await strategist.Page(draft), "1.2").Take(2));

        await strategist.Done(At(moved, "1.1.99") + "/precislovat", "recode", new() { ["code"] = "1.2.99" });
        await strategist.Done(At(moved, "1.1.99") + "/rozdelit", "split", new() { ["title"] = "První půle", ["second.title"] = "Druhá půle", ["code"] = "1.2.100" });
        var split = await strategist.Page(draft);
        Assert.Contains("1.2.100", Below(split, "1.2"));
        await strategist.Done(At(split, "1.2.100") + "/sloucit", "merge", new() { ["into"] = $"{Id(split, "1.2.99")}.{Version(split, "1.2.99")}" });
        Assert.DoesNotContain("1.2.100", Below(await strategist.Page(draft), "1.2"));
        Assert.Contains("Druhá půle", Field(await strategist.Page(At(split, "1.2.99")), "text"), StringComparison.Ordinal);

        await strategist.Done(At(split, "2.1.1") + "/vypustit", "drop");
        var changes = (await strategist.Page(draft + "/zmeny")).Body!.TextContent;
        Assert.Contains("První půle", changes, StringComparison.Ordinal);
        Assert.Contains("Nový název <b>aktivity</b>", changes, StringComparison.Ordinal);
        using var gone = await strategist.Get(At(split, "2.1.1"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, BothEngines]
    public async Task Who_saves_second_keeps_what_was_typed_sees_the_other_wording_and_decides(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = await site.SignedIn(new Grant(Role.Strategist));
        using var two = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await one.Amend();
        var node = At(await one.Page(draft), "1.1.1");
        await one.Done($"/prace/pripominky/programme.node/{node.Split('/')[^1]}", "comment", new() { ["text"] = "Druhý strategik o tom má vědět." });
        var stale = await two.Page(node);
        await one.Done(node, "texts", new() { ["title"] = "Znění první" });

        using var told = await two.Send(node, stale, "texts", new() { ["title"] = "Znění druhé" });
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var both = await Worker.Read(told);
        Assert.Equal("Znění druhé", Field(both, "title"));
        Assert.Contains("Znění první", both.QuerySelector(".gov-message")!.TextContent, StringComparison.Ordinal);
        var fresh = await two.Page(node);
        Assert.Equal(Beside(fresh), Beside(both));
        Assert.NotEmpty(fresh.QuerySelectorAll(".v-hot"));
        Assert.Equal(fresh.QuerySelectorAll(".v-hot").Select(n => n.TextContent), both.QuerySelectorAll(".v-hot").Select(n => n.TextContent));
        Assert.Equal("Znění první", Field(await one.Page(node), "title"));

        using var knowingly = await two.Send(node, both, "texts", []);
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
        Assert.Equal("Znění druhé", Field(await one.Page(node), "title"));
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_change_the_head_sees_what_the_first_wrote_before_sending_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var one = await site.SignedIn(new Grant(Role.Strategist));
        var head = await one.Amend() + "/udaje";
        using var two = await site.SignedIn(new Grant(Role.Strategist));
        var stale = await two.Page(head);
        await one.Done(head, "head", new() { ["editionTitle"] = "Aktualizace první" });
        using var told = await two.Send(head, stale, "head", new() { ["editionTitle"] = "Aktualizace druhá" });
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var both = await Worker.Read(told);
        Assert.Contains("Aktualizace první", both.QuerySelector(".gov-message[data-color=warning]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Aktualizace druhá", Field(both, "editionTitle"));
        using var knowingly = await two.Send(head, both, "head", []);
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
        Assert.Equal("Aktualizace druhá", Field(await one.Page(head), "editionTitle"));
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_change_a_need_sees_all_that_the_first_changed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var measure = At(await strategist.Page(draft), "1.1");
        await strategist.Done($"{draft}/nastroj?measure={measure.Split('/')[^1]}", "need", new() { ["title"] = "Studie", ["kind"] = "Project" });
        var need = (await strategist.Page(measure)).QuerySelectorAll("a[href*='/nastroj/']").Last(a => a.TextContent.Contains("Studie", StringComparison.Ordinal)).GetAttribute("href")!;
        var stale = await strategist.Page(need);
        await strategist.Done(need, "need", new() { ["kind"] = "Survey", ["restricted"] = "1" });
        using var told = await strategist.Send(need, stale, "need", new() { ["title"] = "Studie proveditelnosti" });
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var both = await Worker.Read(told);
        Assert.Equal(["název · česky", "nástroj", "vlastnosti"], both.QuerySelectorAll(".gov-message[data-color=warning] h3").Select(h => h.TextContent));
        using var knowingly = await strategist.Send(need, both, "need", []);
        Assert.Equal(HttpStatusCode.Found, knowingly.StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_code_that_another_edition_has_is_told_where_it_is_typed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Amend("zmena-9");
        var second = await strategist.Amend("zmena-10");
        using var taken = await strategist.Send(second + "/udaje", "head", new() { ["edition"] = "zmena-9" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        var told = await Worker.Read(taken);
        Assert.Contains("zmena-9", Worker.Said(told), StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("#errors a[href='#f-edition']"));
    }

    [Theory, BothEngines]
    public async Task An_answer_that_has_changed_since_it_was_read_is_neither_settled_nor_overwritten(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        await strategist.Done(draft + "/udaje", "department", new() { ["key"] = "orr", ["name"] = "Odbor regionálního rozvoje" });
        var approval = draft + "/schvalovani";
        await strategist.Done(approval, "ask", new() { ["departments"] = "orr", ["deadline"] = "2030-01-01" });
        Dictionary<string, string> Answer(string text) => new() { ["department"] = "orr", ["answer"] = "RequiresModification", ["text"] = text };
        await strategist.Done(approval, "answer", Answer("Chybí cyklostezky"));
        var read = await strategist.Page(approval);
        site.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await strategist.Done(approval, "answer", Answer("Chybí cyklostezky i mosty"));
        using var settled = await strategist.Send(approval, read, "settle", new() { ["whose"] = "orr", ["settlement"] = "Explained", ["reason"] = "Jsou jinde" });
        Assert.Equal(HttpStatusCode.Conflict, settled.StatusCode);
        Assert.Contains("Chybí cyklostezky i mosty", (await Worker.Read(settled)).Body!.TextContent, StringComparison.Ordinal);
        using var answered = await strategist.Send(approval, read, "answer", Answer("Nic nechybí"));
        Assert.Equal(HttpStatusCode.Conflict, answered.StatusCode);
        Assert.DoesNotContain("Nic nechybí", (await strategist.Page(approval)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task An_owner_edits_only_what_is_below_the_own_area_and_a_reader_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var outline = await strategist.Page(draft);
        var (programme, area) = await Area(site, "1");
        using var owner = await site.SignedIn(new Grant(Role.Owner, programme, area));
        await owner.Done(At(outline, "1.1.1"), "texts", new() { ["title"] = "Gestor to ví lépe" });
        Assert.Empty((await owner.Page(At(outline, "2.1.1"))).QuerySelectorAll("textarea"));
        var form = Worker.Filled(await strategist.Page(At(outline, "2.1.1")), "texts", new() { ["title"] = "Cizí oblast" });
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Post(At(outline, "2.1.1"), new FormUrlEncodedContent(form))).StatusCode);
        Assert.NotEqual("Cizí oblast", Field(await strategist.Page(At(outline, "2.1.1")), "title"));

        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Empty((await reader.Page(At(outline, "1.1.1"))).QuerySelectorAll("textarea"));
        using var refused = await reader.Get("/prace/koncepty/novy");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_draft_goes_through_departments_council_and_assembly_to_the_public(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        await strategist.Done(At(await strategist.Page(draft), "1.1.1"), "texts", new() { ["title"] = "Schválený nový název" });
        await strategist.Done(draft + "/udaje", "department", new() { ["key"] = "orr", ["name"] = "Odbor regionálního rozvoje" });
        var approval = draft + "/schvalovani";
        using (var nobody = await strategist.Send(approval, "ask", new() { ["deadline"] = "2030-01-01" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        }

        await strategist.Done(approval, "ask", new() { ["departments"] = "orr", ["deadline"] = "2030-01-01" });
        await strategist.Done(approval, "answer", new() { ["department"] = "orr", ["answer"] = "RequiresModification", ["text"] = "Chybí cyklostezky" });
        await strategist.Done(approval, "settle", new() { ["whose"] = "orr", ["settlement"] = "Explained", ["reason"] = "Jsou jinde" });
        await strategist.Done(approval, "to-council", new());
        await strategist.Done(approval, "resolution", new() { ["resolution"] = "RK 1/11/26", ["on"] = "2026-11-20", ["do"] = "yes" });
        var done = await strategist.Done(approval, "resolution", new() { ["resolution"] = "ZK 2/11/26", ["on"] = "2026-11-21", ["inForceFrom"] = "2026-11-22", ["do"] = "yes" });
        Assert.Contains("stal se vydáním", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chybí cyklostezky", done.Body.TextContent, StringComparison.Ordinal);
        var shown = await site.Page("/programy/prkk-2021/1.1.1");
        Assert.Contains("Schválený nový název", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ZK 2/11/26", shown.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_document_is_uploaded_read_and_stands_beside_what_was_found(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var text = Encoding.UTF8.GetBytes("# Program rozvoje města\n\n## Priorita 1 Doprava\n\n### Opatření 1.1 Chodníky\n\n- 1.1.1 Opravit chodníky v centru\n- 1.1.2 Postavit přechody\n\n### Opatření 1.2 Parkování\n\n- 1.2.1 Postavit parkoviště\n");
        using var sent = await strategist.Upload("/prace/koncepty/import", "import", "file", "mesto.md", text, new() { ["code"] = "mesto-2027", ["edition"] = "2027" });
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var source = await Waited(strategist, sent.Headers.Location!.PathAndQuery());
        Assert.Contains("Opravit chodníky v centru", source.QuerySelector(".v-source")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.1.2", source.QuerySelector(".v-beside .v-outline")!.TextContent, StringComparison.Ordinal);

        using var bad = await strategist.Upload("/prace/koncepty/import", "import", "file", "prazdny.pdf", "%PDF-1.7 nic"u8.ToArray(), new() { ["code"] = "mesto-2028", ["edition"] = "1" });
        var refused = await Waited(strategist, bad.Headers.Location!.PathAndQuery());
        Assert.NotEmpty(refused.QuerySelector("[role=alert]")!.TextContent.Trim());
        using var nothing = await strategist.Upload("/prace/koncepty/import", "import", "file", "nic.txt", [], new() { ["code"] = "mesto-2029", ["edition"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    /// <summary>Follows the page of the reading until it leads to the draft or says what is wrong.</summary>
    private static async Task<IHtmlDocument> Waited(Worker worker, string address)
    {
        for (var round = 0; round < 600; round++)
        {
            using var answer = await worker.Get(address);
            if (answer.Headers.Location is { } led)
            {
                return await worker.Page(led.PathAndQuery());
            }

            var page = await Worker.Read(answer);
            if (page.QuerySelector("[role=alert]") is not null)
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException(address);
    }

    private static async Task<(Core.Programme.ProgrammeId, Core.Programme.NodeId)> Area(Site site, string code) => await site.Within.In(async unit =>
    {
        var ledger = (Core.Programme.IProgrammeLedger)unit.GetService(typeof(Core.Programme.IProgrammeLedger))!;
        var edition = (await ledger.Editions("prkk-2021", default))[0];
        return (edition.ProgrammeId, (await ledger.Node(edition.Id, code, default))!.Self.Id);
    });

    private static IHtmlElement Row(IHtmlDocument outline, string code) =>
        (IHtmlElement)outline.QuerySelectorAll("li[data-node]").First(r => r.QuerySelector(".v-code")!.TextContent == code);

    private static string Id(IHtmlDocument outline, string code) => Row(outline, code).GetAttribute("data-node")!;

    private static string Version(IHtmlDocument outline, string code) => Row(outline, code).GetAttribute("data-version")!;

    private static string At(IHtmlDocument outline, string code) => Row(outline, code).QuerySelector("a")!.GetAttribute("href")!;

    private static IEnumerable<string> Below(IHtmlDocument outline, string code) =>
        Row(outline, code).QuerySelectorAll(":scope > details > ol > li").Select(r => r.QuerySelector(".v-code")!.TextContent);

    /// <summary>What stands beside a node's form.</summary>
    private static IEnumerable<string> Beside(IHtmlDocument page) => page.QuerySelectorAll(".v-panel a").Select(a => $"{a.GetAttribute("href")} {a.TextContent}");

    private static string Field(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"There is no field {name}."),
    };
}

internal static class Led
{
    /// <summary>Where an answer leads, without the fragment.</summary>
    public static string PathAndQuery(this Uri led) => (led.IsAbsoluteUri ? led.PathAndQuery : led.ToString()).Split('#')[0];
}
