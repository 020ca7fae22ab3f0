using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>What came of a spreadsheet is undone as one, with its money: nothing is left in any sum, and all of it can be done again.</summary>
public sealed class SheetUndoStory
{
    [Theory, BothEngines]
    public async Task Without_money_nothing_is_left(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "");
        Assert.Empty((await Undone(site, AcceptSheet.Act)).Problems);
        Assert.Equal((0, 0, 0), await Counted(site));
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "");
        Assert.Equal(1, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().MinAsync(p => p.Number)));
    }

    [Theory, BothEngines]
    public async Task With_money_it_is_reversed_and_its_numbers_stay_taken(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "kap-18");
        var entered = await Left(site);
        Assert.Equal(13_750_000_50, entered.Sum(e => e.Amount));
        var undone = await Undone(site, AcceptSheet.Act);
        Assert.True(undone.Ok, string.Join("; ", undone.Problems.Select(p => p.Code)));
        Assert.Equal((0, 1, 4), await Counted(site));
        Assert.All(await Left(site), e => Assert.Equal(0, e.Amount));
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Years.SumAsync(y => y.Planned)));

        // What was undone is done again: the project stands as it stood, with its shares and its money.
        var again = await Undone(site, UndoAct.Kind);
        Assert.True(again.Ok, string.Join("; ", again.Problems.Select(p => p.Code)));
        Assert.Equal((2, 0, 6), await Counted(site));
        Assert.Equal(entered.Where(e => e.Amount != 0), (await Left(site)).Where(e => e.Amount != 0));

        var last = await Undone(site, UndoAct.Kind);
        Assert.True(last.Ok, string.Join("; ", last.Problems.Select(p => p.Code)));
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "kap-18");
        Assert.Equal([2, 3], await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().Select(p => p.Number).OrderBy(n => n).ToListAsync()));
    }

    [Theory, BothEngines]
    public async Task What_another_file_changed_goes_back_to_what_it_was(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "kap-18");
        var entered = await Left(site);
        var later = SheetStory.Mended(SheetStory.Pooled("IROP"));
        (later[4][6], later[4][7]) = (13_000d, "4.2.1 (50 %); 12.4 (50 %)");
        await Accepted(strategist, later, "kap-18");
        Assert.NotEqual(entered, await Left(site));
        var undone = await Undone(site, AcceptSheet.Act);
        Assert.True(undone.Ok, string.Join("; ", undone.Problems.Select(p => p.Code)));
        Assert.Equal(entered, (await Left(site)).Where(e => e.Amount != 0));
        Assert.Equal([2500, 7500, 10_000], await site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Shares.Select(s => s.Share).OrderBy(s => s).ToListAsync()));
    }

    [Theory, BothEngines]
    public async Task What_was_gone_on_with_stays(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "");
        await strategist.Done("/prace/projekty/P-0001/casti/milniky", "part", new() { ["title-0"] = "Stavební povolení", ["day-0"] = "1. 2. 2027" });
        var undone = await Undone(site, AcceptSheet.Act);
        Assert.Equal("projects.undo-used", Assert.Single(undone.Problems).Code);
        Assert.Equal((2, 0, 0), await Counted(site));
    }

    [Theory, BothEngines]
    public async Task Shares_are_set_back_with_the_money_that_came_since(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "");
        var later = SheetStory.Mended(SheetStory.Pooled("IROP"));
        later[4][7] = "8.1";
        await Accepted(strategist, later, "");
        await strategist.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "1 000 Kč" });
        var undone = await Undone(site, AcceptSheet.Act);
        Assert.True(undone.Ok, string.Join("; ", undone.Problems.Select(p => p.Code)));
        Assert.Equal([250_00, 750_00], (await Left(site)).Select(s => s.Amount).Where(a => a != 0).Order());
    }

    [Theory, BothEngines]
    public async Task Who_may_not_load_spreadsheets_or_edit_all_of_it_cannot_take_it_back(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        await Accepted(strategist, SheetStory.Mended(SheetStory.Pooled("IROP")), "");
        var (programme, area) = await site.Within.In(async unit =>
        {
            var tree = unit.GetRequiredService<Core.Programme.OwnProgramme>();
            return ((await tree.Edition(default))!.ProgrammeId, (await tree.Tree(default)).Single(n => n.Code == "12").Id);
        });

        // Both projects carry something out in the area; one of them in another one too.
        Assert.Equal("projects.sheet.may-not", Assert.Single((await Undone(site, AcceptSheet.Act, new Grant(Role.Owner, programme, area))).Problems).Code);
        await strategist.Done("/prace/projekty/P-0002/uprava", "project", new() { ["link-0"] = "4.2.1", ["share-0"] = "100" });
        Assert.Equal("projects.may-not-edit", Assert.Single((await Undone(site, Vridlo.Projects.Editing.SaveProject.Changed, new Grant(Role.Owner, programme, area))).Problems).Code);
        Assert.True((await Undone(site, Vridlo.Projects.Editing.SaveProject.Changed, new Grant(Role.Strategist))).Ok);
    }

    private static async Task Accepted(Worker strategist, object?[][] rows, string fund)
    {
        var page = await SheetStory.Sent(strategist, Book.Of(rows, SheetStory.Merged));
        await strategist.Done(SheetStory.Address(page), "choices", new() { ["fund"] = fund });
        await strategist.Done(SheetStory.Address(page), "accept");
    }

    /// <summary>Undoes the last act of a kind.</summary>
    private static Task<Result<bool>> Undone(Site site, string kind, Grant? grant = null) => site.Within.In(async unit =>
    {
        if (grant is null)
        {
            unit.GetRequiredService<Asker>().Become(Actor.System);
        }
        else
        {
            unit.GetRequiredService<Asker>().Become(new(TypedId.New<PersonId>(), "Kdosi", "kdosi@example.org", Language.Cs, null), [grant]);
        }

        var act = await unit.GetRequiredService<IRecord>().Acts.Where(a => a.Kind == kind).OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync();
        return await unit.GetRequiredService<UndoAct>().Run(act, "omyl", default);
    });

    /// <summary>How many projects there are, how many were withdrawn, and how many postings.</summary>
    private static Task<(int, int, int)> Counted(Site site) => site.Within.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        return (await db.Set<Project>().CountAsync(), await db.Set<WithdrawnProject>().CountAsync(), await unit.GetRequiredService<IMoneyLedger>().Postings.CountAsync());
    });

    /// <summary>The sums of nodes.</summary>
    private static Task<List<(string Node, int Year, long Amount)>> Left(Site site) => site.Within.In(async unit =>
        (await unit.GetRequiredService<IMoneyLedger>().Sums.ToListAsync()).Select(s => ($"{s.Node.Value}", s.Year, s.Amount)).Order().ToList());
}
