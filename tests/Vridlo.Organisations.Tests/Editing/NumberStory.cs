using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Organisations.Tests.Editing;

/// <summary>An organisation that was entered without a number gets it, and is not entered twice.</summary>
public sealed class NumberStory
{
    private static Act Act { get; } = new(Actor.System, "test", "a test wants it");

    [Theory, BothEngines]
    public async Task The_first_project_with_a_number_fills_it_in_and_the_record_says_so(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Project(strategist, "Cyklostezka", "Město Kraslice", "");
        await Project(strategist, "Lávka", "MĚSTO KRASLICE", "00259438");
        await Project(strategist, "Náves", "Obec Kraslice", "259438");
        var one = Assert.Single(await All(site));
        Assert.Equal(("00259438", "Město Kraslice", 2), (one.Number, one.Name, one.Version));
        Assert.Equal(3, (await site.Page("/subjekty/00259438")).QuerySelectorAll("section[aria-labelledby=projects] tbody tr").Length);
        var history = await strategist.Page("/prace/historie");
        Assert.Contains("00259438", history.QuerySelector("main")!.TextContent);
    }

    [Theory, BothEngines]
    public async Task Finding_changes_nothing_and_who_is_merged_or_has_a_seat_elsewhere_is_another(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (kraslice, office) = (await Enter(site, new("Kraslice", Place: "560472")), await Enter(site, new("Úřad")));
        var found = await site.Within.In(unit => unit.GetRequiredService<IOrganisations>().Find("00259438", "Kraslice", default));
        Assert.Null(found);
        Assert.Equal(kraslice, (await site.Within.In(unit => unit.GetRequiredService<IOrganisations>().Find(null, "Město Kraslice", default)))!.Id);
        Assert.All(await All(site), o => Assert.Equal((null, 1), (o.Number, o.Version)));

        Assert.NotEqual(kraslice, await Enter(site, new("Kraslice", "00000019", Place: "554481")));
        Assert.Equal(kraslice, await Enter(site, new("Město Kraslice", "00259438", Place: "560472", DataBox: "ABC1234")));
        Assert.Equal("abc1234", (await All(site)).Single(o => o.Id == kraslice).DataBox);
        await Merge(site, office, kraslice);
        Assert.NotEqual(office, await Enter(site, new("Úřad", "99999994")));
        Assert.Null((await All(site)).Single(o => o.Id == office).Number);
    }

    [Theory, BothEngines]
    public async Task Two_of_one_name_are_not_guessed_at_nor_is_a_company_taken_for_a_town(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await Enter(site, new("Mateřská škola"));
        await Enter(site, new("Mateřská škola"));
        var town = await Enter(site, new("Město Sokolov"));
        await Enter(site, new("Mateřská škola", "00259438"));
        await Enter(site, new("Sokolov, s. r. o.", "99999994"));
        var all = await All(site);
        Assert.Equal(5, all.Count);
        Assert.Null(all.Single(o => o.Id == town).Number);
        Assert.Equal(2, all.Count(o => o.Number is not null));
    }

    [Theory, BothEngines]
    public async Task In_one_unit_of_work_a_name_gets_one_number_only(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Within.In(async unit =>
        {
            var register = unit.GetRequiredService<IOrganisations>();
            var without = (await register.Enter(new("Obec Dasnice"), default)).Value;
            Assert.Equal(without, (await register.Enter(new("Obec Dasnice", "00573124"), default)).Value);
            Assert.NotEqual(without, (await register.Enter(new("Obec Dasnice", "99999994"), default)).Value);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Act, default));
        });
        Assert.Equal(["00573124", "99999994"], (await All(site)).Select(o => o.Number).Order());
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Project(Worker strategist, string title, string bearer, string number) =>
        strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = title, ["bearerName"] = bearer, ["bearerNumber"] = number, ["link-0"] = "4.2.1" });

    private static Task<List<OrganisationListed>> All(Site site) => site.Within.In(unit => unit.GetRequiredService<IOrganisations>().All.ToListAsync());

    private static Task<OrganisationId> Enter(Site site, OrganisationFacts facts) => site.Within.In(async unit =>
    {
        var entered = await unit.GetRequiredService<IOrganisations>().Enter(facts, default);
        Assert.True(entered.Ok, entered.Ok ? "" : entered.Problems[0].Code);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Act, default));
        return entered.Value;
    });

    private static Task Merge(Site site, OrganisationId one, OrganisationId into) => site.Within.In(async unit =>
    {
        Assert.True((await unit.GetRequiredService<IOrganisations>().Merge(one, into, default)).Ok);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Act, default));
    });
}
