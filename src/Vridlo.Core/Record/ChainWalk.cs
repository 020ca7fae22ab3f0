namespace Vridlo.Core.Record;

/// <summary>What follows an act: the next act, or the head.</summary>
/// <param name="Sequence">its number</param>
/// <param name="Previous">the seal of the act it was sealed after</param>
/// <param name="Seal">its own seal; empty for the head</param>
internal readonly record struct Following(long Sequence, byte[] Previous, byte[] Seal);

/// <summary>
/// Goes along the chain act by act and names what has been done to it. After a fault it goes on from where the following act was
/// sealed, so that one fault is reported once and the next one is still found.
/// </summary>
internal sealed class ChainWalk
{
    private readonly List<Found> faults = [];
    private byte[] seal = Seal.Beginning;
    private long sequence;
    private bool swapped;

    /// <summary>How many faults there are so far.</summary>
    public int Count => faults.Count;

    /// <summary>Seals of which it decides whether an act has them: an act sealed after one of these was moved, else altered.</summary>
    public IReadOnlyList<byte[]> Asked => [.. faults.Select(f => f.MovedFrom).OfType<byte[]>()];

    /// <summary>The faults, once it is known which of <see cref="Asked"/> an act has.</summary>
    public IReadOnlyList<RecordFault> Faults(Func<byte[], bool> isSeal) =>
        [.. faults.Select(f => f.MovedFrom is { } from && isSeal(from) ? new(FaultKind.Reordered, f.Here, f.Here) : f.Fault)];

    public void Judge(SealedAct act, Following next)
    {
        if (swapped)
        {
            swapped = false;
            return;
        }

        var (linked, own) = (Same(act.Previous, seal), act.Own);
        var whole = Same(own, act.Seal);
        if (Same(next.Previous, seal))
        {
            PassOver(act, next);
        }
        else if (linked && whole)
        {
            Report(FaultKind.Altered, act.Sequence, when: !act.HoldsName);
            (sequence, seal) = (act.Sequence, act.Seal);
        }
        else
        {
            Locate(act, next, linked, whole);
            var adjacent = next.Sequence == act.Sequence + 1;
            (sequence, seal) = (act.Sequence, Same(next.Previous, own) ? own : adjacent ? next.Previous : act.Seal);
        }
    }

    /// <summary>Ends the walk where the head says it should.</summary>
    public void End(RecordEnd end)
    {
        var agrees = Same(end.Seal, seal);
        Report(FaultKind.Cut, sequence + 1, end.Head ?? 0, when: end.Head > sequence && !agrees);
        Report(FaultKind.Head, sequence, when: end.Head is null || (end.Head > sequence ? agrees : end.Head < sequence || !agrees));
        Report(FaultKind.Inserted, (end.Head ?? 0) + 1, end.Last, when: end.Head < end.Last);
    }

    /// <summary>The following act was sealed after the one before: this one does not belong here.</summary>
    private void PassOver(SealedAct act, Following next)
    {
        if (Same(act.Previous, next.Seal))
        {
            Report(FaultKind.Reordered, act.Sequence, next.Sequence);
            (sequence, seal, swapped) = (next.Sequence, act.Seal, true);
            return;
        }

        Report(FaultKind.Inserted, act.Sequence);
        sequence = act.Sequence;
    }

    private void Locate(SealedAct act, Following next, bool linked, bool whole)
    {
        if (!linked && act.Sequence > sequence + 1)
        {
            Report(FaultKind.Removed, sequence + 1, act.Sequence - 1);
            Report(FaultKind.Altered, act.Sequence, when: !whole);
        }
        else if (!linked && Same(act.Previous, Seal.Beginning))
        {
            Report(FaultKind.Reordered, act.Sequence);
        }
        else
        {
            // Both hold in themselves: the act before was altered and given a new seal.
            var before = !linked && whole && sequence > 0 && Same(next.Previous, act.Seal);
            var altered = before ? sequence : act.Sequence;
            faults.Add(new(new(FaultKind.Altered, altered, altered), linked ? null : act.Previous, act.Sequence));
        }
    }

    private void Report(FaultKind kind, long first, bool when = true) => Report(kind, first, first, when);

    private void Report(FaultKind kind, long first, long last, bool when = true)
    {
        if (when)
        {
            faults.Add(new(new(kind, first, last), null, 0));
        }
    }

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    /// <param name="Fault">what it is</param>
    /// <param name="MovedFrom">unless an act has this seal: then the act at <paramref name="Here"/> was moved</param>
    /// <param name="Here">the number of that act</param>
    private sealed record Found(RecordFault Fault, byte[]? MovedFrom, long Here);
}
