using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Backup;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Backup;

/// <summary>A folder for archives, and what is done with them.</summary>
internal sealed class Archives : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vridlo-archives-").FullName;

    public string File(string name = "backup.tar") => Path.Combine(folder, name);

    public IReadOnlyList<string> Left => [.. Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static Task<Result<Manifest>> Make(World world, string file) => world.In(unit => new MakeBackup(
        unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IEngine>(), unit.GetRequiredService<DataFolder>(), unit.GetRequiredService<IClock>()).Run(file, null, default));

    public static Task<Result<Manifest>> Restore(World world, string file, bool replace = false) => world.In(unit => new RestoreBackup(
        unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IEngine>(), unit.GetRequiredService<DataFolder>()).Run(file, replace, null, default));

    public async Task<Result<Manifest>> Check(World world, string file)
    {
        var room = Directory.CreateDirectory(Path.Combine(folder, Guid.CreateVersion7().ToString("N"))).FullName;
        var found = await world.In(unit => new CheckBackup(unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IEngine>()).Run(file, room, null, default));
        Directory.Delete(room, recursive: true);
        return found;
    }

    /// <summary>Writes an archive whose form is right, with a manifest that says something else.</summary>
    public async Task<string> Forge(string from, Action<JsonNode> change, string name = "forged.tar")
    {
        using var archive = ArchiveReader.At(from).Value!;
        var manifest = JsonSerializer.SerializeToNode(archive.Manifest, Manifest.Json)!;
        change(manifest);
        await using var file = new FileStream(File(name), FileMode.Create);
        var writer = new ArchiveWriter(file);
        foreach (var part in archive.Manifest.Parts)
        {
            await using var bytes = archive.Open(part.Name);
            await writer.Add(part.Name, to => bytes.CopyToAsync(to), default);
        }

        await writer.End(manifest, default);
        return File(name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
