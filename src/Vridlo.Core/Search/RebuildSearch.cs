using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Search;

/// <summary>Builds the index of search anew where no commit does it.</summary>
public sealed class RebuildSearch(AppDb db, IEngine engine, Declarations declared, IClock clock)
{
    private readonly KeepSearch keep = new(declared.SearchSources, engine.Search);

    private LocalDate Today => clock.Today();

    /// <summary>Builds all of it anew, in one transaction.</summary>
    /// <returns>how many entries there are now</returns>
    public async Task<int> Everything(Act act, IProgress<double>? progress, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await keep.Empty(db, stop);
        await keep.Write(db, await keep.All(db, stop), Today, progress, stop);
        await Commit(act, stop);
        await transaction.CommitAsync(stop);
        return await db.Set<SearchEntry>().CountAsync(stop);
    }

    /// <summary>Builds anew what has changed by itself since it was written: an edition that was entered early has come into force.</summary>
    public async Task WhatIsDue(Act act, CancellationToken stop)
    {
        var today = Today;
        var due = await keep.Due(db, today, stop);
        if (due.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await keep.Write(db, due, today, progress: null, stop);
        await db.Set<SearchScope>().ExecuteUpdateAsync(s => s.SetProperty(scope => scope.Day, today), stop);
        await Commit(act, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task Commit(Act act, CancellationToken stop)
    {
        db.AlsoChanges(Topics.Search);
        if (!await db.Commit(act, stop))
        {
            throw new InvalidOperationException("Rebuilding search saves no entity that could conflict.");
        }
    }
}
