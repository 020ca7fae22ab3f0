using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary>Makes an installation of an archive: all or nothing, and only of one that was gone through and found good.</summary>
internal sealed class RestoreBackup(AppDb db, IEngine engine, DataFolder data)
{
    /// <param name="path">the archive</param>
    /// <param name="replace">whether what is there may be replaced</param>
    /// <param name="progress">share done</param>
    /// <param name="stop">ends it</param>
    public async Task<Result<Manifest>> Run(string path, bool replace, IProgress<double>? progress, CancellationToken stop)
    {
        try
        {
            RestoredFolder.Finish(data);
            await using var target = await engine.Copy.Target(db, stop);
            if (Refusal(target.State, replace) is { } refusal)
            {
                return refusal;
            }

            var folder = RestoredFolder.Prepare(data);
            var good = await new CheckBackup(db, engine).Run(path, folder, progress.Share(0, 0.6), stop);
            if (!good.Ok)
            {
                return good;
            }

            using var archive = ArchiveReader.At(path).Value ?? throw new InvalidDataException(path);
            await Files(archive, folder, stop);
            progress?.Report(0.7);
            await engine.Copy.Restore(db, archive.Manifest.Migration, archive, stop);
            RestoredFolder.Commit(data);
            progress?.Report(1);
            return good;
        }
        catch (Exception failure) when (BackupFaults.Of(failure, engine, data.Path) is { } problem)
        {
            return problem;
        }
        finally
        {
            RestoredFolder.Abandon(data);
        }
    }

    private Problem? Refusal(TargetState state, bool replace) => state switch
    {
        TargetState.InUse => Problem.Conflict("core.backup.in-use", data.Path),
        TargetState.Foreign => Problem.Conflict("core.backup.foreign-target"),
        TargetState.Ours when !replace => Problem.Conflict("core.backup.not-empty"),
        _ when !replace && Directory.Exists(data.Path) && Directory.EnumerateFileSystemEntries(data.Path).Any() => Problem.Conflict("core.backup.not-empty"),
        _ => null,
    };

    private static async Task Files(ArchiveReader archive, string folder, CancellationToken stop)
    {
        foreach (var part in archive.Manifest.Parts)
        {
            if (part.Path is not { } path)
            {
                continue;
            }

            var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            new DataFolder(folder).Private(Path.GetDirectoryName(path)!);
            await using var from = archive.Open(part.Name);
            await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await from.CopyToAsync(to, stop);
            to.Flush(flushToDisk: true);
        }
    }
}
