using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;

namespace Vridlo.Core.Record;

/// <summary>The end of the record, to be kept outside.</summary>
/// <param name="Acts">how many acts there are</param>
/// <param name="Seal">the seal of the last one</param>
/// <param name="At">when it was done; null when there is none</param>
internal sealed record PrintedHead(long Acts, byte[] Seal, Instant? At)
{
    /// <summary>For people and machines alike: how many acts, the head's seal, and when the last act was done.</summary>
    public string Line => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Acts} {Convert.ToHexStringLower(Seal)} {(At is { } at ? NodaTime.Text.InstantPattern.ExtendedIso.Format(at) : "-")}");
}

/// <summary>Goes through the whole record as it stood when this began, while the system runs, in memory that does not grow.</summary>
internal sealed class VerifyRecord(AppDb db)
{
    /// <summary>Past so many faults the record is not trusted anyway, and locating each costs a search.</summary>
    internal const int MostFaults = 100;

    /// <summary>The check of <c>vridlo verify</c>.</summary>
    public static IntegrityCheck Check { get; } = new("core.check.record", Severity.Error, "core.check.record.title", "core.check.record.todo", async (services, stop) =>
    {
        var found = await new VerifyRecord(services.GetRequiredService<AppDb>()).Run(earlier: null, progress: null, stop);
        return [.. found.Faults.Select(f => new Finding(f.Where))];
    });

    /// <summary>The end of the record by its head, without going through the record.</summary>
    public async Task<PrintedHead> Head(CancellationToken stop)
    {
        var end = await ReadRecord.End(db, stop);
        return new(await db.Set<RecordedAct>().LongCountAsync(a => a.Sequence <= end.Head, stop), end.Seal, await At(end.Head, stop));
    }

    /// <param name="earlier">a seal that was the head once and must be in the chain, or null</param>
    /// <param name="progress">share done</param>
    /// <param name="stop">ends it</param>
    public Task<(PrintedHead Head, IReadOnlyList<RecordFault> Faults)> Run(byte[]? earlier, IProgress<double>? progress, CancellationToken stop) =>
        Of(db.ReadRecord, earlier, progress, stop);

    /// <summary>The same for a record that lies elsewhere.</summary>
    /// <param name="read">gives a pass the rows; it may be called twice</param>
    /// <param name="earlier">a seal that was the head once and must be in the chain, or null</param>
    /// <param name="progress">share done</param>
    /// <param name="stop">ends it</param>
    public static async Task<(PrintedHead Head, IReadOnlyList<RecordFault> Faults)> Of(
        Func<RecordPass, CancellationToken, Task> read, byte[]? earlier, IProgress<double>? progress, CancellationToken stop)
    {
        var (pass, walk) = (new RecordPass(), new ChainWalk());
        var (acts, last, met, waiting) = (0L, 0L, earlier is null || earlier.AsSpan().SequenceEqual(Seal.Beginning), (SealedAct?)null);
        await foreach (var batch in pass.Batches(read, stop))
        {
            foreach (var act in batch.Acts())
            {
                last = act.Sequence;
                if (last <= (pass.Head ?? long.MaxValue))
                {
                    Judge(waiting, new(act.Sequence, act.Previous, act.Seal));
                    (waiting, acts) = (act, acts + 1);
                    met |= act.Seal.AsSpan().SequenceEqual(earlier);
                }
            }

            progress?.Report(Math.Clamp((double)last / ((pass.Head ?? last) + 1), 0, 1));
            if (walk.Count >= MostFaults)
            {
                break;
            }
        }

        var head = new PrintedHead(acts, pass.HeadSeal, waiting is { At: > long.MinValue } final ? Instant.FromUnixTimeTicks(final.At * 10) : null);
        var whole = walk.Count < MostFaults;
        if (whole)
        {
            Judge(waiting, pass.Head is { } end ? new(end + 1, pass.HeadSeal, []) : new(long.MaxValue, waiting?.Seal ?? [], []));
            walk.End(new(pass.Head, pass.HeadSeal, last));
        }

        var seals = walk.Asked.Count > 0 ? await Known(read, walk.Asked, stop) : [];
        IEnumerable<RecordFault> strays = whole ? pass.Strays.Select(s => new RecordFault(FaultKind.Inserted, s, s)) : [];
        IEnumerable<RecordFault> foreign = met || !whole ? [] : [new(FaultKind.Foreign, 0, 0)];
        return (head, [.. walk.Faults(seal => seals.Contains(Convert.ToHexString(seal))), .. strays, .. foreign]);

        void Judge(SealedAct? act, Following next)
        {
            if (act is { } there)
            {
                walk.Judge(there, next);
            }
        }
    }

    /// <summary>Which of these seals some act has.</summary>
    private static async Task<HashSet<string>> Known(Func<RecordPass, CancellationToken, Task> read, IReadOnlyList<byte[]> asked, CancellationToken stop)
    {
        var (wanted, known) = (asked.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var batch in new RecordPass().Batches(read, stop))
        {
            known.UnionWith(batch.Acts().Select(a => Convert.ToHexString(a.Seal)).Where(wanted.Contains));
        }

        return known;
    }

    private async Task<Instant?> At(long? sequence, CancellationToken stop) =>
        await db.Set<RecordedAct>().Where(a => a.Sequence == sequence).Select(a => (Instant?)a.At).SingleOrDefaultAsync(stop);
}
