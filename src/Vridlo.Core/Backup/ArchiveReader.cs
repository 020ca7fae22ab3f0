using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary>
/// An archive that somebody gives us. Nothing in it is believed: every byte of it is either hashed or follows from other bytes, what it
/// says of lengths must fit the file, and names of files are looked at before anything is written. Parts are not compressed, so an
/// archive never holds more than it is long.
/// </summary>
internal sealed class ArchiveReader : IPartsIn, IDisposable
{
    private readonly SafeFileHandle file;
    private readonly Dictionary<string, (long Begin, long Length)> places;

    private ArchiveReader(SafeFileHandle file, Manifest manifest, Dictionary<string, (long Begin, long Length)> places) =>
        (this.file, Manifest, this.places) = (file, manifest, places);

    public Manifest Manifest { get; }

    public IReadOnlyList<string> Names => [.. Manifest.Parts.Select(p => p.Name)];

    /// <summary>How long all parts are together.</summary>
    public long Length => Manifest.Parts.Sum(p => p.Bytes);

    /// <summary>Opens an archive and compares its blocks with its manifest; the parts have not been read then.</summary>
    public static Result<ArchiveReader> At(string path)
    {
        if (!File.Exists(path))
        {
            return Problem.NotFound("core.backup.missing", path);
        }

        // Whoever has written it still holds it.
        var file = File.OpenHandle(path, share: FileShare.ReadWrite, options: FileOptions.SequentialScan);
        var read = Read(file, path);
        if (!read.Ok)
        {
            file.Dispose();
        }

        return read;
    }

    public Stream Open(string name) => places.TryGetValue(name, out var place) ? new PartStream(file, place.Begin, place.Length) : throw new InvalidDataException(name);

    /// <summary>Reads every part and compares its hash.</summary>
    public Problem? Compare(IProgress<double>? progress, CancellationToken stop)
    {
        var (buffer, done, all) = (new byte[1024 * 1024], 0L, Math.Max(1, Length));
        foreach (var part in Manifest.Parts)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var from = Open(part.Name);
            while (from.Read(buffer) is > 0 and var read)
            {
                stop.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                done += read;
                progress?.Report((double)done / all);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != part.Sha256)
            {
                return Problem.Invalid("core.backup.damaged", null, part.Path ?? part.Name);
            }
        }

        return null;
    }

    public void Dispose() => file.Dispose();

    private static Result<ArchiveReader> Read(SafeFileHandle file, string path)
    {
        var walk = Walk(file, path);
        if (!walk.Ok)
        {
            return walk.Problems.ToArray();
        }

        if (walk.Value is not [.. var before, { Name: Manifest.Name, Length: <= Manifest.Largest } own, { Name: Manifest.Hash, Length: 2 * SHA256.HashSizeInBytes + 16 } seal])
        {
            return Problem.Invalid("core.backup.foreign", null, path);
        }

        var json = Bytes(file, own.Begin, own.Length);
        if (Encoding.ASCII.GetString(Bytes(file, seal.Begin, seal.Length)) != $"{Convert.ToHexStringLower(SHA256.HashData(json))}  {Manifest.Name}\n")
        {
            return Problem.Invalid("core.backup.damaged", null, Manifest.Name);
        }

        var known = Parse(json);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        var manifest = known.Value;
        return manifest.Parts.Count == before.Length && manifest.Parts.Zip(before).All(p => p.First.Name == p.Second.Name && p.First.Bytes == p.Second.Length)
            ? new ArchiveReader(file, manifest, before.ToDictionary(b => b.Name, b => (b.Begin, b.Length), StringComparer.Ordinal))
            : Problem.Invalid("core.backup.damaged", null, Manifest.Name);
    }

    /// <summary>Where each part lies.</summary>
    private static Result<(string Name, long Begin, long Length)[]> Walk(SafeFileHandle file, string path)
    {
        var (places, names, at, end) = (new List<(string Name, long Begin, long Length)>(), new HashSet<string>(StringComparer.Ordinal), 0L, RandomAccess.GetLength(file));
        while (true)
        {
            var block = Bytes(file, at, TarBlock.Size);
            if (block.Length < TarBlock.Size)
            {
                return places.Count == 0 ? Problem.Invalid("core.backup.foreign", null, path) : Problem.Invalid("core.backup.truncated", null, path);
            }

            if (places.Count > 0 && !block.ContainsAnyExcept((byte)0))
            {
                var rest = Bytes(file, at + TarBlock.Size, 2 * TarBlock.Size);
                return rest.Length < TarBlock.Size ? Problem.Invalid("core.backup.truncated", null, path)
                    : rest.Length > TarBlock.Size || rest.ContainsAnyExcept((byte)0) ? Problem.Invalid("core.backup.damaged", null, path)
                    : places.ToArray();
            }

            if (TarBlock.Read(block) is not { } part || !names.Add(part.Name))
            {
                return places.Count == 0 ? Problem.Invalid("core.backup.foreign", null, path) : Problem.Invalid("core.backup.damaged", null, places[^1].Name);
            }

            var begin = at + TarBlock.Size;
            if (part.Length > end - begin - TarBlock.Padding(part.Length))
            {
                return Problem.Invalid("core.backup.truncated", null, path);
            }

            if (Bytes(file, begin + part.Length, TarBlock.Padding(part.Length)).ContainsAnyExcept((byte)0))
            {
                return Problem.Invalid("core.backup.damaged", null, part.Name);
            }

            places.Add((part.Name, begin, part.Length));
            at = begin + part.Length + TarBlock.Padding(part.Length);
        }
    }

    private static Result<Manifest> Parse(byte[] json)
    {
        try
        {
            // What a later program writes may have another shape; only its number is sure.
            using var any = JsonDocument.Parse(json);
            var format = any.RootElement.TryGetProperty("format", out var number) && number.TryGetInt32(out var value) ? value : 0;
            if (format > Manifest.Known)
            {
                return Problem.Invalid("core.backup.newer", null, any.RootElement.TryGetProperty("version", out var version) ? version.ToString() : "?");
            }

            var manifest = any.Deserialize<Manifest>(Manifest.Json);
            return manifest is { Engine: not null, Migration: not null, Head: not null, Parts: not null } && manifest.Parts.All(p => p is { Name: not null, Sha256: not null }) && FilePaths.AreSafe(manifest.Parts)
                ? manifest
                : Problem.Invalid("core.backup.damaged", null, Manifest.Name);
        }
        catch (JsonException)
        {
            return Problem.Invalid("core.backup.damaged", null, Manifest.Name);
        }
    }

    private static byte[] Bytes(SafeFileHandle file, long at, long count)
    {
        var bytes = new byte[count];
        var filled = 0;
        while (filled < count && RandomAccess.Read(file, bytes.AsSpan(filled), at + filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled == count ? bytes : bytes[..filled];
    }
}
