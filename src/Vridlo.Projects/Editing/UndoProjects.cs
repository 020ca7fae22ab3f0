using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>Takes back what was done with projects, for whoever may edit one of them. What was entered into the ledger of money stays: there it is reversed.</summary>
internal static class UndoProjects
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        List<InstrumentId> projects = [.. undoing.Things.Where(t => t.Subject == ProjectMap.Subject).Select(t => new InstrumentId(Guid.Parse(t.Id)))];
        if (undoing.Things.Any(t => t.Subject == "money.posting"))
        {
            return Problem.Conflict("projects.undo-money");
        }

        if (!await unit.GetRequiredService<ProjectAccess>().May(ProjectRights.Edit, projects, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await unit.GetRequiredService<AppDb>().Commit(undoing.Act, stop) ? true : Problem.Conflict("projects.changed-meanwhile");
    }
}
