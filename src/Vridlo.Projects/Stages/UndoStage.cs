using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Stages;

/// <summary>Takes back that a project came to a stage, for whoever may edit it.</summary>
internal static class UndoStage
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, asker) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<Asker>());
        List<InstrumentId> projects = [.. undoing.Things.Where(t => t.Subject == ProjectMap.Subject).Select(t => new InstrumentId(Guid.Parse(t.Id)))];
        var nodes = await unit.GetRequiredService<IMoneyLedger>().Shares.Where(s => projects.Contains(s.Instrument)).Select(s => s.Node).ToListAsync(stop);
        var today = unit.GetRequiredService<IClock>().GetCurrentInstant().InZone(DateText.Zone).Date;
        if (!asker.May(ProjectRights.Edit, await unit.GetRequiredService<IProgrammeLedger>().Standing(nodes, today, stop)))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("projects.changed-meanwhile");
    }
}
