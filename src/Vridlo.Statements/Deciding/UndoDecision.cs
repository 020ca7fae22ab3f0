using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Deciding;

/// <summary>Takes a decision back, or that an application was set aside, as long as no statement is issued.</summary>
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

        var access = unit.GetRequiredService<StatementAccess>();
        foreach (var application in await db.Set<Application>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop))
        {
            if (!await access.May(application, stop))
            {
                return Problem.Forbidden("statements.may-not-decide-these");
            }
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("statements.changed-meanwhile");
    }
}
