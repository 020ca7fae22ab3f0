using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Funds.RollUp;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>
/// A hundred thousand projects with a million entries: how long the list, its search and the roll-up take; the roll-up beside one statement
/// written by hand; commits against one fund beside the engine's own durable transactions.
/// </summary>
internal static class LedgerSpeed
{
    private const int Asked = 200, RollUps = 50, Connections = 64, Seconds = 10;

    private static readonly (string What, string Address)[] Pages =
    [
        ("projects narrowed by stage and area", "/projekty?stage=underWay&node=4&"),
        ("projects found by their text", "/projekty?q=kolon%C3%A1da%20cislo%201&"),
        ("money of the whole programme", "/penize?"),
    ];

    /// <summary>Everything of the tree in one statement.</summary>
    private const string ByHand = """
        SELECT above.code, fund.currency, b.kind, SUM(b.amount)
        FROM programme_node above
        JOIN programme_node node ON node.edition_id = above.edition_id AND node.position BETWEEN above.position AND above.last
        JOIN ledger_balance b ON b.node_id = node.node_id
        JOIN fund ON fund.id = b.fund_id
        WHERE above.edition_id = @edition
        GROUP BY above.code, fund.currency, b.kind
        """;

    public static async Task Measure(Ground ground, Report report)
    {
        foreach (var (engine, name) in Ground.Engines)
        {
            var installation = await ground.At(engine, "ledger");
            await FilledLedger.Fill(installation);
            await using (var site = await ground.Serve(installation))
            {
                foreach (var (what, address) in Pages)
                {
                    var taken = await Times(site.Client, address);
                    report.AtMost($"{what}, {Report.Number(FilledLedger.Projects)} projects, on {name}: p99", Load.Percentile(taken, 99), 200, "ms");
                    report.Say("the same: median", $"{Report.Number(Load.Percentile(taken, 50))} ms");
                }
            }

            await using var app = Server.Build(installation, null);
            await RollUp(app.Services, name, report);
            await Commits(app.Services, name, report);
        }
    }

    private static async Task<double[]> Times(HttpClient client, string address)
    {
        var (clock, taken) = (new Stopwatch(), new List<double>());
        for (var i = -20; i < Asked; i++)
        {
            clock.Restart();
            await Load.Read(client, $"{address}made={Guid.CreateVersion7():N}");
            taken.AddRange(i < 0 ? [] : new[] { clock.Elapsed.TotalMilliseconds });
        }

        return [.. taken.Order()];
    }

    private static async Task RollUp(IServiceProvider services, string name, Report report)
    {
        var (ours, hand) = (new List<double>(), new List<double>());
        for (var i = -5; i < RollUps; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var (db, ledger) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IProgrammeLedger>());
            var edition = (await ledger.InForce("prkk-2021", new(2026, 11, 1), default))!;
            await ledger.Tree(edition.Id, default);
            var clock = Stopwatch.StartNew();
            await scope.ServiceProvider.GetRequiredService<ReadRollUp>().Run(edition.Id, new(), default);
            var mine = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            await OneStatement(db, edition.Id);
            if (i >= 0)
            {
                ours.Add(mine);
                hand.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        var (median, beside) = (Load.Percentile([.. ours.Order()], 50), Load.Percentile([.. hand.Order()], 50));
        report.Add($"roll-up over the tree on {name}: median", $"{Report.Number(median)} ms", $"one statement {Report.Number(beside)} ms", Report.Number(median / beside), "≤ 3", median <= beside * 3);
    }

    private static async Task OneStatement(AppDb db, EditionId edition)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = ByHand;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@edition", edition.Value);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            rows.GetInt64(3);
        }
    }

    private static async Task Commits(IServiceProvider services, string name, Report report)
    {
        List<InstrumentId> projects;
        await using (var scope = services.CreateAsyncScope())
        {
            projects = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Instrument>().Where(i => i.Code.StartsWith("P-")).OrderBy(i => i.Id).Take(Connections).Select(i => i.Id).ToListAsync();
        }

        var bare = await Rate(services, async (unit, _) =>
        {
            var db = unit.GetRequiredService<AppDb>();
            using var turn = await unit.GetRequiredService<IEngine>().Turn(db, default);
            await db.Database.ExecuteSqlAsync($"UPDATE fund_year SET planned = planned + 1 WHERE fund_id = {FilledLedger.Endless.Value} AND year = 2027");
        });
        var ours = await Rate(services, async (unit, i) =>
        {
            var enter = unit.GetRequiredService<EnterSum>();
            var posted = await enter.Run(new(projects[i], FilledLedger.Endless, 2027, SumKind.Committed, new(1, Currency.Czk), new(2026, 11, 27)), new(Actor.System, "bench", ""), default);
            if (!posted.Ok)
            {
                throw new InvalidOperationException("A commitment was refused.");
            }
        });
        report.Add($"commits against one fund from {Connections} connections on {name}", $"{Report.Number(ours)}/s", $"updates of the same row {Report.Number(bare)}/s", Report.Number(ours / bare), "≥ 0.33", ours >= bare / 3);
    }

    /// <summary>How many a second, after as long a time in which what is measured gets compiled.</summary>
    private static async Task<double> Rate(IServiceProvider services, Func<IServiceProvider, int, Task> work)
    {
        await Done(services, work);
        return await Done(services, work) / (double)Seconds;
    }

    private static async Task<int> Done(IServiceProvider services, Func<IServiceProvider, int, Task> work)
    {
        var (clock, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < Seconds)
            {
                await using var scope = services.CreateAsyncScope();
                await work(scope.ServiceProvider, i);
                Interlocked.Increment(ref done);
            }
        })));
        return done;
    }
}
