using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Entering;

/// <summary>
/// Makes the ledger of money say what the live rows of a source say: enters what is matched, reverses what is withdrawn, changed or belongs
/// elsewhere now. It looks at how things are and not at what happened, so it may be broken off and done again at any time: nothing is entered
/// twice. Some rows at a time, each time in one transaction that holds the source.
/// </summary>
internal sealed class EnterRows(AppDb db, IInstruments instruments, IMoneyLedger money, Asker asker, IClock clock)
{
    public const string Act = "accounting.entered";

    private const int Together = 500;

    /// <returns>how many rows stand elsewhere than before</returns>
    public async Task<int> Run(SourceId source, CancellationToken stop)
    {
        var count = 0;
        foreach (var part in (await Due(source, stop)).Chunk(Together))
        {
            count += await Enter(source, [.. part], stop);
        }

        return count;
    }

    /// <summary>The rows that do not stand where they belong.</summary>
    private async Task<IReadOnlyList<RowId>> Due(SourceId source, CancellationToken stop)
    {
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == source, stop) is not { } known)
        {
            return [];
        }

        var matching = await Matching.Of(db, instruments, known, stop);
        var rows = await db.Set<DocumentRow>().AsNoTracking().Where(r => r.SourceId == source && (r.EndedBy == null || r.Posting != null)).Select(RowLooked.At).ToListAsync(stop);
        var entries = await Entries(source, stop);
        return [.. rows.Where(r => !Outcome.Of(r, matching, r.Posting is { } posting ? entries.GetValueOrDefault(posting) : null).Stands(r)).Select(r => r.Id)];
    }

    private async Task<int> Enter(SourceId source, List<RowId> ids, CancellationToken stop)
    {
        // What an earlier transaction has read is no longer sure.
        db.ChangeTracker.Clear();
        await using var begun = await db.Begin(stop);
        await HoldSource.Until(db, source, stop);
        var matching = await Matching.Of(db, instruments, await db.Set<Source>().AsNoTracking().FirstAsync(s => s.Id == source, stop), stop);
        var rows = await db.Set<DocumentRow>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        List<PostingId> held = [.. rows.Values.Select(r => r.Posting).OfType<PostingId>()];
        var entries = await money.Postings.Where(p => held.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        List<(DocumentRow Row, Outcome Outcome)> due = [.. from row in rows.Values
                                                          let looked = RowLooked.Of(row)
                                                          let outcome = Outcome.Of(looked, matching, row.Posting is { } posting ? entries.GetValueOrDefault(posting) : null)
                                                          where !outcome.Stands(looked)
                                                          select (row, outcome)];
        await money.Hold([.. due.SelectMany(d => d.Outcome.Instruments)], due.Where(d => d.Outcome.Enter is { Fund: not null }).Select(d => (d.Outcome.Enter!.Fund!.Value, d.Row.Year)), stop);
        var today = clock.Today();
        await new PostRows(db, money, today).Run(due, stop);

        // What the ledger refuses again stands as it stood.
        db.ChangeTracker.DetectChanges();
        return db.ChangeTracker.HasChanges() && await db.Commit(asker.Act(Act, ""), stop) ? due.Count : 0;
    }

    private Task<Dictionary<PostingId, PostingListed>> Entries(SourceId source, CancellationToken stop) =>
        money.Postings.Where(p => db.Set<DocumentRow>().Any(r => r.SourceId == source && r.Posting == p.Id)).ToDictionaryAsync(p => p.Id, stop);
}
