using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Files;

/// <summary>The newest revision of a row that is there.</summary>
internal sealed record KnownRow(RowId Id, string Key, int Revision, string Content, long Amount, bool Live);

/// <summary>What a file changes in the rows of its source and year.</summary>
/// <param name="Added">rows that were never there</param>
/// <param name="Changed">rows that come as a new revision, each with the one before, which may have been withdrawn</param>
/// <param name="Withdrawn">live rows that a file of the whole year does not have</param>
/// <param name="Unchanged">how many are as they were</param>
internal sealed record FileDiff(IReadOnlyList<ReadRow> Added, IReadOnlyList<(ReadRow Row, KnownRow Was)> Changed, IReadOnlyList<KnownRow> Withdrawn, int Unchanged)
{
    public bool Empty => Added.Count + Changed.Count + Withdrawn.Count == 0;

    public static FileDiff Of(IReadOnlyDictionary<string, KnownRow> known, IReadOnlyList<ReadRow> rows, ImportMode mode)
    {
        var (added, changed, unchanged, seen) = (new List<ReadRow>(), new List<(ReadRow, KnownRow)>(), 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            seen.Add(row.Key);
            if (!known.TryGetValue(row.Key, out var was))
            {
                added.Add(row);
            }
            else if (was.Live && was.Content == row.Content)
            {
                unchanged++;
            }
            else
            {
                changed.Add((row, was));
            }
        }

        return new(added, changed, mode is ImportMode.Append ? [] : [.. known.Values.Where(k => k.Live && !seen.Contains(k.Key))], unchanged);
    }

    /// <summary>The newest revision of each row of a source and year.</summary>
    public static async Task<IReadOnlyDictionary<string, KnownRow>> Known(AppDb db, SourceId source, int year, CancellationToken stop)
    {
        var read = await db.Set<DocumentRow>().AsNoTracking().Where(r => r.SourceId == source && r.Year == year).OrderBy(r => r.Revision)
            .Select(r => new { r.Id, r.Key, r.Revision, r.Content, r.Amount, Live = r.EndedBy == null }).ToListAsync(stop);
        var known = new Dictionary<string, KnownRow>(read.Count, StringComparer.Ordinal);
        foreach (var row in read)
        {
            known[row.Key] = new(row.Id, row.Key, row.Revision, row.Content, row.Amount, row.Live);
        }

        return known;
    }
}
