using System.Buffers.Binary;

namespace Vridlo.Core.Record;

/// <summary>Bytes one after another, as they are sealed. The memory grows and is used again.</summary>
internal sealed class SealedForm(int room)
{
    private byte[] bytes = new byte[room];

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>All there is.</summary>
    public Span<byte> All => bytes.AsSpan(0, Count);

    /// <summary>Begins anew; what was given out before is no longer valid.</summary>
    public void Clear() => Count = 0;

    /// <summary>The next bytes, to be written.</summary>
    public Span<byte> Next(int count)
    {
        var end = Count + count;
        if (end > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(end, bytes.Length * 2));
        }

        var next = bytes.AsSpan(Count, count);
        Count = end;
        return next;
    }

    public void Add(long number) => BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), number);

    public void Add(Guid id) => id.TryWriteBytes(Next(16), bigEndian: true, out _);

    /// <summary>A value: its length before it, so that nothing can move from one value into the next.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        var next = Next(sizeof(long) + value.Length);
        BinaryPrimitives.WriteInt64BigEndian(next, value.Length);
        value.CopyTo(next[sizeof(long)..]);
    }

    /// <summary>A value, or −1 in the place of its length for none.</summary>
    public void Add(Column value)
    {
        if (value.IsNull)
        {
            Add(-1L);
        }
        else
        {
            Add(value.Bytes);
        }
    }
}
