using System.IO.Compression;
using System.Text;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Looks into a Word package before anything is unpacked: bombs, protection, other formats, external definitions.</summary>
public static class WordSafety
{
    /// <summary>No part of a package may unpack to more than 256 MB.</summary>
    public const long LargestPart = 256L * 1024 * 1024;

    private const long LargestWhole = 512L * 1024 * 1024;
    private const int MostEntries = 10_000;
    private const int LargestRatio = 400;

    /// <returns>why the file must not be opened, or null</returns>
    public static Problem? Check(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries) return TooLarge();
            if (!archive.Entries.Any(entry => entry.FullName == "[Content_Types].xml")) return Unsupported(archive);
            return archive.Entries.Select(Check).FirstOrDefault(problem => problem is not null)
                ?? (archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? null : Unsupported(archive));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return Problem.Invalid("documents.damaged");
        }
    }

    private static Problem? Check(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) return Problem.Invalid("documents.password");
        if (entry.Length > LargestPart || entry.Length > 1_000_000 && entry.Length / Math.Max(1, entry.CompressedLength) > LargestRatio) return TooLarge();
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) return null;
        using var stream = entry.Open();
        return Unpack(stream, entry.Length);
    }

    /// <summary>Unpacks a part once, whatever size its header claims, and looks for a document type at its head.</summary>
    private static Problem? Unpack(Stream stream, long claimed)
    {
        var head = new byte[4096];
        var got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (Encoding.Latin1.GetString(head, 0, got).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return Problem.Invalid("documents.unsafe");
        var buffer = new byte[81920];
        long total = got;
        for (int more; (more = stream.Read(buffer)) > 0;)
            if ((total += more) > Math.Min(LargestWhole, claimed + 81920)) return TooLarge();
        return null;
    }

    private static Problem Unsupported(ZipArchive archive)
    {
        bool Has(string name) => archive.Entries.Any(entry => entry.FullName.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (Has("xl/")) return Problem.Invalid("documents.format-unsupported", null, "XLSX");
        if (Has("ppt/")) return Problem.Invalid("documents.format-unsupported", null, "PPTX");
        if (Has("content.xml")) return Problem.Invalid("documents.format-unsupported", null, "ODT");
        return Problem.Invalid(Has("[Content_Types].xml") || Has("word/") ? "documents.damaged" : "documents.not-a-document");
    }

    private static Problem TooLarge() => Problem.Invalid("documents.archive-too-large", null, LargestPart / 1024 / 1024);
}
