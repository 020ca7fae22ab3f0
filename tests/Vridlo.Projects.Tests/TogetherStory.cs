using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests;

/// <summary>Many projects come to another stage by one act, which is previewed, done to all or none, and taken back as one.</summary>
public sealed class TogetherStory
{
    private const string Address = "/prace/projekty/hromadne?do=stage&choice=Funded&all=1";

    [Theory, BothEngines]
    public async Task What_was_previewed_is_done_and_taken_back_as_one(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Three(strategist);
        await strategist.Done("/prace/projekty/P-0002/stav", "stage", new() { ["stage"] = "Funded", ["why"] = "dotace" });
        Assert.Equal(3, (await strategist.Page("/prace/projekty")).QuerySelectorAll("tbody [name=row]").Length);

        var preview = await strategist.Page(Address);
        Assert.Equal(["záměr", "financován", "záměr"], preview.QuerySelectorAll("main tbody tr").OrderBy(r => r.QuerySelector("th")!.TextContent).Select(r => r.QuerySelectorAll("td")[0].TextContent.Trim()));
        Assert.StartsWith("Nic:", preview.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Most 2", StringComparison.Ordinal)).LastElementChild!.TextContent, StringComparison.Ordinal);

        // Nobody moves projects without a reason.
        using var mute = await strategist.Send(Address, preview, "bulk", new() { ["why"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mute.StatusCode);
        Assert.Equal([Stage.Intent, Stage.Funded, Stage.Intent], await Stages(site));
        using var done = await strategist.Send(Address, preview, "bulk", new() { ["why"] = "usnesení ZK 12/26" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal([Stage.Funded, Stage.Funded, Stage.Funded], await Stages(site));

        var list = await strategist.Page("/prace/projekty");
        Assert.Contains("usnesení ZK 12/26", (await strategist.Page("/prace/projekty/P-0003")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await strategist.TurnBack(list);
        Assert.Equal([Stage.Intent, Stage.Funded, Stage.Intent], await Stages(site));
    }

    [Theory, BothEngines]
    public async Task What_has_moved_since_the_preview_stops_all_of_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Three(strategist);
        var preview = await strategist.Page(Address);
        await strategist.Done("/prace/projekty/P-0001/stav", "stage", new() { ["stage"] = "Ready", ["why"] = "povoleno" });
        using var late = await strategist.Send(Address, preview, "bulk", new() { ["why"] = "dotace" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal([Stage.Ready, Stage.Intent, Stage.Intent], await Stages(site));
    }

    /// <summary>Dropping takes the plans back; what is done to many without being looked at is nothing.</summary>
    [Theory, BothEngines]
    public async Task Nothing_is_chosen_beforehand_and_dropping_says_what_it_takes(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Three(strategist);
        await ProjectStory.NewFund(strategist, "kap-18", "10 mil. Kč");
        foreach (var code in (string[])["P-0001", "P-0003"])
        {
            await strategist.Done($"/prace/projekty/{code}/penize", "plan", new() { ["fund-0"] = "kap-18", ["year-0"] = "2026", ["sum-0"] = "2 mil." });
        }

        const string all = "/prace/projekty/hromadne?do=stage&all=1";
        var open = await strategist.Page(all);
        Assert.Null(open.QuerySelector("form[method=post]:has([name=seen])"));
        Assert.Equal("", open.QuerySelector("#choice option[selected], #choice option")!.GetAttribute("value"));
        Assert.Equal(3, open.QuerySelectorAll("main tbody tr").Length);

        var dropping = await strategist.Page(all + "&choice=Dropped");
        Assert.Contains("zruší se zároveň jeho plán", dropping.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        using var done = await strategist.Send(all + "&choice=Dropped", dropping, "bulk", new() { ["why"] = "program skončil" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(0, await Planned(site));
        await strategist.TurnBack(await strategist.Page("/prace/projekty"));
        Assert.Equal([Stage.Intent, Stage.Intent, Stage.Intent], await Stages(site));
        Assert.Equal(4_000_000_00, await Planned(site));
    }

    [Theory, BothEngines]
    public async Task A_program_moves_all_or_none_and_an_owner_only_the_own(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Three(strategist);
        var machine = await strategist.Machine(site, ProjectRights.Read, ProjectRights.Edit);
        var (same, wrong) = await machine.Post("/projects/together/stage", new { projects = new[] { "P-0001", "P-0002" }, choice = "Intent", why = "zpět" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same);
        Assert.Equal(["P-0001", "P-0002"], wrong.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
        var (unknown, _) = await machine.Post("/projects/together/stage", new { projects = new[] { "P-0001", "P-0009" }, choice = "Ready", why = "povoleno" });
        Assert.Equal(HttpStatusCode.NotFound, unknown);
        Assert.Equal((HttpStatusCode.NotFound, "ui.bulk.unknown"), await Refused(machine.Post("/projects/together/sell", new { projects = new[] { "P-0001" }, why = "povoleno" })));
        var many = Enumerable.Range(1, 40_000).Select(n => $"P-{n:0000}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ui.bulk.too-many"), await Refused(machine.Post("/projects/together/stage", new { projects = many, choice = "ready", why = "povoleno" })));
        var (done, body) = await machine.Post("/projects/together/stage", new { projects = new[] { "P-0001", "P-0002" }, choice = "ready", why = "povoleno" });
        Assert.Equal((HttpStatusCode.OK, 2), (done, body.GetProperty("changed").GetInt32()));
        Assert.Equal([Stage.Ready, Stage.Ready, Stage.Intent], await Stages(site));

        // The third project carries out a node of another area than the first two.
        using var owner = await site.SignedIn(await Owner(site, "12"));
        var preview = await owner.Page(Address);
        Assert.StartsWith("Nic:", preview.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Most 3", StringComparison.Ordinal)).LastElementChild!.TextContent, StringComparison.Ordinal);
        using var moved = await owner.Send(Address, preview, "bulk", new() { ["why"] = "dotace" });
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal([Stage.Funded, Stage.Funded, Stage.Intent], await Stages(site));
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Empty((await reader.Page("/prace/projekty")).QuerySelectorAll("tbody [name=row]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Address)).StatusCode);
    }

    /// <summary>Who answers for the area is told of what comes and moves there, of many by one notice; nobody of the own act.</summary>
    [Theory, BothEngines]
    public async Task Owners_are_told_of_projects_that_come_and_move(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        using var owner = await site.SignedIn(await Owner(site, "12"));
        using var neighbour = await site.SignedIn(await Owner(site, "8"));
        await Three(strategist);
        Assert.Equal(["Zápis projektu: P-0001 Most 1", "Zápis projektu: P-0002 Most 2"], await Told(owner));
        Assert.Equal(["Zápis projektu: P-0003 Most 3"], await Told(neighbour));

        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["need"] = "Brod za vysoké vody neslouží." });
        using var moved = await strategist.Send(Address, await strategist.Page(Address), "bulk", new() { ["why"] = "dotace" });
        Assert.Contains(await Told(owner), t => t is "Změna stavu projektu: P-0001 Most 1 a ještě 1 projekt" or "Změna stavu projektu: P-0002 Most 2 a ještě 1 projekt");
        Assert.Equal(["Změna stavu projektu: P-0003 Most 3", "Zápis projektu: P-0003 Most 3"], await Told(neighbour));
        await owner.Done("/prace/projekty/P-0002/stav", "stage", new() { ["stage"] = "UnderWay", ["why"] = "smlouva" });
        Assert.Equal(3, (await Told(owner)).Count);
        var leads = (await neighbour.Page("/prace/oznameni")).QuerySelector("main tbody a.v-rowlink")!.GetAttribute("href")!;
        using var open = await neighbour.Get(leads);
        Assert.Equal("/prace/projekty/P-0003", open.Headers.Location!.ToString());
    }

    /// <summary>A list of any module shows the views that were saved of it.</summary>
    [Theory, BothEngines]
    public async Task A_view_of_the_list_is_saved_and_shown_above_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Three(strategist);
        var save = (await strategist.Page("/prace/projekty?stage=ready&sort=-code")).QuerySelector("a[href*='/pohledy/novy']")!.GetAttribute("href")!;
        var saved = await strategist.Done(save, "view", new() { ["name"] = "Připravené" });
        Assert.Equal(("Připravené", "true"), (saved.QuerySelector(".v-views a")!.TextContent, saved.QuerySelector(".v-views a")!.GetAttribute("aria-current")));
        Assert.Null((await strategist.Page("/prace/projekty")).QuerySelector(".v-views a")!.GetAttribute("aria-current"));
        Assert.Empty((await strategist.Page("/prace/vyjadreni")).QuerySelectorAll(".v-views a"));
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Empty((await reader.Page("/prace/projekty")).QuerySelectorAll(".v-views a"));
    }

    private static async Task Three(Worker strategist)
    {
        foreach (var (n, node) in new[] { (1, "12.4"), (2, "12.4"), (3, "8.2") })
        {
            await strategist.Done("/prace/projekty/novy", "project", new()
            {
                ["title"] = $"Most {n}", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = node, ["share-0"] = "100",
            });
        }
    }

    private static Task<Grant> Owner(Site site, string code) => site.Within.In(async unit =>
    {
        var ledger = unit.GetRequiredService<IProgrammeLedger>();
        var edition = (await ledger.Editions("prkk-2021", default))[0];
        return new Grant(Role.Owner, edition.ProgrammeId, (await ledger.Node(edition.Id, code, default))!.Self.Id);
    });

    private static Task<long> Planned(Site site) => site.Within.In(unit => unit.GetRequiredService<IMoneyLedger>().Years.SumAsync(y => y.Planned));

    private static async Task<(HttpStatusCode, string?)> Refused(Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> asked) => ((await asked).Status, (await asked).Body.GetProperty("code").GetString());

    private static Task<List<Stage>> Stages(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Project>().OrderBy(p => p.Number).Select(p => p.Stage).ToListAsync());

    private static async Task<IReadOnlyList<string>> Told(Worker worker) =>
        [.. (await worker.Page("/prace/oznameni")).QuerySelectorAll("main tbody tr").Select(r => $"{r.QuerySelectorAll("td")[1].TextContent.Trim()}: {r.QuerySelectorAll("td")[2].TextContent.Trim()}".Replace('\u00a0', ' ')).Order(StringComparer.Ordinal)];
}
