using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;

namespace Vridlo.Core.Funds;

/// <summary>What is kept beside the entries must be what they sum to.</summary>
internal static class MoneyChecks
{
    public static IReadOnlyList<IntegrityCheck> All { get; } =
    [
        new("money.check.parts", Severity.Error, "money.check.parts.title", "money.check.todo", Parts),
        new("money.check.nodes", Severity.Error, "money.check.nodes.title", "money.check.todo", Nodes),
        new("money.check.years", Severity.Error, "money.check.years.title", "money.check.todo", Years),
        new("money.check.shares", Severity.Error, "money.check.shares.title", "money.check.shares.todo", SharesWhole),
    ];

    /// <summary>Postings whose parts do not sum to them.</summary>
    private static async Task<IReadOnlyList<Finding>> Parts(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var wrong = await db.Set<Posting>().Where(p => p.Amount != p.Entries.Sum(e => e.Amount)).OrderBy(p => p.Id).Select(p => p.Id).Take(IIntegrity.MostKept).ToListAsync(stop);
        return [.. wrong.Select(id => new Finding(id.Value.ToString()))];
    }

    /// <summary>Balances of nodes that are not the sum of their entries.</summary>
    private static async Task<IReadOnlyList<Finding>> Nodes(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var sums = await db.Set<LedgerEntry>().GroupBy(e => new { e.NodeId, e.FundId, e.Year, e.Kind })
            .Select(g => new { g.Key, Amount = g.Sum(e => e.Amount) }).ToDictionaryAsync(g => (g.Key.NodeId, g.Key.FundId, g.Key.Year, g.Key.Kind), g => g.Amount, stop);
        var kept = await db.Set<NodeBalance>().AsNoTracking().ToDictionaryAsync(b => (b.NodeId, b.FundId, b.Year, b.Kind), b => b.Amount, stop);
        return [.. from key in sums.Keys.Union(kept.Keys)
                   where sums.GetValueOrDefault(key) != kept.GetValueOrDefault(key)
                   orderby key.Year, key.NodeId.Value
                   select new Finding($"{key.NodeId.Value} {key.Year} {key.Kind}")];
    }

    /// <summary>Balances of funds that are not the sum of their entries and postings, or beyond their limit.</summary>
    private static async Task<IReadOnlyList<Finding>> Years(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var postings = await db.Set<Posting>().GroupBy(p => new { p.FundId, p.Year, p.Kind }).Select(g => new { g.Key, Amount = g.Sum(p => p.Amount) })
            .ToDictionaryAsync(g => (g.Key.FundId, g.Key.Year, g.Key.Kind), g => g.Amount, stop);
        var budget = await db.Set<BudgetEntry>().GroupBy(e => new { e.FundId, e.Year, e.Kind }).Select(g => new { g.Key, Amount = g.Sum(e => e.Amount) })
            .ToDictionaryAsync(g => (g.Key.FundId, g.Key.Year, g.Key.Kind), g => g.Amount, stop);
        var uncovered = await db.Set<Posting>().Where(p => p.Kind != SumKind.Planned).GroupBy(p => new { p.FundId, p.Year, p.InstrumentId })
            .Select(g => new { g.Key.FundId, g.Key.Year, More = g.Sum(p => p.Kind == SumKind.Paid ? p.Amount : -p.Amount) }).Where(i => i.More > 0)
            .GroupBy(i => new { i.FundId, i.Year }).Select(g => new { g.Key, More = g.Sum(i => i.More) }).ToDictionaryAsync(g => (g.Key.FundId, g.Key.Year), g => g.More, stop);
        var years = await db.Set<FundYear>().AsNoTracking().ToDictionaryAsync(y => (y.FundId, y.Year), stop);
        var codes = await db.Set<Fund>().ToDictionaryAsync(f => f.Id, f => f.Code, stop);
        var wrong = from key in years.Keys.Union(postings.Keys.Select(k => (k.FundId, k.Year))).Union(budget.Keys.Select(k => (k.FundId, k.Year)))
                    where years.GetValueOrDefault(key) is not { } year
                        || year.Committed > year.Adjusted
                        || year.Uncovered != uncovered.GetValueOrDefault(key)
                        || year.Approved != Approved(key, BudgetKind.Approved)
                        || year.Adjusted != Approved(key, BudgetKind.Approved) + Approved(key, BudgetKind.Amendment)
                        || (year.Planned, year.Committed, year.Paid, year.Recovered) != (Entered(key, SumKind.Planned), Entered(key, SumKind.Committed), Entered(key, SumKind.Paid), Entered(key, SumKind.Recovered))
                    orderby codes[key.FundId], key.Year
                    select new Finding($"{codes[key.FundId]} {key.Year}");
        return [.. wrong];

        long Entered((FundId Fund, int Year) key, SumKind kind) => postings.GetValueOrDefault((key.Fund, key.Year, kind));
        long Approved((FundId Fund, int Year) key, BudgetKind kind) => budget.GetValueOrDefault((key.Fund, key.Year, kind));
    }

    /// <summary>Instruments whose shares do not sum to the whole.</summary>
    private static async Task<IReadOnlyList<Finding>> SharesWhole(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var wrong = await db.Set<MoneyShare>().GroupBy(s => s.InstrumentId).Where(g => g.Sum(s => s.Share) != MoneyShare.Whole).Select(g => g.Key).ToListAsync(stop);
        var codes = await db.Set<Instruments.Instrument>().Where(i => wrong.Contains(i.Id)).OrderBy(i => i.Code).Select(i => i.Code).ToListAsync(stop);
        return [.. codes.Select(code => new Finding(code))];
    }
}
