using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Contributions;

namespace Vridlo.Projects.Demo;

/// <summary>The sample projects: over all areas, in all stages, made by what reads and writes typed projects, a few in a unit of work.</summary>
internal static class SampleProjects
{
    private const string Why = "Ukázková data", Wrong = "Chybně zapsaná částka", Right = "Opravená částka";

    private const int Count = 240, AtOnce = 6, OneReversedIn = 12;

    private static readonly string[] Needs =
        ["Současný stav neodpovídá potřebám obyvatel.", "Zařízení je na konci životnosti.", "Poptávka dlouhodobě převyšuje kapacitu.", "Území v této oblasti zaostává za průměrem kraje.", "Opatření programu nemá v území jiného nositele."];

    public static IEnumerable<SampleStep> Steps(SampleYear year) =>
    [
        .. Enumerable.Range(0, Count / AtOnce).Select(i => (SampleStep)((unit, stop) => Make(i * AtOnce, year, unit, stop))),
        .. Enumerable.Range(1, Count).Where(n => year.Chance($"reversal-{n}").OneIn(OneReversedIn)).Select(n => (SampleStep)((unit, stop) => Reverse(n, year, unit, stop))),
    ];

    private static async Task<Problem?> Make(int first, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var known = await SampleKnown.Read(unit, stop);
        await using var begun = await unit.Get<AppDb>().Begin(stop);
        var number = await unit.Get<WriteProject>().NextNumber(stop);
        for (var i = 0; i < AtOnce && known.Areas.Count > 0; i++)
        {
            if (await One(first + i, number + i, year, known, unit, stop) is { } refused)
            {
                return refused;
            }
        }

        return await unit.Count().Commit(unit.Get<Asker>().Act(SaveProject.Added, Why), stop) ? null : Problem.Conflict("samples.meanwhile");
    }

    private static async Task<Problem?> One(int i, int number, SampleYear year, SampleKnown known, SampleUnit unit, CancellationToken stop)
    {
        var chance = year.Chance($"project-{i}");
        var (area, nodes) = known.Areas[i % known.Areas.Count];
        var (theme, course) = (SampleTheme.Of(area), SampleCourse.Of(i, year.Day, chance));
        var place = chance.Of(known.Towns.Count > 0 && chance.OneIn(2) ? known.Towns : known.Places);
        var bearer = known.Bearer(theme, place.Code, chance);
        var title = $"{theme.Titles[i / known.Areas.Count % theme.Titles.Count]} – {place.Name}";
        var read = await unit.Get<ReadProject>().Run(Typed(title, bearer, place, nodes, course, chance) with { Shape = SampleShapes.Of(theme, place, year.Chance($"shape-{i}")), Stage = course.Stages[0].Stage.ToString(), Since = DateText.Iso(course.Stages[0].Day) }, Language.Cs, stop);
        if (!read.Ok)
        {
            return read.Problems[0];
        }

        var write = unit.Get<WriteProject>();
        var added = await write.Add(read.Value, bearer.Id, number, stop);
        if (!added.Ok)
        {
            return added.Problems[0];
        }

        foreach (var (stage, day) in course.Stages.Skip(1).Where(s => s.Stage is not Stage.Dropped))
        {
            await write.Move(added.Value, stage, "Postup přípravy podle plánu", stop, day);
        }

        var hasEvent = course.Since(Stage.UnderWay) is not null && !chance.OneIn(3);
        if (course.Since(Stage.Funded) is { } funded)
        {
            InstrumentKey contract = new(InstrumentKeyKind.Contract, $"KK {number:00000}/{funded.Year}");
            await unit.Get<IInstruments>().SetKeys(added.Value.Id, hasEvent ? [contract, new(InstrumentKeyKind.Event, $"{9000 + number}")] : [contract], stop);
        }

        return await new SampleParts(unit.Get<AppDb>(), chance, year.Day).Write(added.Value, theme, course, known.Numbered, Stated(read.Value, known), stop)
            ?? await new SampleMoney(unit.Get<IMoneyLedger>(), known.Funds, chance, year.Day).Enter(added.Value, theme, course, hasEvent, stop)
            ?? (course.Stages[^1] is (Stage.Dropped, var on) ? await write.Move(added.Value, Stage.Dropped, "Nositel od záměru ustoupil", stop, on) : null);
    }

    private static IReadOnlyDictionary<string, Need> Stated(ProjectRead project, SampleKnown known) =>
        StatedIndicators.Of([.. project.Links.Select(l => l.Node)], known.Tree, known.Needs);

    private static ProjectTyped Typed(string title, OrganisationListed bearer, Place place, IReadOnlyList<Node> nodes, SampleCourse course, SampleChance chance)
    {
        var first = chance.Next(nodes.Count);
        List<(string, string)> links = nodes.Count > 1 && chance.OneIn(4) ? [(nodes[first].Code, "70"), (nodes[(first + 1) % nodes.Count].Code, "30")] : [(nodes[first].Code, "100")];
        var onMap = place.Latitude is not null && !chance.OneIn(4);
        var met = Math.Min(3, (int)(course.Now is Stage.Dropped ? Stage.Intent : course.Now));
        return new(
            title, bearer.Number ?? "", bearer.Name, place.Code, onMap ? Degrees(place.Latitude!.Value, chance) : "", onMap ? Degrees(place.Longitude!.Value, chance) : "",
            $"{title}. Ukázkový projekt, který naplňuje opatření programu; jeho obsah je smyšlený.", chance.Of(Needs), SampleParts.Typed(course.Starts), SampleParts.Typed(course.Ends),
            Condition(1), Condition(2), chance.OneIn(6) ? nameof(Readiness.NotNeeded) : Condition(2), Condition(3), links);

        string Condition(int from) => met >= from ? nameof(Readiness.Met) : met == from - 1 ? nameof(Readiness.Begun) : nameof(Readiness.Open);
    }

    private static string Degrees(double degrees, SampleChance chance) => (degrees + (chance.Between(-90, 90) / 10_000.0)).ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>What was paid last is found wrong, reversed and entered again.</summary>
    private static async Task<Problem?> Reverse(int number, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var (db, ledger, code) = (unit.Get<AppDb>(), unit.Get<IMoneyLedger>(), Project.CodeOf(number));
        await using var begun = await db.Begin(stop);
        if (await ledger.Postings.Where(p => p.InstrumentCode == code && p.Kind == SumKind.Paid && p.Amount > 0).OrderByDescending(p => p.Day).ThenByDescending(p => p.Id).FirstOrDefaultAsync(stop) is not { } wrong)
        {
            return null;
        }

        var reversed = await ledger.Reverse(wrong.Id, year.Day, Wrong, stop);
        var again = !reversed.Ok ? reversed : await ledger.Post(
            new(wrong.Instrument, wrong.Fund, wrong.Year, SumKind.Paid, new(wrong.Amount / 100 * 97, wrong.Currency), wrong.Day, wrong.Document, Right), stop);
        return !again.Ok ? again.Problems[0]
            : await unit.Count().Commit(unit.Get<Asker>().Act(Funding.EnterMoney.Reversed, Wrong), stop) ? null : Problem.Conflict("samples.meanwhile");
    }
}
