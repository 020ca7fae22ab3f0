using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Projects.Achievements;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>What the programme says has been achieved becomes projects, with nothing that the document does not say.</summary>
public sealed class AchievementsStory
{
    private const string Page = "/prace/projekty/povedlo-se", Hospice = "Otevření prvního kamenného hospicu";

    [Theory, BothEngines]
    public async Task All_sixteen_are_taken_once_with_their_source_and_without_money(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        Assert.Contains("Převzít 16 úspěchů", (await strategist.Page(Page)).QuerySelector("main button")!.TextContent, StringComparison.Ordinal);
        var shown = await strategist.Done(Page, "take");
        Assert.Equal(16, shown.QuerySelectorAll("main li a[href^='/prace/projekty/P-']").Length);

        var projects = await Projects(site);
        Assert.Equal(16, projects.Count);
        Assert.All(projects, p => Assert.Equal((Stage.Finished, new NodaTime.LocalDate(2021, 11, 1)), (p.Stage, p.StageSince)));
        var hospice = Assert.Single(projects, p => p.Title.StartsWith(Hospice, StringComparison.Ordinal));
        Assert.Contains("řádek 572", hospice.Description, StringComparison.Ordinal);
        var page = (await site.Page($"/projekty/{hospice.Code}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Převzato z", page, StringComparison.Ordinal);
        Assert.Contains("neuveden", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Postings.CountAsync()));

        // The document puts none of them under a measure, so none is linked to one.
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Shares.CountAsync()));
        using var again = await strategist.Send(Page, "take");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(16, (await Projects(site)).Count);
    }

    [Theory, BothEngines]
    public async Task They_are_undone_as_one_and_can_be_taken_again(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done(Page, "take");
        var act = await site.Within.In(unit => unit.GetRequiredService<Core.Record.IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());
        var undone = await site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
            return await unit.GetRequiredService<Core.Undo.UndoAct>().Run(act, "omyl", default);
        });
        Assert.True(undone.Ok, string.Join("; ", undone.Problems.Select(p => p.Code)));
        Assert.Empty(await Projects(site));

        var machine = await strategist.Machine(site, ProjectRights.Edit, ProjectRights.Import);
        await machine.Done(HttpMethod.Post, "/projects/achievements", new { });
        Assert.Equal(16, (await Projects(site)).Count);
    }

    [Theory, BothEngines]
    public async Task Two_who_take_them_at_once_take_each_once_and_who_may_not_takes_none(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var owner = await site.SignedIn(new Grant(Role.Owner));
        using var refused = await owner.Get(Page);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var both = await Task.WhenAll(Take(site), Take(site));
        Assert.Equal([false, true], both.Order());
        Assert.Equal(16, (await Projects(site)).Count);
    }

    private static Task<bool> Take(Site site) => site.Within.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
        return (await unit.GetRequiredService<TakeAchievements>().Run(default)).Ok;
    });

    private static Task<List<Project>> Projects(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().AsNoTracking().ToListAsync());
}
