using System.Runtime.CompilerServices;
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
internal sealed record PrintedHead(long Acts, byte[] Seal, Instant? At);

/// <summary>Goes through the whole record as it stood when this began, while the system runs, in memory that does not grow.</summary>
internal sealed class VerifyRecord(AppDb db)
{
    private const int Batch = 2000;

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
    public async Task<(PrintedHead Head, IReadOnlyList<RecordFault> Faults)> Run(byte[]? earlier, IProgress<double>? progress, CancellationToken stop)
    {
        var end = await ReadRecord.End(db, stop);
        var walk = new ChainWalk(seal => db.Set<RecordedAct>().AnyAsync(a => a.Seal == seal, stop));
        var (acts, met, waiting) = (0L, earlier is null || earlier.AsSpan().SequenceEqual(Seal.Beginning), (RecordedAct?)null);
        await foreach (var act in Acts(end.Head ?? end.Last, stop).TakeWhile(_ => walk.Faults.Count < MostFaults))
        {
            await Judge(waiting, new(act.Sequence, act.Previous, act.Seal));
            (waiting, acts) = (act, acts + 1);
            met |= act.Seal.AsSpan().SequenceEqual(earlier);
            progress?.Report(Math.Clamp((double)act.Sequence / (end.Last + 1), 0, 1));
        }

        var head = new PrintedHead(acts, end.Seal, await At(end.Head, stop));
        if (walk.Faults.Count >= MostFaults)
        {
            return (head, walk.Faults);
        }

        await Judge(waiting, end.Head is { } last ? new(last + 1, end.Seal, []) : new(long.MaxValue, waiting?.Seal ?? [], []));
        walk.End(end);
        IEnumerable<RecordFault> foreign = met ? [] : [new(FaultKind.Foreign, 0, 0)];
        return (head, [.. walk.Faults, .. await Stray(stop), .. foreign]);

        Task Judge(RecordedAct? act, Following next) => act is null ? Task.CompletedTask : walk.Judge(act, next);
    }

    private async IAsyncEnumerable<RecordedAct> Acts(long through, [EnumeratorCancellation] CancellationToken stop)
    {
        var after = long.MinValue;
        while (await ReadRecord.Acts(db, after, through, Batch, stop) is { Count: > 0 } acts)
        {
            foreach (var act in acts)
            {
                yield return act;
            }

            after = acts[^1].Sequence;
        }
    }

    /// <summary>Changes of acts that are not there.</summary>
    private async Task<IReadOnlyList<RecordFault>> Stray(CancellationToken stop)
    {
        var strays = await db.Set<RecordedChange>().Select(c => c.ActSequence).Where(s => !db.Set<RecordedAct>().Any(a => a.Sequence == s))
            .Distinct().OrderBy(s => s).Take(MostFaults).ToListAsync(stop);
        return [.. strays.Select(s => new RecordFault(FaultKind.Inserted, s, s))];
    }

    private async Task<Instant?> At(long? sequence, CancellationToken stop) =>
        await db.Set<RecordedAct>().Where(a => a.Sequence == sequence).Select(a => (Instant?)a.At).SingleOrDefaultAsync(stop);
}
