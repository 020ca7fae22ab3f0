using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Organisations;
using Vridlo.Testing;

namespace Vridlo.Organisations.Tests.Editing;

public sealed class RegisterStory
{
    [Theory, BothEngines]
    public async Task A_duplicate_is_pointed_out_merged_and_the_merge_undone(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Město Kraslice", ["number"] = "259438" });
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "KRASLICE" });
        var path = await Path(site, "KRASLICE");
        Assert.Contains("Město Kraslice (00259438)", (await strategist.Page(path)).QuerySelector("#f-into")!.TextContent);

        await strategist.Done(path, "merge", new() { ["into"] = "00259438", ["why"] = "tatáž obec" });
        using var moved = await site.Get(path.Replace("/prace", ""));
        Assert.EndsWith("/subjekty/00259438", moved.Headers.Location?.OriginalString);
        Assert.DoesNotContain("KRASLICE", await site.Client.GetStringAsync("/subjekty.csv"));

        var act = await site.Within.In(unit => unit.GetRequiredService<Core.Record.IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());
        var undone = await site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
            return await unit.GetRequiredService<Core.Undo.UndoAct>().Run(act, "nebyla to pravda", default);
        });
        Assert.True(undone.Ok);
        Assert.Contains("KRASLICE", await site.Client.GetStringAsync("/subjekty.csv"));
    }

    [Theory, BothEngines]
    public async Task One_number_is_one_organisation_and_a_slip_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Město Kraslice", ["number"] = "00259438" });
        (string Number, HttpStatusCode Status, string Said)[] wrong =
        [
            ("259438", HttpStatusCode.Conflict, "už v registru je"),
            ("00259439", HttpStatusCode.UnprocessableEntity, "kontrolní číslicí"),
            ("123456789", HttpStatusCode.UnprocessableEntity, "není IČO"),
        ];
        foreach (var (number, status, said) in wrong)
        {
            using var answer = await strategist.Send("/prace/subjekty/novy", "organisation", new() { ["name"] = "Kraslice znovu", ["number"] = number });
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(said, Worker.Said(await Worker.Read(answer)).Replace(Base.Typography.NoBreakSpace, ' '));
        }

        Assert.Equal(1, await site.Within.In(unit => unit.GetRequiredService<IOrganisations>().All.CountAsync()));
    }

    /// <summary>A colleague was faster and the page is at another address by now: what was typed is shown, and not an empty page.</summary>
    [Theory, BothEngines]
    public async Task A_form_whose_page_is_gone_is_kept(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Město Kraslice", ["number"] = "00259438" });
        var old = await strategist.Page("/prace/subjekty/00259438");
        await strategist.Done("/prace/subjekty/00259438", "organisation", new() { ["number"] = "" });
        using var late = await strategist.Send("/prace/subjekty/00259438", old, "organisation", new() { ["address"] = "nám. 28. října 1438, Kraslice" });
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        var typed = (await strategist.Page(late.Headers.Location!.ToString())).QuerySelectorAll(".v-typed__text").Select(t => t.TextContent);
        Assert.Equal(["Město Kraslice", "00259438", "nám. 28. října 1438, Kraslice"], typed);
    }

    private static Task<string> Path(Site site, string name) => site.Within.In(async unit =>
        $"/prace/subjekty/{(await unit.GetRequiredService<IOrganisations>().All.FirstAsync(o => o.Name == name)).Code}");
}
