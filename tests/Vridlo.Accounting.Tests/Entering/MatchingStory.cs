using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Agreement;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Entering;

/// <summary>Where rows belong: by contract, by event, by hand; never by a guess.</summary>
public sealed class MatchingStory
{
    [Theory, BothEngines]
    public async Task Contract_and_event_find_the_project_two_of_them_find_none_and_nothing_is_guessed(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.OwnForm("ucto", columns: [FileField.Event, FileField.Contract]);
        var (first, second) = (await world.Project("P-1", ofEvent: "1", contract: "A"), await world.Project("P-2", ofEvent: "2"));
        await world.Import(
            "T;N;L;P;I;E;C;A\nKDF;1;1;2212;6121;1;;1,00\nKDF;2;1;2212;6121;;a;2,00\nKDF;3;1;2212;6121;2;A;4,00\nKDF;4;1;2212;6121;01;;8,00\nKDF;5;1;2212;6121;;;16,00\nKDF;6;1;2212;6121;1;X;32,00\n", source: "ucto");
        Assert.Equal((35_00, 0), (await world.Net(first), await world.Net(second)));
        Assert.Equal(
            [EntryState.Entered, EntryState.Entered, EntryState.Ambiguous, EntryState.Unmatched, EntryState.Unmatched, EntryState.Entered],
            (await world.Rows()).OrderBy(r => r.Number).Select(r => r.State));
    }

    [Theory, BothEngines]
    public async Task Another_offices_events_are_not_ours(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.Ask(unit => unit.GetRequiredService<SaveSource>().Change(Books.Kraj, 1, Books.Typed() with { MatchesEvents = false, DefaultFund = "kap-18" }, default));
        var project = await world.Project("P-1", ofEvent: "1");
        await world.Import(Books.Head + ";2212;6121;;1;100;;;;\n");
        Assert.Equal((0, EntryState.Unmatched), (await world.Net(project), (await world.Rows())[0].State));
    }

