using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Files;

/// <summary>A number of rows and their sum.</summary>
/// <param name="Rows">how many</param>
/// <param name="Minor">haléře</param>
public sealed record Tally(int Rows, long Minor)
{
    internal static Tally Of(IReadOnlyCollection<long> amounts) => new(amounts.Count, amounts.Sum());
}

/// <summary>A state of a budget that a file brings, in haléře.</summary>
internal sealed record PreviewBudget(BudgetStage Stage, long Income, long Spending, long Financing, bool New);

/// <summary>What a file would change.</summary>
/// <param name="Upload">the file</param>
/// <param name="Source">its source; its version is what the acceptance has to name</param>
/// <param name="Read">what was read of it</param>
/// <param name="Diff">what it changes in the rows</param>
/// <param name="Classes">its rows by what they are</param>
/// <param name="Sorts">its rows by kind of document</param>
/// <param name="Budgets">its budgets</param>
/// <param name="Matched">its rows by the instrument they are of</param>
/// <param name="Open">its rows by why they would not be entered, and by event</param>
/// <param name="Older">the newest day that is there already, when the file is of an earlier one</param>
internal sealed record Preview(
    Upload Upload,
    Source Source,
    FileRead Read,
    FileDiff Diff,
    IReadOnlyList<(ItemClass Class, Tally Tally)> Classes,
    IReadOnlyList<(DocumentSort Sort, Tally Tally)> Sorts,
    IReadOnlyList<PreviewBudget> Budgets,
    IReadOnlyList<(InstrumentListed Instrument, Tally Tally)> Matched,
    IReadOnlyList<(EntryState State, string Event, Tally Tally)> Open,
    NodaTime.LocalDate? Older)
{
    /// <summary>Whether it can be accepted.</summary>
    public bool Acceptable => Read.Problems.Count == 0;
}

/// <summary>Shows what a file would change before it does: what is new, what is changed or gone, what matches which instrument and what does not.</summary>
internal sealed class ReadPreview(AppDb db, IInstruments instruments)
{
    public async Task<Preview?> Run(UploadId id, CancellationToken stop)
    {
        if (await db.Set<Upload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, stop) is not { } upload)
        {
            return null;
        }

        var source = await db.Set<Source>().AsNoTracking().FirstAsync(s => s.Id == upload.SourceId, stop);
        var read = ReadFile.Run(upload.Bytes, source.FormOfFile(upload.Stage), upload.Year);
        if (read.Problems.Count > 0)
        {
            return new(upload, source, read, new([], [], [], 0), [], [], [], [], [], null);
        }

        var diff = FileDiff.Of(await FileDiff.Known(db, source.Id, upload.Year, stop), read.Rows, upload.Mode);
        var snapshots = await KeepSnapshots.Of(db, upload, read.Budget, default, stop);
        var matching = await Matching.Of(db, instruments, source, stop);
        var judged = read.Rows.Select(r => (Row: r, Verdict: matching.Judge(new(upload.Year, r.Key, r.Place.Item, r.Place.Unit, r.Place.Event, r.Purpose, r.Contract, r.Amount)))).ToList();
        List<InstrumentId> found = [.. judged.Select(j => j.Verdict.Instrument).OfType<InstrumentId>().Distinct()];
        var named = await instruments.All.Where(i => found.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        var newest = await db.Set<Import>().Where(i => i.SourceId == source.Id && i.Year == upload.Year).MaxAsync(i => (NodaTime.LocalDate?)i.AsOf, stop);
        return new(
            upload,
            source,
            read,
            diff,
            [.. read.Rows.GroupBy(r => ItemClasses.Of(r.Place.Item)).OrderBy(g => g.Key).Select(g => (g.Key, Tally.Of([.. g.Select(r => r.Amount)])))],
            [.. read.Rows.GroupBy(r => ReviseRows.Sorted(r.Type)).OrderBy(g => g.Key).Select(g => (g.Key, Tally.Of([.. g.Select(r => r.Amount)])))],
            [.. read.Budget.GroupBy(b => b.Stage).OrderBy(g => g.Key).Select(g => Of(g.Key, g, snapshots))],
            [.. judged.Where(j => j.Verdict.Instrument is not null).GroupBy(j => named[j.Verdict.Instrument!.Value]).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => (g.Key, Tally.Of([.. g.Select(j => Effect(j.Row))])))],
            [.. judged.Where(j => j.Verdict.State is EntryState.Unmatched or EntryState.Ambiguous or EntryState.WithoutFund).GroupBy(j => (j.Verdict.State, j.Row.Place.Event))
                .Select(g => (g.Key.State, g.Key.Event, Tally.Of([.. g.Select(j => Effect(j.Row))]))).OrderBy(o => o.State).ThenByDescending(o => Math.Abs(o.Item3.Minor))],
            newest > upload.AsOf ? newest : null);
    }

    private static PreviewBudget Of(BudgetStage stage, IEnumerable<ReadBudget> lines, IReadOnlyList<Snapshot> snapshots)
    {
        var of = lines.ToLookup(l => ItemClasses.Of(l.Place.Item), l => l.Amount);
        var brought = snapshots.FirstOrDefault(s => s.Stage == stage);
        return brought is not null ? new(stage, brought.Income, brought.Spending, brought.Financing, New: true)
            : new(stage, of[ItemClass.Income].Sum(), of[ItemClass.Current].Sum() + of[ItemClass.Capital].Sum(), of[ItemClass.Financing].Sum(), New: false);
    }

    /// <summary>What a row adds to what is spent.</summary>
    private static long Effect(ReadRow row) => ItemClasses.Of(row.Place.Item) is ItemClass.Current or ItemClass.Capital ? row.Amount : -row.Amount;
}
