using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>What a department has answered, and how it was settled, is taken back by the button of the page after it.</summary>
public sealed class UndoAnswersStory
{
    [Theory, BothEngines]
    public async Task An_answer_and_its_settlement_are_taken_back_and_done_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var approval = await Asked(strategist);
        var answered = await Answer(strategist, approval, "Chybí cyklostezky");
        Assert.Contains("Chybí cyklostezky", Row(answered), StringComparison.Ordinal);
        var taken = await strategist.TurnBack(answered);
        Assert.DoesNotContain("Chybí cyklostezky", taken.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("zatím bez vyjádření", Row(taken), StringComparison.Ordinal);
        var again = await strategist.TurnBack(taken);
        Assert.Contains("Chybí cyklostezky", Row(again), StringComparison.Ordinal);

        var settled = await Settle(strategist, approval, "Jsou jinde");
        Assert.Contains("Jsou jinde", Row(settled), StringComparison.Ordinal);
        var open = await strategist.TurnBack(settled);
        Assert.DoesNotContain("Jsou jinde", open.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var early = await strategist.Send(approval, "to-council");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("Jsou jinde", Row(await strategist.TurnBack(open)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await strategist.Send(approval, "to-council")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task What_somebody_answered_or_settled_since_or_a_later_round_keeps_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var approval = await Asked(strategist);
        await Answer(strategist, approval, "Chybí cyklostezky");
        var answer = await Last(strategist, "answer");
        var settled = await Settle(strategist, approval, "Jsou jinde");
        await Refused(strategist, answer, "změnil nebo vypořádal");

        // The settlement of what was said before is no settlement of what is said now.
        var again = (await strategist.TurnBack(settled)).QuerySelector(".v-ws__done form")!.GetAttribute("action")!;
        site.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await Answer(strategist, approval, "Chybí mosty");
        await Refused(strategist, again, "změnil nebo vypořádal");
        await strategist.TurnBack(await Answer(strategist, approval, "Chybí lávky"));
        Assert.Contains("Chybí mosty", Row(await strategist.Page(approval)), StringComparison.Ordinal);

        var earlier = (await Acts(strategist, "answer"))[1];
        await strategist.Done(approval, "end", new() { ["why"] = "Přepracovat", ["do"] = "back" });
        await Refused(strategist, earlier, "není ve stavu");
        await strategist.Done(approval, "ask", new() { ["departments"] = "orr", ["deadline"] = "2030-01-01" });
        await Refused(strategist, earlier, "v novém kole");
    }

    [Theory, BothEngines]
    public async Task Who_may_not_settle_may_not_undo_a_settlement(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        using var owner = await site.SignedIn(new Grant(Role.Owner));
        var approval = await Asked(strategist);
        await Answer(strategist, approval, "Chybí cyklostezky");
        await Settle(strategist, approval, "Jsou jinde");
        var settlement = await Last(strategist, "settle");
        using var refused = await owner.Send(settlement, "undo");
        Assert.NotEqual(HttpStatusCode.Found, refused.StatusCode);
        Assert.Contains("Jsou jinde", Row(await strategist.Page(approval)), StringComparison.Ordinal);
    }

    private static async Task<string> Asked(Worker strategist)
    {
        var draft = await strategist.Amend();
        await strategist.Done(draft + "/udaje", "department", new() { ["key"] = "orr", ["name"] = "Odbor regionálního rozvoje" });
        await strategist.Done(draft + "/schvalovani", "ask", new() { ["departments"] = "orr", ["deadline"] = "2030-01-01" });
        return draft + "/schvalovani";
    }

    private static Task<IHtmlDocument> Answer(Worker worker, string approval, string text) =>
        worker.Done(approval, "answer", new() { ["department"] = "orr", ["answer"] = "RequiresModification", ["text"] = text });

    private static Task<IHtmlDocument> Settle(Worker worker, string approval, string why) =>
        worker.Done(approval, "settle", new() { ["whose"] = "orr", ["settlement"] = "Explained", ["reason"] = why });

    /// <summary>The address of the last act of a kind.</summary>
    private static async Task<string> Last(Worker worker, string act) => (await Acts(worker, act))[0];

    private static async Task<IReadOnlyList<string>> Acts(Worker worker, string act) =>
        [.. (await worker.Page("/prace/historie?kind=programmes.draft.act." + act)).QuerySelectorAll("td a.v-rowlink").Select(a => a.GetAttribute("href")!)];

    private static async Task Refused(Worker worker, string act, string said)
    {
        using var refused = await worker.Send(act, "undo");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(said, Worker.Said(await Worker.Read(refused)).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static string Row(IHtmlDocument page) => page.QuerySelector("main table tbody")!.TextContent;
}
