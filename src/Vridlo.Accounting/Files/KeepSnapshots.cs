using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Reading;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Files;

/// <summary>Keeps the budget of a file as a state of its day beside the states before; one that says nothing new is not kept again.</summary>
internal static class KeepSnapshots
{
    /// <summary>The states that a file brings, not added to the unit of work yet.</summary>
    /// <param name="db">the unit of work</param>
    /// <param name="upload">the file</param>
    /// <param name="budget">its lines of the budget</param>
    /// <param name="import">the import it becomes</param>
    /// <param name="stop">ends it</param>
    public static async Task<IReadOnlyList<Snapshot>> Of(AppDb db, Upload upload, IReadOnlyList<ReadBudget> budget, ImportId import, CancellationToken stop)
    {
        // What is added once must not be added again by the same file.
        var again = upload.Mode is ImportMode.Append && await db.Set<Import>().AnyAsync(i => i.SourceId == upload.SourceId && i.Year == upload.Year && i.Digest == upload.Digest, stop);
        var made = new List<Snapshot>();
        foreach (var stage in budget.Where(_ => !again).GroupBy(b => b.Stage).OrderBy(g => g.Key))
        {
            var latest = await db.Set<Snapshot>().Include(s => s.Lines).FirstOrDefaultAsync(s => s.SourceId == upload.SourceId && s.Year == upload.Year && s.Stage == stage.Key && s.Latest, stop);
            var before = upload.Mode is ImportMode.Append && latest is not null ? latest.Lines.Select(l => (new BudgetPlace(l.Paragraph, l.Item, l.Unit, l.Event), l.Amount)) : [];
            var snapshot = Made(upload, stage.Key, before.Concat(stage.Select(b => (b.Place, b.Amount))), import);
            if (latest?.Content == snapshot.Content)
            {
                continue;
            }

            if (latest is not null && latest.Day <= snapshot.Day)
            {
                latest.Latest = false;
            }

            snapshot.Latest = latest is null || !latest.Latest;
            made.Add(snapshot);
        }

        return made;
    }

    private static Snapshot Made(Upload upload, BudgetStage stage, IEnumerable<(BudgetPlace Place, long Amount)> lines, ImportId import)
    {
        List<(BudgetPlace Place, long Amount)> summed = [.. lines.GroupBy(l => l.Place).Select(g => (Place: g.Key, Amount: g.Sum(l => l.Amount)))
            .OrderBy(l => l.Place.Paragraph).ThenBy(l => l.Place.Item).ThenBy(l => l.Place.Unit, StringComparer.Ordinal).ThenBy(l => l.Place.Event, StringComparer.Ordinal)];
        var snapshot = new Snapshot
        {
            Id = TypedId.New<SnapshotId>(),
            SourceId = upload.SourceId,
            ImportId = import,
            Year = upload.Year,
            Stage = stage,
            Day = upload.AsOf,
            Content = Hash(summed),
            Latest = false,
            Income = Sum(ItemClass.Income),
            Spending = Sum(ItemClass.Current, ItemClass.Capital),
            Financing = Sum(ItemClass.Financing),
        };
        snapshot.Lines.AddRange(summed.Select((l, i) => new BudgetLine
        {
            SnapshotId = snapshot.Id, Number = i + 1, Paragraph = l.Place.Paragraph, Item = l.Place.Item, Unit = l.Place.Unit, Event = l.Place.Event, Amount = l.Amount,
        }));
        return snapshot;

        long Sum(params ItemClass[] classes) => summed.Where(l => classes.Contains(ItemClasses.Of(l.Place.Item))).Sum(l => l.Amount);
    }

    private static string Hash(IEnumerable<(BudgetPlace Place, long Amount)> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l =>
        string.Create(CultureInfo.InvariantCulture, $"{l.Place.Paragraph}\u001f{l.Place.Item}\u001f{l.Place.Unit}\u001f{l.Place.Event}\u001f{l.Amount}"))))))[..40];
}
