using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Deciding;

/// <summary>Takes a decision back, or that an application was set aside, as long as no statement is issued.</summary>
internal static class UndoDecision
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, asker) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<Asker>());
        List<StatementId> ids = [.. undoing.Things.Where(t => t.Subject == StatementMap.Asked).Select(t => new StatementId(Guid.Parse(t.Id)))];
        if (await db.Set<Statement>().AnyAsync(s => ids.Contains(s.Id), stop))
        {
            return Problem.Conflict("statements.closed");
        }

        var nodes = await db.Set<DecisionNode>().Where(n => ids.Contains(n.StatementId)).Select(n => n.NodeId).ToListAsync(stop);
        var today = unit.GetRequiredService<IClock>().Today();
        if (!asker.May(StatementRights.Decide, await unit.GetRequiredService<IProgrammeLedger>().Standing(nodes, today, stop)))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("statements.changed-meanwhile");
    }
}