    [Theory, BothEngines]
    public async Task The_fund_is_that_of_the_purpose_then_of_the_unit_then_the_sources_own_and_none_is_told(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office(withFund: false);
        await world.OwnForm("ucto", fund: "", rules: [("Purpose", "33063", "eu"), ("Unit", "10", "kap-18")], FileField.Event, FileField.Unit, FileField.Purpose);
        var project = await world.Project("P-1", ofEvent: "1");
        const string File = "T;N;L;P;I;E;U;Z;A\nKDF;1;1;2212;6121;1;10;33063;1,00\nKDF;2;1;2212;6121;1;10;;2,00\nKDF;3;1;2212;6121;1;20;;4,00\n";
        await world.Import(File, source: "ucto");
        Assert.Equal((1_00, 2_00), (await world.Net(project, "eu"), await world.Net(project, "kap-18")));
        Assert.Equal(EntryState.WithoutFund, (await world.Rows()).Single(r => r.Number == "3").State);

        // A rule that is added, or changed, moves what is entered: by a reversing entry and a new one.
        var typed = Books.OwnTyped("ucto", "", [("Purpose", "33063", "kap-18"), ("Unit", "10", "kap-18"), ("Unit", "20", "eu")], FileField.Event, FileField.Unit, FileField.Purpose);
        Assert.True((await world.Ask(unit => unit.GetRequiredService<SaveSource>().Change("ucto", 2, typed, default))).Ok);
        await world.EnterAll();
        Assert.Equal((4_00, 3_00), (await world.Net(project, "eu"), await world.Net(project, "kap-18")));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Numbers_given_later_find_what_is_there_and_taken_away_let_it_go(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var (first, second) = (await world.Project("P-1"), await world.Project("P-2"));
        await world.Import(Books.Head + ";2212;6121;;4711;100;;;;\n");
        Assert.Equal(0, await world.Enter());
        await world.Known(first, ofEvent: "4711");
        await world.EnterAll();
        Assert.Equal((100_00, 0), (await world.Net(first), await world.Net(second)));
        await world.Known(first);
        await world.Known(second, ofEvent: "4711");
        Assert.Equal(1, await world.Enter());
        Assert.Equal((0, 100_00), (await world.Net(first), await world.Net(second)));
        Assert.Equal(0, await world.Enter());
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Rows_are_assigned_by_hand_and_it_can_be_taken_back(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var (first, second) = (await world.Project("P-1"), await world.Project("P-2"));
        await world.Import(Books.Head + ";2212;6121;;4711;100;;;;a\n;2212;6121;;4711;10;;;;b\n");
        var rows = await world.Rows();
        var whole = await world.Ask(unit => unit.GetRequiredService<AssignRows>().Assign(Books.Kraj, new(null, "4711", "P-1", false, "most"), default));
        Assert.True(whole.Ok);
        Assert.Equal(110_00, await world.Net(first));
        var one = await Act(world, assign => assign.Assign(Books.Kraj, new(rows[1].Id, "", "P-2", false, "lávka"), default));
        Assert.Equal((100_00, 10_00), (await world.Net(first), await world.Net(second)));

        // The row comes again in a later file, in another revision: the assignment stays with it.
        await world.Import(Books.Head + ";2212;6121;;4711;100;;;;a\n;2212;6121;;4711;10;;;;b\n;2212;6121;;4711;1;;;;c\n", asOf: new(2026, 7, 31));
        Assert.Equal((101_00, 10_00), (await world.Net(first), await world.Net(second)));

        Assert.True((await Undo(world, one)).Ok);
        Assert.Equal((111_00, 0), (await world.Net(first), await world.Net(second)));
        var ended = await Act(world, assign => assign.Unassign(whole.Value, "omyl", default));
        Assert.Equal((0, 0), (await world.Net(first), await world.Net(second)));
        Assert.True((await Undo(world, ended)).Ok);
        Assert.Equal(111_00, await world.Net(first));
        Assert.Equal("accounting.assign.instrument-unknown", (await world.Ask(unit => unit.GetRequiredService<AssignRows>().Assign(Books.Kraj, new(null, "4711", "P-9", false, ""), default))).Problems[0].Code);
        Assert.Equal("accounting.assign.what", (await world.Ask(unit => unit.GetRequiredService<AssignRows>().Assign(Books.Kraj, new(null, " ", "P-1", false, ""), default))).Problems[0].Code);
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_belongs_to_no_project_is_said_so_and_the_rest_agrees(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.OwnForm("ucto", columns: [FileField.Event, FileField.Contract]);
        var project = await world.Project("P-1", ofEvent: "1", contract: "A");
        await world.Import("T;N;L;P;I;E;C;A\nKDF;1;1;2212;6121;1;;1,00\nKDF;2;1;2212;6121;9;;2,00\nKDF;3;1;2212;6121;;;4,00\nKDF;4;1;2212;6121;;A;8,00\nKDF;5;1;2212;6121;1;;16,00\n", source: "ucto");
        var rows = (await world.Rows()).ToDictionary(r => r.Number);
        foreach (var command in (AssignRows.Command[])[new(null, "9", "", true, "škola"), new(null, "", "", true, "mzdy"), new(rows["5"].Id, "", "", true, "omyl")])
        {
            Assert.True((await world.Ask(unit => unit.GetRequiredService<AssignRows>().Assign("ucto", command, default))).Ok);
        }

        Assert.Equal(9_00, await world.Net(project));
        Assert.Equal(["2", "3", "5"], (await world.Rows()).Where(r => r.State is EntryState.Outside).Select(r => r.Number).Order());
        var agreement = await world.Ask(async unit => (await unit.GetRequiredService<ReadAgreement>().Run("ucto", 2026, default))!);
        Assert.Equal((9_00, 9_00, 22_00, 3), (agreement.Accounting, agreement.Ours, agreement.Outside.Minor, agreement.Outside.Rows));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_somebody_reverses_by_hand_stays_reversed_until_somebody_says_otherwise(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1", ofEvent: "4711");
        await world.Import(Books.Head + ";2212;6121;;4711;100;;;;a\n");
        var row = (await world.Rows())[0];
        await world.Ask(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await using var begun = await db.Begin(default);
            Assert.True((await unit.GetRequiredService<IMoneyLedger>().Reverse(row.Posting!.Value, new(2026, 7, 1), "jinak", default)).Ok);
            return await db.Commit(new(Actor.System, "test", "a test wants it"), default);
        });
        Assert.Equal(EntryState.TakenBack, (await world.Rows())[0].State);
        Assert.Equal(EntryState.TakenBack, Assert.Single(Assert.Single(Assert.Single((await world.Agreement()).Parts).Lines).Reasons).State);
        await world.EnterAll();
        Assert.Equal((0, EntryState.TakenBack), (await world.Net(project), (await world.Rows())[0].State));
        var agreement = await world.Agreement();
        Assert.Equal((100_00, 0), (agreement.Accounting, agreement.Ours));
        Assert.Equal(EntryState.TakenBack, Assert.Single(Assert.Single(Assert.Single(agreement.Parts).Lines).Reasons).State);
        Assert.Empty(await world.Faults());

        Assert.True((await world.Ask(unit => unit.GetRequiredService<AssignRows>().Reenter(row.Id, default))).Ok);
        Assert.Equal((100_00, EntryState.Entered), (await world.Net(project), (await world.Rows())[0].State));
        Assert.Equal("accounting.row.not-taken-back", (await world.Ask(unit => unit.GetRequiredService<AssignRows>().Reenter(row.Id, default))).Problems[0].Code);
        Assert.Equal(0, (await world.Agreement()).Difference);
        Assert.Empty(await world.Faults());
    }

    /// <summary>Does something and gives the act by which it was done.</summary>
    private static Task<Guid> Act<T>(World world, Func<AssignRows, Task<Result<T>>> work) => world.Ask(async unit =>
    {
        Assert.True((await work(unit.GetRequiredService<AssignRows>())).Ok);
        return unit.GetRequiredService<AppDb>().Written!.Id;
    });

    private static Task<Result<bool>> Undo(World world, Guid act) => world.Ask(unit => unit.GetRequiredService<UndoAct>().Run(act, "nechtěl jsem", default));
}
