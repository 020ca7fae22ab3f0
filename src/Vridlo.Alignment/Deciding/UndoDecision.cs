using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;

namespace Vridlo.Alignment.Deciding;

/// <summary>Takes back what was decided of nodes, all of one act together, for whoever may decide of each of them now.</summary>
internal static class UndoDecision
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        if (await undoing.Apply(stop) is { Count: > 0 } changed)
        {
            return changed.ToArray();
        }

        List<DecisionRow> turned = [.. db.ChangeTracker.Entries<DecisionRow>().Where(e => e.State is not EntityState.Unchanged).Select(e => e.Entity)];
        foreach (var between in turned.GroupBy(r => (r.FromProgramme, r.ToProgramme)))
        {
            if (await Refused(unit, between.Key.FromProgramme, between.Key.ToProgramme, [.. between], stop) is { } refused)
            {
                return refused;
            }
        }

        return await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("alignment.decided-meanwhile.some");
    }

    private static async Task<Problem?> Refused(IServiceProvider unit, ProgrammeId from, ProgrammeId to, List<DecisionRow> rows, CancellationToken stop)
    {
        var codes = await unit.GetRequiredService<IProgrammeLedger>().Programmes.Where(p => p.Id == from || p.Id == to).ToDictionaryAsync(p => p.Id, p => p.Code, stop);
        var pair = await unit.GetRequiredService<ReadPair>().Of(codes[from], codes[to], stop);
        foreach (var row in rows)
        {
            if (pair?.From.Aligned(row.From) is not { } left || pair.To.Aligned(row.To) is not { } right)
            {
                return Problem.NotFound("alignment.node-unknown");
            }

            if (!unit.GetRequiredService<DecideAlignment>().May(pair, left, right))
            {
                return Problem.Forbidden("alignment.may-not-decide", left.Code, right.Code);
            }
        }

        return null;
    }
}
