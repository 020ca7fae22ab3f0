using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Projects.Parts;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>What a project has several of, through its pages.</summary>
public sealed class PartsStory
{
    private const string Edit = "/prace/projekty/P-0001/casti/";

    private static readonly Dictionary<string, string> Steps = new()
    {
        ["title-0"] = "Stavební povolení", ["day-0"] = "3Q/2026", ["done-0"] = "12. 5. 2026",
        ["title-2"] = "Otevření lávky", ["day-2"] = "30. 6. 2027", ["after-2"] = "1",
    };

    [Theory, BothEngines]
    public async Task Lists_of_a_project_are_written_and_shown_and_what_is_emptied_goes(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        await strategist.Done(Edit + "milniky", "part", Steps);
        await strategist.Done(Edit + "partneri", "part", new() { ["organisation-0"] = "70891168", ["role-0"] = "dává pozemek" });
        await strategist.Done(Edit + "vysledky", "part", new()
        {
            ["kind-0"] = "Output", ["indicator-0"] = "Délka nové cyklostezky", ["unit-0"] = "km", ["target-0"] = "1,25",
            ["kind-1"] = "Result", ["indicator-1"] = "Průjezdy cyklistů za rok", ["unit-1"] = "průjezdů", ["baseline-1"] = "0", ["target-1"] = "12 000", ["day-1"] = "2028",
        });

        var page = await site.Page("/projekty/P-0001");
        Assert.Equal(["Stavební povolení|30. 9. 2026|12. 5. 2026|", "Otevření lávky|30. 6. 2027||Stavební povolení"], Rows(page, "milestones"));
        Assert.Equal(["Karlovarský kraj|dává pozemek"], Rows(page, "partners"));
        Assert.Equal(["výstup|Délka nové cyklostezky|km||1,25|", "výsledek|Průjezdy cyklistů za rok|průjezdů|0|12 000|31. 12. 2028"], Rows(page, "outcomes"));
        Assert.Equal(2, (await site.Page("/projekty/harmonogram")).QuerySelectorAll("svg.v-gantt circle").Length);

        // What waits for a row that goes is told so.
        using var waiting = await strategist.Send(Edit + "milniky", "part", new() { ["title-0"] = "", ["day-0"] = "", ["done-0"] = "" });
        Assert.Contains("číslem 1", Said(await Worker.Read(waiting), "after-1"));
        await strategist.Done(Edit + "milniky", "part", new() { ["title-0"] = "", ["day-0"] = "", ["done-0"] = "", ["after-1"] = "" });
        Assert.Equal(["Otevření lávky|30. 6. 2027"], Rows(await site.Page("/projekty/P-0001"), "milestones"));
    }

    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_at_its_row_and_nothing_is_written(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        (string Part, string Field, string Value, string At, string Said)[] wrong =
        [
            ("milniky", "title-0", "", "title-0", "Vyplňte"),
            ("milniky", "day-2", "1. 1. 20226", "day-2", "20226"),
            ("milniky", "day-0", "2028", "day-2", "až 31. 12. 2028"),
            ("milniky", "after-0", "3", "after-0", "dokola"),
            ("milniky", "after-2", "3", "after-2", "číslem 3"),
            ("partneri", "organisation-0", "Neznámá obec", "organisation-0", "v registru subjektů není"),
            ("vysledky", "target-0", "mnoho", "target-0", "není číslo"),
            ("kontakty", "mail-0", "jana@example.org", "name-0", "Vyplňte"),
        ];
        foreach (var (part, field, value, at, said) in wrong)
        {
            Dictionary<string, string> typed = part == "milniky" ? new(Steps) { [field] = value } : new() { [field] = value };
            using var answer = await strategist.Send(Edit + part, "part", typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, Said(await Worker.Read(answer), at));
        }

        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Milestone>().CountAsync()));
    }

    /// <summary>Contacts say something of people: the public does not see them, and the record, which nobody can change, does not hold them.</summary>
    [Theory, BothEngines]
    public async Task Contacts_and_risks_are_not_public_and_a_contact_leaves_no_trace(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        await strategist.Done(Edit + "kontakty", "part", new() { ["name-0"] = "Jana Vzorová", ["role-0"] = "starostka", ["mail-0"] = "jana@example.org", ["phone-0"] = "777 000 000" });
        await strategist.Done(Edit + "rizika", "part", new() { ["title-0"] = "Nenajde se zhotovitel", ["likelihood-0"] = "High", ["measure-0"] = "Průzkum trhu" });
        var worked = await strategist.Page("/prace/projekty/P-0001");
        Assert.Equal(["Jana Vzorová|starostka|jana@example.org|777 000 000"], Rows(worked, "contacts"));
        Assert.Equal(["Nenajde se zhotovitel|vysoká|nízká|Průzkum trhu"], Rows(worked, "risks"));
        var shown = (await site.Page("/projekty/P-0001")).Body!.TextContent;
        Assert.DoesNotContain("Vzorová", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("zhotovitel", shown, StringComparison.Ordinal);

        await strategist.Done(Edit + "kontakty", "part", new() { ["name-0"] = "", ["role-0"] = "", ["mail-0"] = "", ["phone-0"] = "" });
        var changes = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database
            .SqlQueryRaw<string>("SELECT coalesce(CAST(before AS text), '') || coalesce(CAST(after AS text), '') AS \"Value\" FROM record_change WHERE subject = 'projects.contact'").ToListAsync());
        Assert.Equal(2, changes.Count);
        Assert.DoesNotContain(changes, c => c.Contains("Vzorov", StringComparison.Ordinal) || c.Replace(" ", "", StringComparison.Ordinal).Contains("777000", StringComparison.Ordinal));
    }

    /// <summary>What is not public of a project is for those who may read it where it carries something out; all who work see the rest.</summary>
    [Theory, BothEngines]
    public async Task Contacts_and_risks_are_read_only_where_the_project_carries_something_out(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        await strategist.Done(Edit + "kontakty", "part", new() { ["name-0"] = "Jana Vzorová", ["mail-0"] = "jana@example.org" });
        await strategist.Done(Edit + "rizika", "part", new() { ["title-0"] = "Nenajde se zhotovitel" });
        await strategist.Done(Edit + "milniky", "part", Steps);
        using var own = await site.SignedIn(await site.At(Role.Reader, "4.2.1"));
        using var other = await site.SignedIn(await site.At(Role.Owner, "1"));
        Assert.Equal(["Jana Vzorová|jana@example.org"], Rows(await own.Page("/prace/projekty/P-0001"), "contacts"));
        var theirs = await other.Page("/prace/projekty/P-0001");
        Assert.Equal(2, Rows(theirs, "milestones").Count);
        Assert.Contains("Rizika a kontakty tohoto projektu vidí jen ten", Plain(theirs.Body!.TextContent));
        Assert.DoesNotContain("Vzorová", theirs.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("zhotovitel", theirs.Body!.InnerHtml, StringComparison.Ordinal);
        foreach (var (part, status) in new[] { ("kontakty", HttpStatusCode.NotFound), ("rizika", HttpStatusCode.NotFound), ("milniky", HttpStatusCode.OK) })
        {
            using var answer = await other.Get(Edit + part);
            Assert.Equal(status, answer.StatusCode);
        }

        var machine = await other.Machine(site, ProjectRights.Read);
        foreach (var (part, status) in new[] { ("contacts", HttpStatusCode.Forbidden), ("risks", HttpStatusCode.Forbidden), ("milestones", HttpStatusCode.OK) })
        {
            Assert.Equal(status, (await machine.Ask(HttpMethod.Get, "/projects/P-0001/parts/" + part)).Status);
        }

        var reader = await own.Machine(site, ProjectRights.Read);
        Assert.Equal("Jana Vzorová", (await reader.Read("/projects/P-0001/parts/contacts")).GetProperty("rows")[0].GetProperty("name").GetString());
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_is_told_and_machines_write_the_same_lists(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        var before = await strategist.Page(Edit + "milniky");
        await strategist.Done(Edit + "milniky", "part", Steps);
        using var late = await strategist.Send(Edit + "milniky", before, "part", new() { ["title-0"] = "Pozdě", ["day-0"] = "2027" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var told = await Worker.Read(late);
        Assert.Equal("Pozdě", told.QuerySelector<IHtmlInputElement>("#f-title-0")!.Value);
        Assert.DoesNotContain("Nyní je uloženo", told.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);

        var machine = await strategist.Machine(site, ProjectRights.Edit);
        await machine.Done(HttpMethod.Put, "/projects/P-0001/parts/risks", new { version = 2, rows = new[] { new Dictionary<string, string> { ["title"] = "Povodeň", ["impact"] = "High" } } });
        Assert.Equal(["Povodeň|nízká|vysoká"], Rows(await strategist.Page("/prace/projekty/P-0001"), "risks"));

        // What is read is written back, and changes nothing; risks are not public.
        var anybody = await new Machine(site, null).Read("/projects/P-0001");
        Assert.Equal((3, "Lávka přes Ohři", "intent", "4.2.1", 100), (anybody.GetProperty("version").GetInt32(), anybody.GetProperty("title").GetString(), anybody.GetProperty("stage").GetString(),
            anybody.GetProperty("links")[0].GetProperty("code").GetString(), anybody.GetProperty("links")[0].GetProperty("share").GetInt32()));
        var milestones = Assert.Single(anybody.GetProperty("parts").EnumerateArray());
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Machine(site, null).Ask(HttpMethod.Get, "/projects/P-0001/parts/risks")).Status);
        var reader = await strategist.Machine(site, ProjectRights.Read, ProjectRights.Edit);
        Assert.Equal("Povodeň", (await reader.Read("/projects/P-0001/parts/risks")).GetProperty("rows")[0].GetProperty("title").GetString());
        var shown = Rows(await site.Page("/projekty/P-0001"), "milestones");
        await reader.Done(HttpMethod.Put, "/projects/P-0001/parts/milestones", new { version = 3, rows = milestones.GetProperty("rows") });
        Assert.Equal(shown, Rows(await site.Page("/projekty/P-0001"), "milestones"));
    }

    [Theory, BothEngines]
    public async Task What_was_written_into_a_list_can_be_taken_back_while_nobody_has_gone_on_with_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await Entered(site);
        await strategist.Done(Edit + "milniky", "part", Steps);
        var opened = await strategist.Page(Edit + "milniky");
        Assert.Empty((await Undone(site)).Problems);
        Assert.Empty(Rows(await site.Page("/projekty/P-0001"), "milestones"));
        using var late = await strategist.Send(Edit + "milniky", opened, "part", new() { ["title-0"] = "Povolení záměru" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        // What was taken back is done again, and stays once somebody has written behind it.
        Assert.Empty((await Undone(site)).Problems);
        Assert.Equal(["Stavební povolení|30. 9. 2026|12. 5. 2026|", "Otevření lávky|30. 6. 2027||Stavební povolení"], Rows(await site.Page("/projekty/P-0001"), "milestones"));
        await strategist.Done(Edit + "milniky", "part", new() { ["title-2"] = "Kolaudace", ["day-2"] = "2028" });
        Assert.Equal("projects.part.undo-changed", Assert.Single((await Undone(site, before: 1)).Problems).Code);
        Assert.Equal(3, Rows(await site.Page("/projekty/P-0001"), "milestones").Count);

        await strategist.Done(Edit + "kontakty", "part", new() { ["name-0"] = "Jana Vzorová" });
        await strategist.Done(Edit + "kontakty", "part", new() { ["phone-0"] = "777 000 000" });
        Assert.Equal("projects.part.undo-changed", Assert.Single((await Undone(site, before: 1)).Problems).Code);

        // The record does not hold whom it was about, so nobody can bring it back.
        await strategist.Done(Edit + "kontakty", "part", new() { ["name-0"] = "", ["phone-0"] = "" });
        Assert.False((await Undone(site)).Ok);
    }

    /// <summary>Undoes the last act on lists, or one before it.</summary>
    private static Task<Result<bool>> Undone(Site site, int before = 0) => site.Within.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        var act = await unit.GetRequiredService<IRecord>().Acts.Where(a => a.Kind == SaveParts.Act || a.Kind == UndoAct.Kind)
            .OrderByDescending(a => a.Sequence).Select(a => a.Id).Skip(before).FirstAsync();
        return await unit.GetRequiredService<UndoAct>().Run(act, "omyl", default);
    });

    private static async Task<Worker> Entered(Site site)
    {
        var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await strategist.Done("/prace/projekty/novy", "project", new()
        {
            ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.2.1", ["starts"] = "2026", ["ends"] = "2027",
        });
        return strategist;
    }

    private static List<string> Rows(IHtmlDocument page, string section) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => Plain(c.TextContent.Trim()))))];

    private static string Said(IHtmlDocument page, string field) => Plain(page.GetElementById($"f-{field}-error")?.TextContent ?? $"nothing at {field}: {Worker.Said(page)}");

    private static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
