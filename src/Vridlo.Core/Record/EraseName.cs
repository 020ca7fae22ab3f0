using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary>Takes a person's name out of the record; what the person did stays, and the chain still holds.</summary>
internal sealed class EraseName(AppDb db)
{
    /// <returns>in how many acts the name stood</returns>
    public async Task<Result<int>> Run(Actor who, Act act, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var erased = await db.Set<RecordedAct>().Where(a => a.ActorKind == who.Kind && a.ActorName == who.Name && a.ActorSalt != null)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.ActorName, "").SetProperty(x => x.ActorSalt, (byte[]?)null), stop);
        if (erased == 0)
        {
            return Problem.NotFound("core.record.name-unknown", who.Kind, who.Name);
        }

        if (!await db.Commit(act, stop))
        {
            throw new InvalidOperationException("Erasing a name saves no entity that could conflict.");
        }

        await transaction.CommitAsync(stop);
        return erased;
    }
}
