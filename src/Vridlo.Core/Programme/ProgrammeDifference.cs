using Microsoft.EntityFrameworkCore;

namespace Vridlo.Core.Programme;

/// <summary>Finds where two editions differ by descending only where their hashes do.</summary>
internal sealed partial class ProgrammeLedger
{
    public async Task<EditionDifference> Difference(EditionId earlier, EditionId later, CancellationToken stop)
    {
        var before = await OnlyIn(earlier, later, stop);
        var after = await OnlyIn(later, earlier, stop);
        var size = await db.Set<NodeRow>().Where(n => n.EditionId == earlier).MaxAsync(n => (int?)n.Position, stop) ?? 0;
        return new(before, after, size - before.Count);
    }

    /// <summary>The nodes of one edition that the other has not, or has otherwise, or holds under another node.</summary>
    private async Task<List<Node>> OnlyIn(EditionId edition, EditionId other, CancellationToken stop)
    {
        var found = new List<NodeRow>();
        var rows = db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == edition
            && !db.Set<NodeRow>().Any(o => o.EditionId == other && o.NodeId == n.NodeId && o.Digest == n.Digest && o.ParentId == n.ParentId));
        var level = await rows.Where(n => n.ParentId == null).ToListAsync(stop);
        while (level.Count > 0)
        {
            found.AddRange(level);
            var parents = level.Where(n => n.Last > n.Position).Select(n => (NodeId?)n.NodeId).ToList();
            level = parents.Count == 0 ? [] : await rows.Where(n => parents.Contains(n.ParentId)).ToListAsync(stop);
        }

        return [.. found.OrderBy(n => n.Position).Select(n => Node(n, n.Department))];
    }
}
