using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Accounting.Tests.Files;

/// <summary>Files one after another: the same twice, corrections, what is gone, what is added, the budget as it stood.</summary>
public sealed class ImportStory
{
    private const string Two = "KDF;2212;6121;10;4711;1000.00;2026-03-12;99999994;Stavby;etapa 1\n;2212;6121;10;4711;50.00;;;;\n";

    [Theory, BothEngines]
    public async Task The_same_file_twice_changes_nothing_and_a_later_day_only_makes_it_younger(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1", ofEvent: "4711");
        Assert.Equal(new Accepted(2, 0, 0, 0), await world.Import(Books.Head + Two));
        Assert.Equal(105_000, await world.Net(project));
        var (postings, imports) = (await world.Postings(), await Imports(world));

        Assert.Equal(new Accepted(0, 0, 0, 2), await world.Import(Books.Head + Two));
        Assert.Equal((postings, imports, 2), (await world.Postings(), await Imports(world), (await world.Rows()).Count));
        Assert.Equal(new Accepted(0, 0, 0, 2), await world.Import(Books.Head + Two, ImportMode.Append));
        Assert.Equal((postings, imports, 2), (await world.Postings(), await Imports(world), (await world.Rows()).Count));

        await world.Import(Books.Head + Two, asOf: new(2026, 7, 31));
        Assert.Equal((postings, imports + 1, 2), (await world.Postings(), await Imports(world), (await world.Rows()).Count));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task What_is_changed_and_what_is_gone_is_reversed_and_the_old_stays_readable(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1", ofEvent: "4711");
        await world.Import(Books.Head + Two);
        Assert.Equal(new Accepted(1, 0, 1, 1), await world.Import(Books.Head + "KDF;2212;6121;10;4711;900.00;2026-03-12;99999994;Stavby;etapa 1\n;2212;6121;10;4711;50.00;;;;\n", asOf: new(2026, 7, 31)));
        Assert.Equal(95_000, await world.Net(project));
        var rows = await world.Rows();
        Assert.Equal([(5_000, EntryState.Entered), (100_000, EntryState.Withdrawn), (90_000, EntryState.Entered)], rows.Select(r => (r.Amount, r.State)));
        Assert.All(rows, r => Assert.Equal(r.State is EntryState.Withdrawn, r.EndedBy is not null && r.Posting is null));

        // It is back as it was: a new revision of the withdrawn row, which is entered anew.
        Assert.Equal(new Accepted(1, 0, 1, 1), await world.Import(Books.Head + Two, asOf: new(2026, 8, 31)));
        Assert.Equal(105_000, await world.Net(project));
        var back = (await world.Rows()).Where(r => r.Amount == 100_000).ToList();
        Assert.Single(back.Select(r => r.Key).Distinct());
        Assert.Equal([(1, EntryState.Replaced), (2, EntryState.Entered)], back.Select(r => (r.Revision, r.State)));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task A_correction_of_a_numbered_document_is_a_new_revision_and_words_alone_move_no_money(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.OwnForm("ucto", columns: [FileField.Contract, FileField.Description]);
        var project = await world.Project("P-1", contract: "KK 12/2026");
        Task<Accepted> Sent(string amount, string text, int month) => world.Import($"T;N;L;P;I;C;A;D\nKDF;17;1;2212;6121;kk  12/2026;{amount};{text}\n", source: "ucto", asOf: new(2026, month, 28));
        await Sent("1 000,00", "etapa", 1);
        var postings = await world.Postings();
        Assert.Equal(new Accepted(0, 1, 0, 0), await Sent("1 000,00", "první etapa", 2));
        Assert.Equal((postings, 100_000), (await world.Postings(), await world.Net(project)));
        Assert.Equal(new Accepted(0, 1, 0, 0), await Sent("1 100,00", "první etapa", 3));
        Assert.Equal((postings + 2, 110_000), (await world.Postings(), await world.Net(project)));
        var rows = await world.Rows();
        Assert.Single(rows.Select(r => r.Key).Distinct());
        Assert.Equal([(1, "etapa"), (2, "první etapa"), (3, "první etapa")], rows.OrderBy(r => r.Revision).Select(r => (r.Revision, r.Description)));
        Assert.Empty(await world.Faults());
    }

    [Theory, BothEngines]
    public async Task Adding_withdraws_nothing_and_what_is_there_is_not_there_twice(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1", ofEvent: "4711");
        await world.Import(Books.Head + Two);
        Assert.Equal(new Accepted(1, 0, 0, 1), await world.Import(Books.Head + "POK;2212;5169;10;4711;7.00;2026-05-01;;Jana;\n;2212;6121;10;4711;50.00;;;;\n", ImportMode.Append));
        Assert.Equal(105_700, await world.Net(project));
    }

    [Theory, BothEngines]
    public async Task Money_that_comes_back_is_recovered_and_income_financing_and_nothing_stay_out(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        var project = await world.Project("P-1", ofEvent: "4711");
        await world.Import(Books.Head + ";2212;6121;10;4711;100;;;;\n;2212;6121;10;4711;-30;;;;\n;;2229;10;4711;20;;;;\n;;4216;10;4711;500;;;;\n;;8115;10;4711;900;;;;\n;2212;6121;10;4711;0;;;;\n");
        Assert.Equal(5_000, await world.Net(project));
        Assert.Equal((3, 3), ((await world.Rows()).Count(r => r.State is EntryState.Entered), (await world.Rows()).Count(r => r.State is EntryState.OutOfLedger)));
        var agreement = await world.Agreement();
        Assert.Equal((5_000, 5_000), (agreement.Accounting, agreement.Ours));
    }

    [Theory, BothEngines]
    public async Task Budgets_are_kept_as_they_stood(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.Import(Books.Head + "ROZ;2212;6121;;1;100;;;;\nROZ;;4216;;;50;;;;\nROZ;;8115;;;50;;;;\n", asOf: new(2026, 1, 31));
        await world.Import(Books.Head + "ROZ;2212;6121;;1;120;;;;\nROZ;;4216;;;50;;;;\nROZ;;8115;;;70;;;;\n", asOf: new(2026, 6, 30));
        await world.Import(Books.Head + "ROZ;2212;6121;;1;120;;;;\nROZ;;4216;;;50;;;;\nROZ;;8115;;;70;;;;\n", asOf: new(2026, 7, 31));
        await world.Import(Books.Head + "ROZ;2212;6121;;1;5;;;;\n", ImportMode.Append, new(2026, 8, 31));
        var states = await world.Ask(unit => unit.GetRequiredService<AppDb>().Set<Snapshot>().AsNoTracking().OrderBy(s => s.Day).ToListAsync());
        Assert.Equal(
            [(1, 10_000, 5_000, 5_000, false), (6, 12_000, 5_000, 7_000, false), (8, 12_500, 5_000, 7_000, true)],
            states.Select(s => (s.Day.Month, s.Spending, s.Income, s.Financing, s.Latest)));
        Assert.All(states, s => Assert.Equal(BudgetStage.Adjusted, s.Stage));
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_read_changes_nothing_and_years_are_kept_apart(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Office();
        await world.Import(Books.Head + Two);
        await world.Import(Books.Head + Two, year: 2025, asOf: new(2025, 12, 31));
        var sent = await world.Send(Books.Head + Two + "KDF;2212;6121;10;4711;x;;;;\n");
        Assert.Equal("accounting.upload.has-problems", (await world.Accept(sent.Value, 3)).Problems[0].Code);
        Assert.Equal([2025, 2025, 2026, 2026], (await world.Rows()).Select(r => r.Year).Order());
        Assert.All(await world.Rows(), r => Assert.Null(r.EndedBy));
        foreach (var (year, day) in ((int, NodaTime.LocalDate)[])[(20226, new(2026, 1, 1)), (1999, new(2026, 1, 1)), (2026, new(2027, 1, 1)), (2026, new(2025, 12, 31))])
        {
            Assert.False((await world.Send(Books.Head + Two, year: year, asOf: day)).Ok);
        }
    }

    private static Task<int> Imports(World world) => world.Ask(unit => unit.GetRequiredService<AppDb>().Set<Import>().CountAsync());
}
