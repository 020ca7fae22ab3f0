using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Sheets;

namespace Vridlo.Projects.Editing;

/// <summary>Takes back what was done with projects, for whoever may edit all of them, and enter money where money was entered.</summary>
internal static class UndoProjects
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        List<InstrumentId> projects = [.. undoing.Things.Where(t => t.Subject == ProjectMap.Subject).Select(t => new InstrumentId(Guid.Parse(t.Id)))];
        if (undoing.Kind == AcceptSheet.Act && !unit.GetRequiredService<Asker>().May(ProjectRights.Import))
        {
            return Problem.Forbidden("projects.sheet.may-not");
        }

        if (!await unit.GetRequiredService<ProjectAccess>().May(ProjectRights.Edit, projects, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var db = unit.GetRequiredService<AppDb>();
        await using var begun = await db.Begin(stop);
        var refused = await unit.GetRequiredService<TurnBackProjects>().Apply(undoing, stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("projects.changed-meanwhile");
    }
}
