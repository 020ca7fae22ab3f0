using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Organisations;
using Vridlo.Testing;

namespace Vridlo.Organisations.Tests.Editing;

/// <summary>What may be one organisation stands side by side, and any two can be merged.</summary>
public sealed class DuplicatesStory
{
    [Theory, BothEngines]
    public async Task Likely_duplicates_stand_side_by_side_and_two_numbers_are_two_organisations(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        foreach (var (name, number) in ((string, string)[])[("Město Sokolov", "00259438"), ("Základní škola", "00573124"), ("SOKOLOV", ""), ("Základní škola, p. o.", "99999994"), ("Horní Slavkov", ""), ("Obec Sokolov", "")])
        {
            await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = name, ["number"] = number });
        }

        var link = (await strategist.Page("/prace/subjekty")).QuerySelector("a[href*=duplicates]")!.GetAttribute("href")!;
        Assert.Equal(["Město Sokolov", "Obec Sokolov", "SOKOLOV"], (await strategist.Page(link)).QuerySelectorAll("tbody tr td:first-child").Select(d => d.TextContent.Trim()).Order(StringComparer.Ordinal));
        await strategist.Done(await Path(site, "SOKOLOV"), "merge", new() { ["into"] = "00259438" });
        await strategist.Done(await Path(site, "Obec Sokolov"), "merge", new() { ["into"] = "00259438" });
        Assert.Empty((await strategist.Page(link)).QuerySelectorAll("tbody tr"));
        Assert.Equal(3, (await site.Page("/subjekty?duplicates=1")).QuerySelectorAll("tbody tr").Length - 1);
    }

    [Theory, BothEngines]
    public async Task What_is_called_otherwise_is_merged_by_its_number_or_code(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Krajská správa a údržba silnic", ["number"] = "259438" });
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "KSÚS" });
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Silnice kraje" });
        var path = await Path(site, "KSÚS");
        foreach (var wrong in (string[])["", "99999994", "Krajská správa"])
        {
            using var answer = await strategist.Send(path, "merge", new() { ["other"] = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Takový subjekt", (await Worker.Read(answer)).GetElementById("f-other-error")!.TextContent);
        }

        var code = path[(path.LastIndexOf('/') + 1)..];
        using var itself = await strategist.Send(path, "merge", new() { ["other"] = code });
        Assert.NotNull((await Worker.Read(itself)).GetElementById("f-other-error"));
        await strategist.Done(await Path(site, "Silnice kraje"), "merge", new() { ["other"] = code, ["why"] = "zkratka" });
        await strategist.Done(path, "merge", new() { ["other"] = "00259438" });
        Assert.Equal("Krajská správa a údržba silnic", Assert.Single((await site.Page("/subjekty")).QuerySelectorAll("tbody tr td:first-child")).TextContent.Trim());
    }

    [Theory, BothEngines]
    public async Task The_page_shows_where_it_is_a_partner_and_says_how_many_more_there_are(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Spolek", ["number"] = "99999994" });
        await strategist.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Rada starších" });
        await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = "Společný projekt", ["bearerName"] = "Rada starších", ["link-0"] = "4.2.1" });
        Assert.DoesNotContain("Společný projekt", (await site.Page("/subjekty/99999994")).QuerySelector("main")!.TextContent);
        await strategist.Done("/prace/projekty/P-0001/casti/partneri", "part", new() { ["organisation-0"] = "99999994" });
        var section = (await site.Page("/subjekty/99999994")).QuerySelector("section[aria-labelledby=projects]")!;
        Assert.Contains("Partnerem v", section.TextContent);
        Assert.Equal("Společný projekt", Assert.Single(section.QuerySelectorAll("tbody th")).TextContent.Trim());

        // It has no number, so no list can be narrowed to it.
        foreach (var i in Enumerable.Range(1, 51))
        {
            await strategist.Done("/prace/projekty/novy", "project", new() { ["title"] = $"Záměr {i:00}", ["bearerName"] = "Rada starších", ["link-0"] = "4.2.1" });
        }

        var borne = (await site.Page((await Path(site, "Rada starších")).Replace("/prace", "", StringComparison.Ordinal))).QuerySelector("section[aria-labelledby=projects]")!;
        Assert.Equal(50, borne.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("A 2 další projekty.", borne.TextContent.Replace(Base.Typography.NoBreakSpace, ' '));
    }

    private static Task<string> Path(Site site, string name) => site.Within.In(async unit =>
        $"/prace/subjekty/{(await unit.GetRequiredService<IOrganisations>().All.FirstAsync(o => o.Name == name)).Code}");
}
