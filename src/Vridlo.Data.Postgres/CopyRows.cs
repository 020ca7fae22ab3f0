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
    private byte[] ahead = new byte[128 * 1024];
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

        while (!Look())
        {
            await More(stop);
        }

        return values.Count > 0;
    }

    /// <summary>The whole row, to be kept while others are read.</summary>
    public CopiedRow Copy()
    {
        var begins = values[0].Start;
        return new([.. values.Select(v => (v.Start - begins, v.Length))], ahead.AsSpan(begins..read.Next).ToArray());
    }

    public CopiedRow Current => new(values, ahead);

    public ValueTask DisposeAsync() => from.DisposeAsync();

    private async ValueTask Begin(CancellationToken stop)
    {
        begun = true;
        var length = Signature.Length + 8;
        while (read.End < length)
        {
            await More(stop);
        }

        if (!ahead.AsSpan().StartsWith(Signature))
        {
            throw new InvalidDataException("These are no rows of COPY.");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(ahead.AsSpan(length - 4)) != 0)
        {
            throw new InvalidDataException("The head of the rows is longer than any known.");
        }

        read.Next = length;
    }

    /// <summary>Finds the values of the row that follows; the end is a row without any.</summary>
    /// <returns>false when more must be read before</returns>
    private bool Look()
    {
        values.Clear();
        var (at, end) = (read.Next + 2, read.End);
        if (at > end)
        {
            return false;
        }

        var count = BinaryPrimitives.ReadInt16BigEndian(ahead.AsSpan(read.Next));
        for (var i = 0; i < count; i++)
        {
            if (at + 4 > end)
            {
                return false;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(ahead.AsSpan(at));
            if (length is < -1 or > Longest)
            {
                throw new InvalidDataException("A value has no such length.");
            }

            values.Add((at + 4, length));
            at += 4 + Math.Max(0, length);
            if (at > end)
            {
                return false;
            }
        }

        read.Next = at;
        return true;
    }

    /// <summary>Reads on; what was not yet looked at moves to the front. Room grows with what has come, whatever a length claims.</summary>
    private async ValueTask More(CancellationToken stop)
    {
        if (read.Next > 0)
        {
            ahead.AsSpan(read.Next..read.End).CopyTo(ahead);
            read = (0, read.End - read.Next);
        }

        if (read.End == ahead.Length)
        {
            Array.Resize(ref ahead, ahead.Length * 2);
        }

        var more = await from.ReadAsync(ahead.AsMemory(read.End), stop);
        read.End += more > 0 ? more : throw new InvalidDataException("The rows end in the middle.");
    }
}

/// <summary>A row of values.</summary>
/// <param name="values">where each lies; length −1 stands for none</param>
/// <param name="bytes">their bytes</param>
internal readonly struct CopiedRow(List<(int Start, int Length)> values, byte[] bytes)
{
    public bool IsNull(int column) => values[column].Length < 0;

    public ReadOnlySpan<byte> Bytes(int column) => bytes.AsSpan(values[column].Start, Math.Max(0, values[column].Length));

    public long Number(int column) => values[column].Length == 4 ? BinaryPrimitives.ReadInt32BigEndian(Bytes(column)) : BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    public Guid Id(int column) => new(Bytes(column), bigEndian: true);
}
