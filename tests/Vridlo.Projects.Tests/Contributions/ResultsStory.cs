using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Projects.Contributions;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Contributions;

/// <summary>What projects bring to the programme: tied to what it states, added up on the pages of its nodes, and open to the last line.</summary>
public sealed class ResultsStory
{
    private const string Brand = "1.2-brand-value";

    [Theory, BothEngines]
    public async Task Results_are_tied_to_the_programme_and_added_up_where_they_contribute(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        await Enter(strategist, "Kampaň", ("1.2.1", "60"), ("4.2", "40"));
        await Enter(strategist, "Portál", ("1.2.2", "100"));
        await Enter(strategist, "Cyklostezka", ("4.2.1", "100"));

        // Only indicators of the measure the project carries out are offered, and no other is taken.
        var form = await strategist.Page(Lines("P-0001"));
        Assert.Contains(Brand, form.QuerySelectorAll("#f-stated-0 option").Select(o => o.GetAttribute("value")));
        using var foreign = await strategist.Send(Lines("P-0003"), "part", new() { ["stated-0"] = Brand, ["unit-0"] = "%", ["target-0"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.NotNull((await Worker.Read(foreign)).GetElementById("f-stated-0-error"));
        using var nameless = await strategist.Send(Lines("P-0003"), "part", new() { ["unit-0"] = "km", ["target-0"] = "1" });
        Assert.NotNull((await Worker.Read(nameless)).GetElementById("f-indicator-0-error"));

        await Bring(strategist, "P-0001", (Brand, "", "osob", "1 000", "250"), ("", "Návštěvy", "%", "5", ""));
        await Bring(strategist, "P-0002", (Brand, "", "osob", "500,5", ""));
        await Bring(strategist, "P-0003", ("", "Délka tras", "km", "12,5", "12,5"));
        Assert.Equal("ano", Plain((await site.Page("/projekty/P-0001")).QuerySelector("section[aria-labelledby=outcomes] tbody td:nth-child(2)")!.TextContent.Trim()));

        // Whole in both areas, whatever the shares of money are; what does not add up is not added.
        Assert.Equal(
            ["Hodnota značky: znalost, preference, doporučeníUkazatel programu|osob|1 500,5|250|2|1", "Návštěvy|%|–|–|1|1"],
            Rows(await site.Page("/programy/prkk-2021/1.2")));
        Assert.Equal(["Délka tras|km|12,5|12,5|1|0", "Hodnota značky: znalost, preference, doporučení|osob|1 000|250|1|1", "Návštěvy|%|–|–|1|1"], Rows(await site.Page("/programy/prkk-2021/4")));
        Assert.Single(Rows(await site.Page("/programy/prkk-2021/1.2.2")));
        Assert.Null((await site.Page("/programy/prkk-2021/12")).QuerySelector("section[aria-labelledby=results]"));

        // A row opens the lines it is made of, here and in files and for machines.
        var measure = await site.Page("/programy/prkk-2021/1.2");
        var opened = await site.Page(measure.QuerySelector("section[aria-labelledby=results] tbody a")!.GetAttribute("href")!);
        Assert.Equal(["/projekty/P-0001", "/projekty/P-0002"], opened.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).Order());
        var csv = await site.Client.GetStringAsync("/projekty/vysledky.csv?node=4.2");
        Assert.Contains("P-0003", csv);
        Assert.DoesNotContain("P-0002", csv);
        var machine = new Machine(site, null);
        var sums = await machine.Read("/projects/contributions/1.2");
        Assert.Equal((Brand, 1500.5, 2, 1), (sums[0].GetProperty("stated").GetString(), sums[0].GetProperty("target").GetDouble(), sums[0].GetProperty("projects").GetInt32(), sums[0].GetProperty("elsewhere").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Ask(HttpMethod.Get, "/projects/contributions/99.9")).Status);
        Assert.Equal(2, (await machine.Read($"/projects/results?indicator={Brand}")).GetProperty("rows").GetArrayLength());

        // A dropped project brings nothing, and one that is linked elsewhere now keeps what it was tied to.
        await strategist.Done("/prace/projekty/P-0002/stav", "stage", new() { ["stage"] = "Dropped", ["why"] = "není zájem" });
        Assert.Contains("|osob|1 000|250|1|1", Rows(await site.Page("/programy/prkk-2021/1.2"))[0]);
        await strategist.Done("/prace/projekty/P-0001/uprava", "project", new() { ["link-0"] = "4.2.1" });
        await strategist.Done(Lines("P-0001"), "part", new() { ["target-0"] = "2000" });
        Assert.Equal(Brand, (await machine.Read("/projects/results?node=4.2"))
            .GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("target").GetDouble() == 2000).GetProperty("stated").GetString());
    }

    /// <summary>Whatever projects bring and wherever they are linked, the sums of each node are what adding by hand gives.</summary>
    [Theory, BothEngines]
    public async Task Sums_are_those_of_the_lines(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Within.In(async unit =>
        {
            var (db, money, instruments) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>(), unit.GetRequiredService<IInstruments>());
            unit.GetRequiredService<Asker>().Become(Core.Record.Actor.System);
            var nodes = (await unit.GetRequiredService<OwnProgramme>().Tree(default)).Where(n => n.Kind is NodeKind.Measure or NodeKind.Activity).Take(6).Select(n => n.Id).ToList();
            var line = Gen.Select(Gen.OneOfConst("a", "b"), Gen.OneOfConst("km", "%"), Gen.OneOfConst(null, "k"), Gen.Int[1, 1000], Gen.Int[-1, 500]);
            var made = Gen.Select(Gen.Int[0, 5].Array[0, 3], line.Array[0, 4], Gen.Bool).Array[40].Single(_ => true, "0N0XIzNsQ0O2");
            Dictionary<InstrumentId, HashSet<NodeId>> linked = [];
            List<Outcome> kept = [];
            await using (await db.Begin(default))
            {
                foreach (var (i, (at, brought, dropped)) in made.Index())
                {
                    var project = new Project
                    {
                        Id = TypedId.New<InstrumentId>(), Number = i + 1, Title = $"Projekt {i}", Sought = "", Stage = dropped ? Stage.Dropped : Stage.Ready, StageSince = new(2026, 1, 1), Bearer = default,
                        Description = "", Need = "", Documents = default, Permits = default, Land = default, Finance = default, Version = 1,
                    };
                    instruments.Add(new(project.Id, project.Code, InstrumentKind.Project, new(project.Title), $"/projekty/{project.Code}", null));
                    db.Add(project);
                    var its = at.Distinct().Select(a => nodes[a]).ToList();
                    var shares = its.Count == 0 ? [] : new Money(NodeShare.Whole, default).Split([.. its.Select(_ => 1L)]);
                    await instruments.Link(project.Id, its, default);
                    Assert.True((await money.Share(project.Id, [.. its.Zip(shares, (n, s) => new NodeShare(n, (int)s.Minor))], new(2026, 1, 1), default)).Ok);
                    List<Outcome> outcomes = [.. brought.Select((b, n) => new Outcome { ProjectId = project.Id, Number = n + 1, Indicator = b.Item1, Unit = b.Item2, Stated = b.Item3, Target = b.Item4 / 8.0, Reached = b.Item5 < 0 ? null : b.Item5 / 8.0 })];
                    db.AddRange(outcomes);
                    kept.AddRange(dropped ? [] : outcomes);
                    linked[project.Id] = [.. its];
                }

                Assert.True(await db.Commit(unit.GetRequiredService<Asker>().Act("projects.add", "zkouška"), default));
            }

            var read = unit.GetRequiredService<ReadContributions>();
            foreach (var some in Enumerable.Range(1, (1 << nodes.Count) - 1).Select(bits => nodes.Where((_, i) => (bits >> i & 1) == 1).ToList()))
            {
                var expected = from o in kept
                               where linked[o.ProjectId].Overlaps(some)
                               group o by (o.Stated, o.Indicator, o.Unit) into g
                               let projects = g.Select(o => o.ProjectId).Distinct().ToList()
                               select new Contribution(
                                   g.Key.Stated, g.Key.Indicator, g.Key.Unit, g.Sum(o => o.Target), g.Sum(o => o.Reached ?? 0), g.Count(o => o.Reached is not null), projects.Count, projects.Count(p => linked[p].Except(some).Any()));
                Assert.Equal(expected.OrderBy(Order), (await read.Of(some, default)).OrderBy(Order));
            }
        });
    }

