using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Undo;

namespace Vridlo.Programmes.Drafting.MidTerm;

/// <summary>Takes back that a mid-term report was noted, or a correction of it, for whoever may note one.</summary>
internal sealed class UndoMidTerm(AppDb db, IProgrammeLedger ledger, Asker asker)
{
    public const string Subject = "programmes.midterm";

    public async Task<Result<bool>> Run(Undoing undoing, CancellationToken stop)
    {
        if (undoing.Things.SingleOrDefault(t => t.Subject == Subject) is not { } thing)
        {
            return Problem.Conflict("record.undo.nothing");
        }

        var id = new ReportId(Guid.Parse(thing.Id));
        var edition = (await db.Set<MidTermReport>().FirstOrDefaultAsync(r => r.Id == id, stop))?.EditionId
            ?? ((thing.Before ?? thing.After)!.TryGetValue("edition_id", out var was) ? new EditionId(was.GetGuid()) : null);
        if (edition is not { } known || !(await ledger.Named([known], stop)).TryGetValue(known, out var named) || await ledger.Edition(named.Programme, named.Code, stop) is not { } head)
        {
            return Problem.NotFound("programmes.midterm.unknown");
        }

        if (!asker.May(DraftServices.Approve, new(head.ProgrammeId, [])))
        {
            return Problem.Forbidden("programmes.approval.may-not");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("programmes.midterm.changed");
    }
}
