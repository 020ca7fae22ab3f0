using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Vridlo.Core.Record;

/// <summary>
/// One pass through the record: an engine gives it the rows in their order, of one moment, and whoever verifies takes them in batches
/// of sealed forms. The two work side by side, a few batches apart at most.
/// </summary>
public sealed class RecordPass
{
    private const int BatchBytes = 512 * 1024;

    private readonly Channel<ActBatch> full = Channel.CreateBounded<ActBatch>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
    private readonly ConcurrentQueue<ActBatch> empty = [];
    private readonly List<long> strays = [];
    private ActBatch batch = new();
    private long current = long.MinValue;
    private bool any;

    /// <summary>The first call of a pass: where the record ends by its head.</summary>
    /// <param name="head">number of the last act by the head; null when the head is missing</param>
    /// <param name="seal">the seal by the head</param>
    public void Begin(long? head, ReadOnlySpan<byte> seal) => (Head, HeadSeal) = (head, seal.ToArray());

    /// <summary>The next act; its changes follow it.</summary>
    public ValueTask Act(in ActColumns act, CancellationToken stop)
    {
        var before = batch.Bytes < BatchBytes ? default : Hand(stop);
        batch.Add(act);
        (current, any) = (act.Sequence, true);
        return before;
    }

    /// <summary>A change, in the order of its act's number and then of its identifier; one that belongs to no act is noted.</summary>
    public void Change(in ChangeColumns change)
    {
        if (any && change.ActSequence == current)
        {
            batch.Add(change);
        }
        else
        {
            Stray(change.ActSequence);
        }
    }

    /// <summary>Notes that there is a change of an act that is not there.</summary>
    public void Stray(long sequence)
    {
        if (strays.Count < VerifyRecord.MostFaults && (strays.Count == 0 || strays[^1] != sequence))
        {
            strays.Add(sequence);
        }
    }

    internal long? Head { get; private set; }

    internal byte[] HeadSeal { get; private set; } = [];

    internal IReadOnlyList<long> Strays => strays;

    /// <summary>Lets the engine read, and gives its batches until the last. Each is valid until the next one is asked for: its memory is used again.</summary>
    internal async IAsyncEnumerable<ActBatch> Batches(Func<RecordPass, CancellationToken, Task> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(() => Read(read, enough.Token), CancellationToken.None);
        try
        {
            await foreach (var each in full.Reader.ReadAllAsync(stop))
            {
                yield return each;
                each.Clear();
                empty.Enqueue(each);
            }
        }
        finally
        {
            // Who has seen enough does not wait for the rest; the connection is free when this returns.
            await enough.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Read(Func<RecordPass, CancellationToken, Task> read, CancellationToken stop)
    {
        try
        {
            await read(this, stop);
            await Hand(stop);
            full.Writer.Complete();
        }
#pragma warning disable CA1031 // It is thrown where the batches are taken.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            full.Writer.TryComplete(failure);
        }
    }

    private ValueTask Hand(CancellationToken stop)
    {
        var ready = batch;
        batch = empty.TryDequeue(out var used) ? used : new();
        return full.Writer.WriteAsync(ready, stop);
    }
}
