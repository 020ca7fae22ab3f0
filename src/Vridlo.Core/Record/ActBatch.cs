using System.Security.Cryptography;

namespace Vridlo.Core.Record;

/// <summary>An act with the seal it has and the one it should have.</summary>
/// <param name="Sequence">its number</param>
/// <param name="At">when, in microseconds since 1970</param>
/// <param name="Previous">the seal of the act before, by what it says</param>
/// <param name="Seal">the seal it has</param>
/// <param name="Own">the seal of what it says</param>
/// <param name="HoldsName">whether its name is the one that was sealed, or has been erased</param>
internal readonly record struct SealedAct(long Sequence, long At, byte[] Previous, byte[] Seal, byte[] Own, bool HoldsName);

/// <summary>Some acts after each other, already in the form that is sealed, in one piece of memory.</summary>
internal sealed class ActBatch
{
    private readonly SealedForm bytes = new(640 * 1024);
    private readonly List<Place> acts = [];

    public int Bytes => bytes.Count;

    public void Add(in ActColumns act)
    {
        var place = new Place { Sequence = act.Sequence, At = act.At, Seal = Put(act.Seal.Bytes), Named = Put(act.ActorSalt.Bytes), HasSalt = !act.ActorSalt.IsNull };
        place.Named = new(place.Named.Start, place.Named.Length + Put(act.ActorName.Bytes).Length);
        place.Commitment = Put(act.ActorCommitment.Bytes);
        place.Previous = Put(act.Previous.Bytes);
        place.Form = bytes.Count;
        place.Count = Record.Seal.Begin(bytes, act);
        acts.Add(place);
    }

    public void Add(in ChangeColumns change)
    {
        acts[^1].Changes++;
        Record.Seal.Add(bytes, change);
    }

    /// <summary>Makes room for other acts.</summary>
    public void Clear()
    {
        bytes.Clear();
        acts.Clear();
    }

    /// <summary>Computes the seals.</summary>
    public IEnumerable<SealedAct> Acts()
    {
        foreach (var (i, act) in acts.Index())
        {
            var after = i + 1 < acts.Count ? acts[i + 1].Seal.Start : bytes.Count;
            yield return Sealed(act, after);
        }
    }

    private SealedAct Sealed(Place act, int after)
    {
        var all = bytes.All;
        Record.Seal.SetChanges(all[act.Count..], act.Changes);
        var own = SHA256.HashData(all[act.Form..after]);
        Span<byte> commitment = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Of(act.Named), commitment);
        var holds = act.HasSalt ? commitment.SequenceEqual(Of(act.Commitment)) : act.Named.Length == 0;
        return new(act.Sequence, act.At, Of(act.Previous).ToArray(), Of(act.Seal).ToArray(), own, holds);
    }

    private ReadOnlySpan<byte> Of(Part part) => bytes.All.Slice(part.Start, part.Length);

    private Part Put(ReadOnlySpan<byte> value)
    {
        var start = bytes.Count;
        value.CopyTo(bytes.Next(value.Length));
        return new(start, value.Length);
    }

    private readonly record struct Part(int Start, int Length);

    private sealed class Place
    {
        public long Sequence { get; init; }

        public long At { get; init; }

        public Part Seal { get; init; }

        public Part Named { get; set; }

        public bool HasSalt { get; init; }

        public Part Commitment { get; set; }

        public Part Previous { get; set; }

        public int Form { get; set; }

        public int Count { get; set; }

        public long Changes { get; set; }
    }
}
