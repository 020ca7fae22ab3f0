using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Integrity;

namespace Vridlo.Accounting.Agreement;

/// <summary>What rows say is entered must be in the ledger, and nothing else because of rows.</summary>
internal static class AccountingChecks
{
    public static IntegrityCheck Entries { get; } = new("accounting.check.entries", Severity.Error, "accounting.check.entries.title", "accounting.check.todo", Find);

    /// <summary>Sources and years where the rows that are entered do not sum to their entries; those where rows are just being entered are left out.</summary>
    private static async Task<IReadOnlyList<Finding>> Find(IServiceProvider services, CancellationToken stop)
    {
        var (db, money) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IMoneyLedger>());
        var busy = await db.Set<DocumentRow>().Where(r => r.State == EntryState.Waiting || (r.EndedBy != null && r.Posting != null)).Select(r => new { r.SourceId, r.Year }).Distinct().ToListAsync(stop);
        var rows = await db.Set<DocumentRow>().Where(r => r.State == EntryState.Entered).GroupBy(r => new { r.SourceId, r.Year })
            .Select(g => new { g.Key, Minor = g.Sum(r => r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending ? r.Amount : -r.Amount) }).ToDictionaryAsync(g => (g.Key.SourceId, g.Key.Year), g => g.Minor, stop);
        var entries = (await RowEntries.Sums(db, money, null, stop)).GroupBy(e => (e.Key.Source, e.Key.Year)).ToDictionary(g => g.Key, g => g.Sum(e => e.Value));
        var codes = await db.Set<Source>().ToDictionaryAsync(s => s.Id, s => s.Code, stop);
        return [.. from key in rows.Keys.Union(entries.Keys)
                   where rows.GetValueOrDefault(key) != entries.GetValueOrDefault(key) && !busy.Exists(b => b.SourceId == key.Item1 && b.Year == key.Item2)
                   orderby codes[key.Item1], key.Item2
                   select new Finding($"{codes[key.Item1]} {key.Item2}")];
    }
}
