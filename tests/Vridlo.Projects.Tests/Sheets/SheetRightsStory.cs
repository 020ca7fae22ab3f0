using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>Who may do what with a spreadsheet, and what is left of it when the person who sent it is erased.</summary>
public sealed class SheetRightsStory
{
    [Theory, BothEngines]
    public async Task Costs_are_planned_only_by_who_may_enter_money(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        var (first, second) = (await Sent(strategist), await Sent(strategist));
        var machine = await strategist.Machine(site, ProjectRights.Import);
        var told = await machine.Done(HttpMethod.Put, $"/projects/sheets/{first}", new { version = 1, fund = "kap-18" });
        Assert.NotEqual("", told.GetProperty("refused").GetString());
        var (status, why) = await machine.Post($"/projects/sheets/{first}/acceptance", new { version = 2 });
        Assert.Equal((HttpStatusCode.Forbidden, "projects.sheet.may-not-plan"), (status, why.GetProperty("code").GetString()));
        Assert.Equal(0, await Projects(site));

        // Projects without their costs it may enter.
        var left = await machine.Done(HttpMethod.Put, $"/projects/sheets/{first}", new { version = 2 });
        Assert.False(left.TryGetProperty("refused", out var none) && none.ValueKind is not JsonValueKind.Null);
        await machine.Done(HttpMethod.Post, $"/projects/sheets/{first}/acceptance", new { version = 3 });
        Assert.Equal((2, 0), (await Projects(site), await Postings(site)));

        var payer = await strategist.Machine(site, ProjectRights.Import, ProjectRights.Money);
        await payer.Done(HttpMethod.Put, $"/projects/sheets/{second}", new { version = 1, fund = "kap-18" });
        await payer.Done(HttpMethod.Post, $"/projects/sheets/{second}/acceptance", new { version = 2 });
        Assert.Equal((2, 2), (await Projects(site), await Postings(site)));
    }

    /// <summary>A spreadsheet belongs to the whole office: a colleague goes on with it, whoever has a role at some place only does not.</summary>
    [Theory, BothEngines]
    public async Task Whoever_may_load_spreadsheets_goes_on_with_what_a_colleague_sent_and_nobody_else(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        var id = await Sent(strategist);
        var (address, grant) = ($"/prace/projekty/nacist/{id}", await site.At(Role.Strategist, "4"));
        var person = await site.Employ("mistni@example.org", grant);
        using var local = await site.SignIn("mistni@example.org");
        foreach (var path in (string[])[address, address + "/chyby.csv"])
        {
            using var answer = await local.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var refused = await site.Within.In(async unit =>
        {
            unit.GetRequiredService<Asker>().Become(person, [grant]);
            var chosen = await unit.GetRequiredService<KeepSheet>().Choose(new(id), 1, SheetChoices.None, default);
            var accepted = await unit.GetRequiredService<AcceptSheet>().Run(new(id), 1, null, Language.Cs, "", default);
            return (string[])[chosen.Problems[0].Code, accepted.Problems[0].Code];
        });
        Assert.All(refused, code => Assert.Equal("projects.sheet.may-not", code));

        using var colleague = await site.SignedIn(new Grant(Role.Strategist));
        await colleague.Done(address, "accept");
        Assert.Equal(2, await Projects(site));
    }

    [Theory, BothEngines]
    public async Task They_are_in_the_export_of_whoever_sent_them_and_go_with_the_person(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await SheetStory.Ready(site);
        using var colleague = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done($"/prace/projekty/nacist/{await Sent(strategist)}", "accept");
        await Sent(strategist);
        var person = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<SheetImport>().Select(i => i.PersonId).Distinct().SingleAsync());
        await Sent(colleague);
        var held = await site.Within.In(async unit =>
            JsonSerializer.SerializeToElement(await unit.GetRequiredService<Declarations>().PersonalData.Single(d => d.Name == "spreadsheets").Held(unit, person, default)));
        Assert.Equal(["zasobnik.xlsx", "zasobnik.xlsx"], held.EnumerateArray().Select(i => i.GetProperty("File").GetString()));

        await site.Within.In(async unit =>
        {
            await unit.GetRequiredService<IPeople>().Erase(person, default);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        });
        var left = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<SheetImport>().Select(i => i.PersonId).ToListAsync());
        Assert.NotEqual(person, Assert.Single(left));
        Assert.Equal(2, await Projects(site));
    }

    private static async Task<Guid> Sent(Worker worker) =>
        Guid.Parse(SheetStory.Address(await SheetStory.Sent(worker, Book.Of(SheetStory.Mended(SheetStory.Pooled("IROP")), SheetStory.Merged))).Split('/')[^1]);

    private static Task<int> Projects(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().CountAsync());

    private static Task<int> Postings(Site site) => site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Postings.CountAsync());
}
