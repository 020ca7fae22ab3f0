using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>Fills an installation with projects and their money, past the unit of work; the sums kept beside the entries are theirs.</summary>
internal static class FilledLedger
{
    public const int Projects = 100_000, PostingsEach = 10;

    private const int Bearers = 300;
    private static readonly string[] Stages = ["Intent", "Preparation", "Ready", "Funded", "UnderWay", "Finished", "InOperation", "Dropped"];
    private static readonly SumKind[] Kinds = [SumKind.Planned, SumKind.Committed, SumKind.Paid];

    /// <summary>A fund with an endless limit in the year of the commits.</summary>
    public static FundId Endless { get; private set; }

    public static async Task Fill(Installation installation)
    {
        await using var app = Server.Build(installation, null);
        await Server.Prepare(app, default);
        await using var scope = app.Services.CreateAsyncScope();
        var (db, ledger, money) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IProgrammeLedger>(), scope.ServiceProvider.GetRequiredService<IMoneyLedger>());
        var funds = await Funds(db, money);
        var edition = (await ledger.InForce("prkk-2021", new(2026, 11, 1), default))!;
        List<NodeId> nodes = [.. (await ledger.Tree(edition.Id, default)).Where(n => n.Kind is NodeKind.Activity).Select(n => n.Id)];
        await using var all = await db.Database.BeginTransactionAsync();
        await Enter(db, funds, nodes);
        await db.Database.ExecuteSqlAsync($"INSERT INTO ledger_balance (node_id, fund_id, year, kind, amount) SELECT node_id, fund_id, year, kind, SUM(amount) FROM ledger_entry GROUP BY node_id, fund_id, year, kind");
        await all.CommitAsync();
    }

    private static async Task<List<FundId>> Funds(AppDb db, IMoneyLedger money)
    {
        await using var begun = await db.Begin(default);
        List<FundId> funds = [];
        foreach (var i in Enumerable.Range(0, 8))
        {
            var payer = (Payer)(i % 5);
            funds.Add((await money.Enter(new($"zdroj-{i}", new($"Zdroj {i}"), payer, Currency.Czk), default)).Value);
        }

        Endless = funds[0];
        for (var i = 0; i < 1000; i++)
        {
            await money.Budget(new(Endless, 2027, BudgetKind.Approved, new(IMoneyLedger.Largest, Currency.Czk), new(2026, 12, 1)), default);
        }

        return await db.Commit(new(Actor.System, "bench", "a measurement wants it"), default) ? funds : throw new InvalidOperationException("The funds were not entered.");
    }

    private static async Task Enter(AppDb db, List<FundId> funds, List<NodeId> nodes)
    {
        var (random, at) = (new Random(1), Instant.FromUtc(2026, 1, 1, 0, 0).ToDateTimeUtc());
        List<Guid> bearers = [.. Enumerable.Range(0, Bearers).Select(_ => Guid.CreateVersion7())];
        await using (var organisations = new BulkRows(db, "organisation", "id", "number", "name", "name_key", "place", "address", "data_box", "web", "merged_into", "version"))
        {
            foreach (var (i, id) in bearers.Index())
            {
                await organisations.Add(id, null, $"Nositel {i}", $"nositel {i}", null, "", "", "", null, 1);
            }
        }

        await using var instruments = new BulkRows(db, "instrument", "id", "code", "kind", "title", "path", "bearer", "since", "money_turn");
        await using var projects = new BulkRows(
            db, "projects_project", "id", "number", "title", "sought", "stage", "stage_since", "bearer", "place", "description", "need", "starts", "ends", "documents", "permits", "land", "finance", "version") { After = instruments };
        await using var shares = new BulkRows(db, "ledger_share", "instrument_id", "node_id", "share") { After = instruments };
        await using var postings = new BulkRows(db, "ledger_posting", "id", "instrument_id", "fund_id", "year", "kind", "amount", "day", "document", "note", "reverses", "entered_at") { After = instruments };
        await using var entries = new BulkRows(db, "ledger_entry", "posting_id", "node_id", "instrument_id", "fund_id", "year", "kind", "amount") { After = postings };
        for (var number = 1; number <= Projects; number++)
        {
            var (id, title, node) = (Guid.CreateVersion7(), $"Obnova {(number % 7 == 0 ? "lázeňské kolonády" : "místní cesty")} číslo {number}", nodes[random.Next(nodes.Count)]);
            var (starts, bearer) = (new DateOnly(2021 + random.Next(7), 1 + random.Next(12), 1), bearers[random.Next(Bearers)]);
            await instruments.Add(id, $"P-{number:0000}", "Project", $"{{\"cs\":\"{title}\"}}", $"/projekty/P-{number:0000}", bearer, at, 0);
            await projects.Add(
                id, number, title, Folding.Fold($"P-{number:0000} {title}"), Stages[random.Next(Stages.Length)], starts, bearer, null,
                "Popis projektu, jak jej zapsal úřad.", "", starts, starts.AddMonths(6 + random.Next(40)), "Met", "Begun", "Open", "Open", 1);
            await shares.Add(id, node.Value, NodeShare.Whole);
            for (var i = 0; i < PostingsEach; i++)
            {
                var (posting, fund, year, kind, amount) = (Guid.CreateVersion7(), funds[random.Next(funds.Count)], starts.Year + (i % 3), Kinds[i % Kinds.Length], random.NextInt64(1_000_00, 5_000_000_00));
                await postings.Add(posting, id, fund.Value, year, kind.ToString(), amount, starts, "", "", null, at);
                await entries.Add(posting, node.Value, id, fund.Value, year, kind.ToString(), amount);
            }
        }
    }
}
