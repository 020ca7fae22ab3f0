using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Deciding;

/// <summary>Takes back a decision, a change of what an application says, or that it was set aside, as long as no statement is issued.</summary>
internal static class UndoDecision
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        List<StatementId> ids = [.. undoing.Things.Where(t => t.Subject == StatementMap.Asked).Select(t => new StatementId(Guid.Parse(t.Id)))];
        if (await db.Set<Statement>().AnyAsync(s => ids.Contains(s.Id), stop))
        {
            return Problem.Conflict("statements.closed");
        }

        var (access, aside) = (unit.GetRequiredService<StatementAccess>(), unit.GetRequiredService<SetAside>());
        var before = await db.Set<Application>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        foreach (var application in before)
        {
            if (!await access.May(application, stop))
            {
                return Problem.Forbidden("statements.may-not-decide-these");
            }

            if (undoing.Kind == ChangeApplication.Act && application.Stage is Stage.SetAside)
            {
                return Problem.Conflict("statements.closed");
            }
        }

        var refused = await undoing.Apply(stop);
        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        foreach (var was in before)
        {
            if (await db.FindAsync<Application>([was.Id], stop) is { } now && (now.Stage is Stage.SetAside) != (was.Stage is Stage.SetAside))
            {
                await aside.Tell(now, stop);
            }
        }

        return await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("statements.changed-meanwhile");
    }
}
