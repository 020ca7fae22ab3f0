using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Parts;

/// <summary>Takes back what was written into a list of a project, as long as nobody has gone on with that list. What was said of people is in no record, so it does not come back.</summary>
internal static class UndoParts
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        var id = new InstrumentId(Guid.Parse(undoing.Things.First(t => t.Subject == ProjectMap.Subject).Id));
        if (await db.FindAsync<Project>([id], stop) is not { } project)
        {
            return Problem.NotFound("projects.unknown");
        }

        if (!await unit.GetRequiredService<ProjectAccess>().May(ProjectRights.Edit, id, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        await using var begun = await db.Begin(stop);
        foreach (var made in undoing.Things.Where(t => t.Before is null))
        {
            if ((await undoing.Since(made, stop)).Count > 0)
            {
                return Problem.Conflict("projects.part.undo-changed");
            }
        }

        var refused = await undoing.Apply(stop);
        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        foreach (var part in ProjectParts.All)
        {
            if (!await part.IsWhole(db, id, stop))
            {
                return Problem.Conflict("projects.part.undo-changed");
            }
        }

        // Whoever has opened the list before must not take it for unchanged.
        project.Version++;
        return await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("projects.changed-meanwhile");
    }
}
