using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Achievements;

/// <summary>An achievement of the programme in force.</summary>
/// <param name="Node">as the document has it</param>
/// <param name="Carries">the measure or activity under which the document puts it; null where it puts it under none</param>
/// <param name="Project">number of the project it was taken over as, or null</param>
internal sealed record Achievement(Node Node, Node? Carries, int? Project);

/// <summary>Reads the achievements of the installation's own programme in the order of the document.</summary>
internal sealed class ReadAchievements(AppDb db, OwnProgramme programme)
{
    public async Task<IReadOnlyList<Achievement>> Run(CancellationToken stop)
    {
        var tree = await programme.Tree(stop);
        var taken = await (from one in db.Set<TakenAchievement>()
                           join project in db.Set<Project>() on one.ProjectId equals project.Id
                           select new { one.NodeId, project.Number }).ToDictionaryAsync(t => t.NodeId, t => t.Number, stop);
        return [.. from node in tree
                   where node.Kind is NodeKind.Achievement
                   let carries = tree.LastOrDefault(n => n.Kind is NodeKind.Measure or NodeKind.Activity && n.Holds(node))
                   select new Achievement(node, carries, taken.TryGetValue(node.Id, out var number) ? number : null)];
    }
}
