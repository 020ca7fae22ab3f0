using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary>
/// Writes the whole installation into one archive while it runs: the database as it is at one moment, then the files of the data folder.
/// It stands under its name only once it is on the disk and every byte of it has been read back. What the record says of itself is not
/// asked: an installation whose record was tampered with needs its backup most (<see cref="CheckBackup"/> and <c>vridlo record verify</c> ask it).
/// </summary>
internal sealed class MakeBackup(AppDb db, IEngine engine, DataFolder data, IClock clock)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<Result<Manifest>> Run(string path, IProgress<double>? progress, CancellationToken stop)
    {
        path = Path.GetFullPath(path);
        var part = path + ".part";
        if (File.Exists(path) || Directory.Exists(path))
        {
            return Problem.Conflict("core.backup.there", path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Problem.NotFound("core.backup.no-folder", Path.GetDirectoryName(path)!);
        }

        if (path.StartsWith(Path.GetFullPath(data.Path) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Problem.Invalid("core.backup.inside", null, path);
        }

        try
        {
            File.Delete(part);
            var written = await Write(part, progress, stop);
            if (written.Ok)
            {
                File.Move(part, path, overwrite: false);
            }

            return written;
        }
        catch (Exception failure) when (BackupFaults.Of(failure, engine, path) is { } problem)
        {
            return problem;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<Result<Manifest>> Write(string part, IProgress<double>? progress, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        await using var file = new FileStream(part, options);
        await using var writer = new ArchiveWriter(file);
        var saved = await engine.Copy.Save(db, writer, progress, stop);
        foreach (var (number, (each, name)) in Files().Index())
        {
            await Add(writer, $"files/{number:D6}", each, name, stop);
        }

        var manifest = new Manifest(Manifest.Known, Manifest.Program, engine.Name, saved.Migration, InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()),
            saved.Acts, Convert.ToHexStringLower([.. saved.Seal]), writer.Parts.ToList());
        await writer.End(manifest, stop);

        // Every part was read back while it was written (HashingStream); what stands between them is read here, as whoever opens the archive does.
        if (writer.Damaged is { } damaged)
        {
            return Problem.Invalid("core.backup.damaged", null, damaged);
        }

        var opened = ArchiveReader.At(part);
        using var archive = opened.Value;
        return opened.Ok ? manifest : opened.Problems.ToArray();
    }

    private static async Task Add(ArchiveWriter writer, string name, string file, string path, CancellationToken stop)
    {
        FileStream from;
        try
        {
            from = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
        }
        catch (FileNotFoundException)
        {
            // Taken away since it was listed, such as a letter that was done with.
            return;
        }

        await using (from)
        {
            await writer.Add(name, path, part => from.CopyToAsync(part, stop), stop);
        }
    }

    /// <summary>The files of the data folder that are not the database, nor being written at the moment.</summary>
    private IEnumerable<(string File, string Path)> Files()
    {
        if (!Directory.Exists(data.Path))
        {
            yield break;
        }

        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var file in Directory.EnumerateFiles(data.Path, "*", all).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(data.Path, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!engine.Copy.IsDatabase(path) && !path.EndsWith(".tmp", StringComparison.Ordinal) && !RestoredFolder.IsOwn(path.Split('/')[0]))
            {
                yield return (file, path);
            }
        }
    }
}
