using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Entering;

/// <summary>
/// After any sequence of files, numbers, assignments and rules the ledger has of each project what its matched live rows sum to, and the
/// agreement explains every difference.
/// </summary>
public sealed class AnySequenceTests
{
    private enum Step
    {
        Replace, Append, Number, Assign, Unassign, Fund,
    }

    /// <summary>A row of a file: its event, its item, its amount in crowns.</summary>
    private sealed record Line(int Event, int Item, int Crowns)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"KDF;2212;{Item};;{Event};{Crowns}.00;;;;\n");
    }

    private static readonly Gen<Line> Lines = Gen.Select(Gen.Int[1, 3], Gen.OneOfConst(6121, 5169, 2229, 4216), Gen.Int[-3, 5]).Select((e, i, c) => new Line(e, i, c));

    [Theory, BothEngines]
    public async Task The_ledger_says_what_the_live_rows_say(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        InstrumentId[] projects = [await world.Project("P-1", ofEvent: "1"), await world.Project("P-2")];
        var (day, live) = (new NodaTime.LocalDate(2026, 1, 1), new Dictionary<string, int>());
        await Gen.Select(Gen.Enum<Step>(), Lines.Array[0, 6], Gen.Int[0, 1], Gen.Int[1, 3]).Array[1, 6].SampleAsync(
            async steps =>
            {
                foreach (var (step, lines, project, number) in steps)
                {
                    switch (step)
                    {
                        case Step.Replace or Step.Append when lines.Length > 0:
                            await world.Import(Books.Head + string.Concat<Line>(lines), step is Step.Replace ? ImportMode.Replace : ImportMode.Append, day);
                            live = Expected(live, lines, step);
                            day = day.PlusDays(day.DayOfYear < 360 ? 1 : -350);
                            break;
                        case Step.Number:
                            await world.Known(projects[1 - project]);
                            await world.Known(projects[project], ofEvent: $"{number}");
                            await world.EnterAll();
                            break;
                        case Step.Assign:
                            Assert.True((await world.Ask(unit => unit.GetRequiredService<AssignRows>().Assign(Books.Kraj, new(null, $"{number}", $"P-{project + 1}", lines.Length == 6, ""), default))).Ok);
                            break;
                        case Step.Unassign:
                            await world.Ask(async unit =>
                            {
                                var one = await unit.GetRequiredService<AppDb>().Set<Assignment>().AsNoTracking().Select(a => (AssignmentId?)a.Id).FirstOrDefaultAsync();
                                return one is null || (await unit.GetRequiredService<AssignRows>().Unassign(one.Value, "", default)).Ok;
                            });
                            break;
                        case Step.Fund:
                            await world.Ask(async unit =>
                            {
                                var version = await unit.GetRequiredService<AppDb>().Set<Source>().Select(s => s.Version).FirstAsync();
                                return (await unit.GetRequiredService<SaveSource>().Change(Books.Kraj, version, Books.Typed() with { DefaultFund = number == 1 ? "" : number == 2 ? "eu" : "kap-18" }, default)).Ok;
                            });
                            await world.EnterAll();
                            break;
                    }
                }

                await Same(world, projects, live);
            },
            iter: engine is Engine.Sqlite ? 25 : 10, threads: 1);
        Assert.Empty(await world.Faults());
    }

    /// <summary>What a file leaves: of equal lines as many as it has, or when it is added as many as either has.</summary>
    private static Dictionary<string, int> Expected(Dictionary<string, int> live, Line[] lines, Step step)
    {
        var now = lines.GroupBy(l => l.ToString()).ToDictionary(g => g.Key, g => g.Count());
        return step is Step.Replace ? now : live.Keys.Union(now.Keys).ToDictionary(k => k, k => Math.Max(live.GetValueOrDefault(k), now.GetValueOrDefault(k)));
    }

    private static async Task Same(World world, InstrumentId[] projects, Dictionary<string, int> live)
    {
        var rows = (await world.Rows()).Where(r => r.EndedBy is null).ToList();
        Assert.Equal(
            live.SelectMany(l => Enumerable.Repeat(l.Key, l.Value)).Order(StringComparer.Ordinal),
            rows.Select(r => new Line(int.Parse(r.Event, CultureInfo.InvariantCulture), r.Item, (int)(r.Amount / 100)).ToString()).Order(StringComparer.Ordinal));
        foreach (var project in projects)
        {
            Assert.Equal(rows.Where(r => r.Instrument == project && r.Fund is not null && r.State is EntryState.Entered).Sum(Effect), await world.Net(project));
            Assert.DoesNotContain(rows, r => r.Instrument == project && r.State is EntryState.Waiting or EntryState.Refused or EntryState.TakenBack);
        }

        Assert.All(rows, r => Assert.Equal(r.State is EntryState.Entered, r.Posting is not null));
        var agreement = await world.Agreement();
        Assert.All(agreement.Parts.SelectMany(p => p.Lines), l => Assert.Equal(0, l.Unexplained));
        Assert.Equal(rows.Where(r => r.State is not (EntryState.OutOfLedger or EntryState.Outside)).Sum(Effect), agreement.Accounting);
        Assert.Equal(rows.Where(r => r.State is EntryState.Outside).Sum(Effect), agreement.Outside.Minor);
        Assert.Equal(agreement.Difference, agreement.Parts.SelectMany(p => p.Lines).SelectMany(l => l.Reasons).Sum(r => r.Minor));
    }

    private static long Effect(DocumentRow row) => row.Item >= 5000 ? row.Amount : -row.Amount;
}
