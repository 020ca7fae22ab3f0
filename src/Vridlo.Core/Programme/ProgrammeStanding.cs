using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Vridlo.Core.Programme;

/// <summary>Where nodes stand, whichever editions they are in.</summary>
internal sealed partial class ProgrammeLedger
{
    public async Task<IReadOnlyList<NodeStanding>> Standing(IReadOnlyCollection<NodeId> nodes, LocalDate day, CancellationToken stop)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        var found = await (
            from node in db.Set<NodeRow>().AsNoTracking()
            join edition in db.Set<EditionRow>() on node.EditionId equals edition.Id
            join programme in db.Set<ProgrammeRow>() on edition.ProgrammeId equals programme.Id
            where nodes.Contains(node.NodeId) && edition.Status == EditionStatus.Approved
            select new { node.NodeId, node.EditionId, node.Position, node.Code, node.Kind, node.Title, edition.InForceFrom, edition.ProgrammeId, Programme = programme.Code }).ToListAsync(stop);

        // In force is the newest edition that has begun; one that has not begun yet comes before none at all.
        var standing = found.GroupBy(n => n.NodeId)
            .Select(g => g.OrderByDescending(n => n.InForceFrom <= day).ThenByDescending(n => n.InForceFrom).ThenByDescending(n => n.EditionId.Value).First()).ToList();
        if (standing.Count == 0)
        {
            return [];
        }

        var (editions, first, last) = (standing.Select(n => n.EditionId).Distinct().ToList(), standing.Min(n => n.Position), standing.Max(n => n.Position));
        var inner = (await db.Set<NodeRow>().Where(n => editions.Contains(n.EditionId) && n.Last > n.Position && n.Position < last && n.Last >= first)
            .Select(n => new { n.EditionId, n.NodeId, n.Position, n.Last }).ToListAsync(stop)).ToLookup(n => n.EditionId);
        return [.. standing.Select(n => new NodeStanding(n.NodeId, n.ProgrammeId, n.Programme, n.Code, n.Kind, n.Title,
            [n.NodeId, .. inner[n.EditionId].Where(a => a.Position < n.Position && a.Last >= n.Position).Select(a => a.NodeId)]))];
    }
}
