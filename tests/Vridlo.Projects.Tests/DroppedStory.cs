using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Funds;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>A dropped project plans nothing and carries nothing out; what it holds by contract is pointed out.</summary>
public sealed class DroppedStory
{
    private static readonly Dictionary<string, string> Bridge = new()
    {
        ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "12.4", ["share-0"] = "100",
    };

    [Theory, BothEngines]
    public async Task Its_plan_is_taken_back_and_comes_back_with_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await ProjectStory.NewFund(strategist, "kap-18", "10 mil. Kč");
        await strategist.Done("/prace/projekty/novy", "project", Bridge);
        await strategist.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "8 mil." });
        await strategist.Done("/prace/projekty/P-0001/penize", "sum", new() { ["kind"] = "Committed", ["fund"] = "kap-18", ["year"] = "2026", ["amount"] = "3 mil." });
        await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Ready", ["why"] = "povoleno" });
        Assert.DoesNotContain("12.4", await Uncarried(site));

        var dropped = await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Dropped", ["why"] = "obec odstoupila" });
        Assert.Contains("drží 3 000 000 Kč", Plain(dropped.QuerySelector(".gov-message[data-color=warning]")!.TextContent));
        Assert.Equal((0, 3_000_000_00), await Year(site));
        Assert.Contains("12.4", await Uncarried(site));
        var track = (await site.Page("/projekty/P-0001")).QuerySelector(".v-track")!;
        Assert.Null(track.QuerySelector("[aria-current]"));
        Assert.Equal(["záměr", "připraven"], track.QuerySelectorAll("[data-s=done] b").Select(b => Plain(b.TextContent)));

        var act = await site.Within.In(unit => unit.GetRequiredService<IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());
        Assert.True((await site.Within.In(unit =>
        {
            unit.GetRequiredService<Asker>().Become(Actor.System);
            return unit.GetRequiredService<UndoAct>().Run(act, "omyl", default);
        })).Ok);
        Assert.Equal((8_000_000_00, 3_000_000_00), await Year(site));
    }

    [Theory, BothEngines]
    public async Task The_track_shows_where_a_project_stands_that_went_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new(Bridge) { ["description"] = new string('a', 400) });
        foreach (var stage in new[] { "Funded", "Preparation" })
        {
            await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = stage, ["why"] = "dotace" });
        }

        var page = await site.Page("/projekty/P-0001");
        Assert.Equal("v přípravě", Plain(page.QuerySelector(".v-track [aria-current] b")!.TextContent));

        // One word longer than there is room for is cut.
        Assert.Equal(new string('a', 280) + "…", page.QuerySelector(".v-lead")!.TextContent.Trim());
    }

    [Theory, BothEngines]
    public async Task Of_two_who_change_a_plan_the_second_is_told_and_keeps_what_was_typed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await ProjectStory.NewFund(strategist, "kap-18", "10 mil. Kč");
        await strategist.Done("/prace/projekty/novy", "project", Bridge);
        await strategist.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "8 mil." });
        using var late = await strategist.Send("/prace/projekty/P-0001/penize", "plan", new() { ["seen"] = "", ["fund-3"] = "kap-18", ["year-3"] = "2030", ["sum-3"] = "5 mil." });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Worker.Read(late);
        Assert.Contains("Plán mezitím změnil někdo jiný", Plain(Worker.Said(page)));
        Assert.Equal("5 mil.", page.QuerySelector("#f-sum-3")!.GetAttribute("value"));
        Assert.Equal((8_000_000_00, 0), await Year(site));
    }

    private static async Task<string> Uncarried(Site site) => (await site.Page("/projekty/bez-projektu")).QuerySelector("tbody")!.TextContent;

    private static Task<(long, long)> Year(Site site) => site.Within.In(async unit =>
        (await unit.GetRequiredService<IMoneyLedger>().Years.SumAsync(y => y.Planned), await unit.GetRequiredService<IMoneyLedger>().Years.SumAsync(y => y.Committed)));

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
