using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Programme;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Contributions;

/// <summary>Adds up what projects bring, in one statement. Dropped projects bring nothing.</summary>
internal sealed class ReadContributions(AppDb db, IMoneyLedger money)
{
    /// <summary>What the projects linked to these nodes bring, most projects first.</summary>
    public async Task<IReadOnlyList<Contribution>> Of(IReadOnlyCollection<NodeId> nodes, CancellationToken stop)
    {
        var lines = from outcome in db.Set<Outcome>().AsNoTracking()
                    join project in db.Set<Project>().AsNoTracking() on outcome.ProjectId equals project.Id
                    where project.Stage != Stage.Dropped && money.Shares.Any(s => s.Instrument == outcome.ProjectId && nodes.Contains(s.Node))
                    select new
                    {
                        outcome.ProjectId, outcome.Stated, outcome.Indicator, outcome.Unit, outcome.Target, outcome.Reached,
                        Elsewhere = money.Shares.Any(s => s.Instrument == outcome.ProjectId && !nodes.Contains(s.Node)),
                    };
        var sums = await lines.GroupBy(l => new { l.Stated, l.Indicator, l.Unit }).Select(g => new
        {
            g.Key,
            Target = g.Sum(l => l.Target),
            Reached = g.Sum(l => l.Reached ?? 0),
            Reporting = g.Count(l => l.Reached != null),
            Projects = g.Select(l => l.ProjectId).Distinct().Count(),
            Elsewhere = g.Where(l => l.Elsewhere).Select(l => l.ProjectId).Distinct().Count(),
        }).ToListAsync(stop);
        return [.. sums
            .Select(s => new Contribution(s.Key.Stated, s.Key.Indicator, s.Key.Unit, s.Target, s.Reached, s.Reporting, s.Projects, s.Elsewhere))
            .OrderByDescending(c => c.Projects).ThenBy(c => c.Indicator, StringComparer.Ordinal).ThenBy(c => c.Unit, StringComparer.Ordinal).ThenBy(c => c.Stated, StringComparer.Ordinal)];
    }
}
