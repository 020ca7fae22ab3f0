using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Deciding;

/// <summary>Decisions about nodes that no edition in force has.</summary>
internal static class AlignmentCheck
{
    private const int Batch = 500;

    public static IntegrityCheck Check { get; } = new(
        "alignment.check.dangling", Severity.Warning, "alignment.check.dangling.title", "alignment.check.dangling.todo", Dangling);

    private static async Task<IReadOnlyList<Finding>> Dangling(IServiceProvider services, CancellationToken stop)
    {
        var (ledger, today) = (services.GetRequiredService<IProgrammeLedger>(), services.GetRequiredService<ReadPair>().Today);
        var rows = await services.GetRequiredService<AppDb>().Set<DecisionRow>().AsNoTracking().OrderBy(d => d.Id).ToListAsync(stop);
        var found = new List<Finding>();
        foreach (var some in rows.Chunk(Batch))
        {
            var placed = (await ledger.Placed([.. some.SelectMany(d => new[] { d.From, d.To }).Distinct()], today, stop)).ToDictionary(p => p.Id);
            found.AddRange(
                from row in some
                let source = placed.GetValueOrDefault(row.From)
                let target = placed.GetValueOrDefault(row.To)
                where source is null || target is null
                select new Finding($"{Name(source)} → {Name(target)} ({row.Why})", "/prace/soulad"));
        }

        return found;
    }

    private static string Name(NodePlaced? node) => node is null ? "?" : $"{node.Programme} {node.Code}";
}
