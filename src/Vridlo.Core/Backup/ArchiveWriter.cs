using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary>Writes an archive: each part after its block, then the manifest and its hash. See <see cref="TarBlock"/>.</summary>
internal sealed class ArchiveWriter(FileStream file) : IPartsOut, IAsyncDisposable
{
    private readonly List<ManifestPart> parts = [];
    private readonly SteadyFlush disk = new(file.SafeFileHandle);

    public IReadOnlyList<ManifestPart> Parts => parts;

    /// <summary>The first part that the file did not give back as it was written, or null.</summary>
    public string? Damaged { get; private set; }

    public Task Add(string name, Func<Stream, Task> write, CancellationToken stop) => Add(name, path: null, write, stop);

    public async Task Add(string name, string? path, Func<Stream, Task> write, CancellationToken stop)
    {
        var begins = file.Position;
        await file.WriteAsync(TarBlock.Of(name, 0), stop);
        await using var part = new HashingStream(file, disk);
        await write(part);
        var (hash, length) = (await part.End(stop), part.Length);
        Damaged ??= part.Differs ? path ?? name : null;
        await file.WriteAsync(new byte[TarBlock.Padding(length)], stop);
        var ends = file.Position;
        file.Position = begins;
        await file.WriteAsync(TarBlock.Of(name, length), stop);
        file.Position = ends;
        parts.Add(new(name, length, hash, path));
    }

    /// <summary>Ends the archive; it is on the disk then.</summary>
    /// <param name="manifest">a <see cref="Manifest"/>, or what a test writes in its place</param>
    /// <param name="stop">ends it</param>
    public async Task End<T>(T manifest, CancellationToken stop)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, Manifest.Json);
        await Add(Manifest.Name, part => part.WriteAsync(json, stop).AsTask(), stop);
        var hash = Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(json))}  {Manifest.Name}\n");
        await Add(Manifest.Hash, part => part.WriteAsync(hash, stop).AsTask(), stop);
        await file.WriteAsync(new byte[2 * TarBlock.Size], stop);
        await disk.End();
    }

    /// <summary>Waits for what is on its way to the disk: whoever was broken off in the middle closes the file next.</summary>
    public ValueTask DisposeAsync() => disk.DisposeAsync();
}
