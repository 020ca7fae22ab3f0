using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Deciding;

/// <summary>Who may read the history of decisions: who may decide of either node, also of what has been taken back.</summary>
internal static class DecisionHistory
{
    public static RecordedSubject Source { get; } = new(AlignmentMap.Subject, DecideAlignment.Right, Within);

    private static async Task<IReadOnlyCollection<string>> Within(IServiceProvider unit, CancellationToken stop)
    {
        var (db, asker) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<Asker>());
        List<(string Id, NodeId From, NodeId To)> decisions =
        [
            .. (await db.Set<DecisionRow>().AsNoTracking().Select(d => new { d.Id, d.From, d.To }).ToListAsync(stop)).Select(d => (d.Id.Value.ToString(), d.From, d.To)),
            .. (await unit.GetRequiredService<ReadHistory>().Gone(AlignmentMap.Subject, "", stop)).Select(g => (g.Id, new NodeId(g.Before!["from"].GetGuid()), new NodeId(g.Before["to"].GetGuid()))),
        ];
        var standing = await unit.GetRequiredService<IProgrammeLedger>().Standing(
            [.. decisions.SelectMany(d => (NodeId[])[d.From, d.To]).Distinct()], unit.GetRequiredService<ReadPair>().Today, stop);
        var may = standing.Where(n => asker.May(DecideAlignment.Right, new(n.ProgrammeId, n.Path))).Select(n => n.Id).ToHashSet();
        return [.. decisions.Where(d => may.Contains(d.From) || may.Contains(d.To)).Select(d => d.Id).Distinct()];
    }
}
