using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary>Reads the record in its order, a part at a time.</summary>
internal static class ReadRecord
{
    /// <summary>The next acts after a place with all their changes, at most <paramref name="count"/>.</summary>
    public static async Task<IReadOnlyList<RecordedAct>> Acts(AppDb db, long after, long through, int count, CancellationToken stop)
    {
        var acts = await db.Set<RecordedAct>().AsNoTracking()
            .Where(a => a.Sequence > after && a.Sequence <= through).OrderBy(a => a.Sequence).Take(count).ToListAsync(stop);
        if (acts.Count > 0)
        {
            var last = acts[^1].Sequence;
            var changes = await db.Set<RecordedChange>().AsNoTracking().Where(c => c.ActSequence > after && c.ActSequence <= last).ToListAsync(stop);
            var of = changes.ToLookup(c => c.ActSequence);
            acts.ForEach(a => a.Changes.AddRange(of[a.Sequence]));
        }

        return acts;
    }

    /// <summary>Where the record ends, in one question, so that a commit meanwhile cannot part the numbers from each other.</summary>
    public static async Task<RecordEnd> End(AppDb db, CancellationToken stop)
    {
        var head =
            from h in db.Set<RecordHead>().AsNoTracking()
            where h.Id == RecordHead.Only
            select new RecordEnd(h.Sequence, h.Seal, db.Set<RecordedAct>().Max(a => (long?)a.Sequence) ?? 0);
        return await head.SingleOrDefaultAsync(stop) ?? new(null, [], await db.Set<RecordedAct>().MaxAsync(a => (long?)a.Sequence, stop) ?? 0);
    }
}

/// <summary>Where the record ends.</summary>
/// <param name="Head">the number of the last act by the head; null when the head is missing</param>
/// <param name="Seal">the seal of the last act by the head</param>
/// <param name="Last">the number of the last act there is; 0 when there is none</param>
internal sealed record RecordEnd(long? Head, byte[] Seal, long Last);
