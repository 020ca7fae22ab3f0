using System.Buffers.Binary;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Rows as COPY … (FORMAT binary) gives them, from the server or from a file: a head, then for each row the number of its values and
/// each value after its length, then −1. See PostgreSQL's documentation of COPY, "Binary Format".
/// </summary>
internal sealed class CopyRows(Stream from) : IAsyncDisposable
{
    /// <summary>Longer than any value PostgreSQL can hold.</summary>
    private const int Longest = 1 << 30;

    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8];

    private readonly List<(int Start, int Length)> values = [];
    private readonly byte[] ahead = new byte[128 * 1024];
    private byte[] row = new byte[8 * 1024];
    private (int Next, int End) read;
    private bool begun;

    /// <summary>How many values the row has.</summary>
    public int Count => values.Count;

    /// <summary>Goes to the next row.</summary>
    /// <returns>false when there is none</returns>
    /// <exception cref="InvalidDataException">when this is not such rows</exception>
    public async ValueTask<bool> Next(CancellationToken stop)
    {
        if (!begun)
        {
            await Begin(stop);
        }

        values.Clear();
        var (filled, count) = (0, BinaryPrimitives.ReadInt16BigEndian((await Take(2, stop)).Span));
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian((await Take(4, stop)).Span);
            if (length is < -1 or > Longest)
            {
                throw new InvalidDataException("A value has no such length.");
            }

            values.Add((filled, length));
            filled = await Fill(filled, length, stop);
        }

        return count >= 0;
    }

    /// <summary>The whole row, to be kept while others are read.</summary>
    public CopiedRow Copy() => new([.. values], row.AsSpan(0, values.Sum(v => Math.Max(0, v.Length))).ToArray());

    public CopiedRow Current => new(values, row);

    public ValueTask DisposeAsync() => from.DisposeAsync();

    private async ValueTask Begin(CancellationToken stop)
    {
        begun = true;
        var head = await Take(Signature.Length + 8, stop);
        if (!head.Span.StartsWith(Signature))
        {
            throw new InvalidDataException("These are no rows of COPY.");
        }

        var more = BinaryPrimitives.ReadInt32BigEndian(head.Span[^4..]);
        if (more != 0)
        {
            throw new InvalidDataException("The head of the rows is longer than any known.");
        }
    }

    private async ValueTask<int> Fill(int filled, int length, CancellationToken stop)
    {
        var end = filled + Math.Max(0, length);
        if (end > row.Length)
        {
            Array.Resize(ref row, Math.Max(end, row.Length * 2));
        }

        while (filled < end)
        {
            var some = await Take(Math.Min(end - filled, ahead.Length / 2), stop);
            some.CopyTo(row.AsMemory(filled));
            filled += some.Length;
        }

        return filled;
    }

    /// <summary>The next bytes, valid until more are taken.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> Take(int count, CancellationToken stop)
    {
        if (read.End - read.Next < count)
        {
            ahead.AsSpan(read.Next..read.End).CopyTo(ahead);
            read = (0, read.End - read.Next);
            while (read.End < count)
            {
                var more = await from.ReadAsync(ahead.AsMemory(read.End), stop);
                read.End += more > 0 ? more : throw new InvalidDataException("The rows end in the middle.");
            }
        }

        var taken = ahead.AsMemory(read.Next, count);
        read.Next += count;
        return taken;
    }
}

/// <summary>A row of values.</summary>
/// <param name="values">where each lies; length −1 stands for none</param>
/// <param name="bytes">their bytes</param>
internal readonly struct CopiedRow(IReadOnlyList<(int Start, int Length)> values, byte[] bytes)
{
    public bool IsNull(int column) => values[column].Length < 0;

    public ReadOnlySpan<byte> Bytes(int column) => bytes.AsSpan(values[column].Start, Math.Max(0, values[column].Length));

    public long Number(int column) => values[column].Length == 4 ? BinaryPrimitives.ReadInt32BigEndian(Bytes(column)) : BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    public Guid Id(int column) => new(Bytes(column), bigEndian: true);
}
