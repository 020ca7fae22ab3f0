using System.Buffers.Binary;
using System.Text;

namespace Vridlo.Core.Backup;

/// <summary>
/// The block that stands before each part of an archive, in the form of tar, so that any tar can open one. It follows from name and length
/// alone: a block with one byte changed is not what it should be, and is found.
/// </summary>
internal static class TarBlock
{
    public const int Size = 512;

    private const int LongestName = 100;
    private const long MostOctal = 0x1_FFFF_FFFF;

    public static byte[] Of(string name, long length)
    {
        var block = new byte[Size];
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            throw new ArgumentException("The name is too long.", nameof(name));
        }

        Encoding.UTF8.GetBytes(name, block);
        Octal(block.AsSpan(100, 8), 0x180);
        Octal(block.AsSpan(108, 8), 0);
        Octal(block.AsSpan(116, 8), 0);
        Octal(block.AsSpan(136, 12), 0);
        block[156] = (byte)'0';
        "ustar\000"u8.CopyTo(block.AsSpan(257));
        if (length <= MostOctal)
        {
            Octal(block.AsSpan(124, 12), length);
        }
        else
        {
            // From 8 GiB on, as GNU tar writes it.
            block[124] = 0x80;
            BinaryPrimitives.WriteInt64BigEndian(block.AsSpan(128), length);
        }

        block.AsSpan(148, 8).Fill((byte)' ');
        Octal(block.AsSpan(148, 7), block.Sum(b => (long)b));
        return block;
    }

    /// <summary>Name and length of a part; null when this is no such block.</summary>
    public static (string Name, long Length)? Read(ReadOnlySpan<byte> block)
    {
        var name = block[..LongestName];
        var end = name.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
        var length = block[124] == 0x80 ? BinaryPrimitives.ReadInt64BigEndian(block[128..]) : FromOctal(block.Slice(124, 11));
        return length >= 0 && text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= LongestName && block.SequenceEqual(Of(text, length)) ? (text, length) : null;
    }

    /// <summary>How many bytes after a part of this length fill the last block.</summary>
    public static int Padding(long length) => (int)((Size - (length % Size)) % Size);

    private static void Octal(Span<byte> field, long number) =>
        Encoding.ASCII.GetBytes(Convert.ToString(number, 8).PadLeft(field.Length - 1, '0').AsSpan(), field);

    private static long FromOctal(ReadOnlySpan<byte> field)
    {
        var number = 0L;
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return -1;
            }

            number = (number * 8) + (digit - '0');
        }

        return number;
    }
}
