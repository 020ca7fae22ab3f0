using System.IO.Compression;
using System.Text;

namespace Vridlo.Base;

/// <summary>Why a package (DOCX, XLSX) is not opened.</summary>
public enum ZipFault
{
    /// <summary>It is none, or broken.</summary>
    Damaged,

    /// <summary>A part of it is encrypted.</summary>
    Encrypted,

    /// <summary>It would unpack to more than anybody writes.</summary>
    TooLarge,

    /// <summary>It brings definitions of its own, by which a reader can be led elsewhere (XXE).</summary>
    Unsafe,
}

/// <summary>Looks into a package of office documents before anything in it is believed: bombs, protection, definitions of its own.</summary>
public static class ZipSafety
{
    /// <summary>No part of a package may unpack to more than this (in bytes).</summary>
    public const long LargestPart = 256L * 1024 * 1024;

    private const long LargestWhole = 512L * 1024 * 1024;
    private const int MostEntries = 10_000;
    private const int LargestRatio = 400;

    /// <summary>Looks at every part, unpacking it once whatever size its header claims.</summary>
    /// <param name="bytes">the package</param>
    /// <param name="names">the names of its parts, as far as they could be read</param>
    /// <returns>what is wrong with it, or null</returns>
    public static ZipFault? Look(byte[] bytes, out IReadOnlyList<string> names)
    {
        names = [];
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
            {
                return ZipFault.TooLarge;
            }

            names = [.. archive.Entries.Select(e => e.FullName)];
            return archive.Entries.Select(Fault).FirstOrDefault(f => f is not null);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return ZipFault.Damaged;
        }
    }

    private static ZipFault? Fault(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            return ZipFault.Encrypted;
        }

        if (entry.Length > LargestPart || (entry.Length > 1_000_000 && entry.Length / Math.Max(1, entry.CompressedLength) > LargestRatio))
        {
            return ZipFault.TooLarge;
        }

        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        using var stream = entry.Open();
        return Unpack(stream, entry.Length);
    }

    /// <summary>Unpacks a part once and looks for a document type at its head.</summary>
    private static ZipFault? Unpack(Stream stream, long claimed)
    {
        var head = new byte[4096];
        var got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (Encoding.Latin1.GetString(head, 0, got).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return ZipFault.Unsafe;
        }

        var buffer = new byte[81920];
        long total = got;
        for (int more; (more = stream.Read(buffer)) > 0;)
        {
            if ((total += more) > Math.Min(LargestWhole, claimed + buffer.Length))
            {
                return ZipFault.TooLarge;
            }
        }

        return null;
    }
}