    private static string Lines(string project) => $"/prace/projekty/{project}/casti/vysledky";

    private static string Order(Contribution c) => $"{c.Indicator}|{c.Unit}|{c.Stated}";

    private static async Task Enter(Worker strategist, string title, params IReadOnlyList<(string Code, string Share)> links)
    {
        Dictionary<string, string> typed = new() { ["title"] = title, ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj" };
        foreach (var (i, (code, share)) in links.Index())
        {
            (typed[$"link-{i}"], typed[$"share-{i}"]) = (code, share);
        }

        await strategist.Done("/prace/projekty/novy", "project", typed);
    }

    private static async Task Bring(Worker strategist, string project, params IReadOnlyList<(string Stated, string Indicator, string Unit, string Target, string Reached)> lines)
    {
        Dictionary<string, string> typed = [];
        foreach (var (i, line) in lines.Index())
        {
            (typed[$"stated-{i}"], typed[$"indicator-{i}"], typed[$"unit-{i}"], typed[$"target-{i}"], typed[$"reached-{i}"]) = line;
        }

        await strategist.Done(Lines(project), "part", typed);
    }

    private static List<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("section[aria-labelledby=results] tbody tr").Select(r => string.Join('|', r.Children.Select(c => Plain(string.Join(' ', c.TextContent.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries))))))];

    private static string Plain(string text) => text.Replace(Typography.NoBreakSpace, ' ');
}
