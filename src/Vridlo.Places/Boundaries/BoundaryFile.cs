using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using Vridlo.Base;

namespace Vridlo.Places.Boundaries;

/// <summary>Opens what an operator has: XML or GeoJSON, as it is or packed with gzip or zip, told by content and not by name.</summary>
internal static class BoundaryFile
{
    /// <summary>The state's largest file unpacks to about 2 GB.</summary>
    private const long LargestXml = 8L * 1024 * 1024 * 1024;
    private const long LargestJson = 512L * 1024 * 1024;

    /// <param name="path">the file</param>
    /// <param name="wanted">whether the boundary with the code is worth reading</param>
    /// <param name="progress">the share of the file that was read</param>
    /// <param name="stop">gives up</param>
    public static async Task<Result<List<BoundaryFound>>> Read(string path, Func<string, bool> wanted, IProgress<double> progress, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        try
        {
            var first = First(path);
            using var file = new Unpacked(path);
            return file.Content is null ? Problem.Invalid("places.boundaries.empty-archive", null, name)
                : first is '{' ? await BoundaryGeoJson.Read(new LimitedStream(file.Content, LargestJson), stop)
                : first is '<' ? Xml(file, wanted, progress, stop)
                : Problem.Invalid("places.boundaries.not-register", null, name);
        }
        catch (TooLargeException)
        {
            return Problem.Invalid("places.boundaries.too-large", null, name);
        }
        catch (XmlException broken)
        {
            return Problem.Invalid(broken.LineNumber > 0 ? "places.boundaries.broken-xml" : "places.boundaries.not-register", null, name, broken.LineNumber);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return Problem.Invalid("places.boundaries.broken-json", null, name);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Problem.Invalid("places.boundaries.unreadable", null, path);
        }
    }

    private static List<BoundaryFound> Xml(Unpacked file, Func<string, bool> wanted, IProgress<double> progress, CancellationToken stop)
    {
        var found = new List<BoundaryFound>();
        foreach (var boundary in RegisterXml.Read(new LimitedStream(file.Content!, LargestXml), wanted))
        {
            stop.ThrowIfCancellationRequested();
            found.Add(boundary);
            progress.Report(file.Done);
        }

        return found;
    }

    /// <summary>The first character that is not white space.</summary>
    private static char First(string path)
    {
        using var file = new Unpacked(path);
        Span<byte> head = stackalloc byte[64];
        head = head[..(file.Content?.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) ?? 0)];
        if (head is [0xEF, 0xBB, 0xBF, ..])
        {
            head = head[3..];
        }

        head = head.TrimStart(" \t\r\n"u8);
        return head.IsEmpty ? '\0' : (char)head[0];
    }

    /// <summary>A file as it is, or what is packed in it.</summary>
    private sealed class Unpacked : IDisposable
    {
        private static readonly string[] Known = [".xml", ".gml", ".json", ".geojson"];

        private readonly FileStream file;
        private readonly ZipArchive? archive;

        public Unpacked(string path)
        {
            file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[2];
            _ = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
            file.Position = 0;
            archive = magic is [(byte)'P', (byte)'K'] ? new(file, ZipArchiveMode.Read, leaveOpen: true) : null;
            Content = archive is not null ? archive.Entries.FirstOrDefault(e => Known.Contains(Path.GetExtension(e.Name).ToLowerInvariant()))?.Open()
                : magic is [0x1F, 0x8B] ? new GZipStream(file, CompressionMode.Decompress)
                : file;
        }

        /// <summary>The content; null when an archive has nothing that could be it.</summary>
        public Stream? Content { get; }

        /// <summary>The share of the packed file that was read.</summary>
        public double Done => (double)file.Position / Math.Max(1, file.Length);

        public void Dispose()
        {
            Content?.Dispose();
            archive?.Dispose();
            file.Dispose();
        }
    }
}
