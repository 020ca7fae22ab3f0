using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Reading;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Files;

/// <summary>
/// Puts what a file changes into the unit of work: new rows, new revisions, rows that are withdrawn. The entry of a row goes on to its new
/// revision; whether it still fits is seen when rows are entered.
/// </summary>
internal sealed class ReviseRows(AppDb db)
{
    private const int Together = 1_000;

    public async Task Run(Upload upload, FileDiff diff, ImportId import, CancellationToken stop)
    {
        foreach (var row in diff.Added)
        {
            db.Add(Made(upload, row, import, null));
        }

        foreach (var part in diff.Changed.Chunk(Together))
        {
            var were = await Tracked([.. part.Select(p => p.Was.Id)], stop);
            foreach (var (row, known) in part)
            {
                var was = were[known.Id];
                db.Add(Made(upload, row, import, was));
                (was.EndedBy, was.State, was.Posting) = (was.EndedBy ?? import, EntryState.Replaced, null);
            }
        }

        foreach (var part in diff.Withdrawn.Chunk(Together))
        {
            foreach (var gone in (await Tracked([.. part.Select(p => p.Id)], stop)).Values)
            {
                (gone.EndedBy, gone.State) = (import, EntryState.Withdrawn);
            }
        }
    }

    /// <summary>What a kind says a document is.</summary>
    public static DocumentSort Sorted(string type) =>
        type.ToUpperInvariant() switch { "KDF" => DocumentSort.IncomingInvoice, "KOF" => DocumentSort.OutgoingInvoice, "POK" => DocumentSort.Cash, _ => DocumentSort.Other };

    private async Task<Dictionary<RowId, DocumentRow>> Tracked(List<RowId> ids, CancellationToken stop) =>
        await db.Set<DocumentRow>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);

    /// <param name="upload">the file</param>
    /// <param name="row">what it says</param>
    /// <param name="import">what the file becomes</param>
    /// <param name="was">the revision before, or null; without a day of its own a row counts from the day it counted from</param>
    private static DocumentRow Made(Upload upload, ReadRow row, ImportId import, DocumentRow? was) => new()
    {
        Id = TypedId.New<RowId>(),
        SourceId = upload.SourceId,
        Year = upload.Year,
        Key = row.Key,
        Revision = (was?.Revision ?? 0) + 1,
        Content = row.Content,
        ImportId = import,
        Sort = Sorted(row.Type),
        Type = row.Type,
        Number = row.Number,
        Line = row.Line,
        Paragraph = row.Place.Paragraph,
        Item = row.Place.Item,
        Unit = row.Place.Unit,
        Event = row.Place.Event,
        Purpose = row.Purpose,
        Contract = row.Contract,
        Amount = row.Amount,
        Day = row.Day,
        Counted = row.Day ?? was?.Counted ?? upload.AsOf,
        CounterpartyNumber = row.Counterparty.Number,
        CounterpartyGiven = row.Counterparty.Given,
        CounterpartyName = row.Counterparty.Name,
        Description = row.Description,
        State = EntryState.Waiting,
        Posting = was?.Posting,
        Trouble = "",
    };
}
