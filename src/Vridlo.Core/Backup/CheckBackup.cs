using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Backup;

/// <summary>
/// Goes through all of an archive: its form, the hash of every part, that its database is one this program can take, and that the
/// record in it is whole and ends where the manifest says.
/// </summary>
internal sealed class CheckBackup(AppDb db, IEngine engine)
{
    /// <summary>The problem that is found first, or what the archive holds.</summary>
    /// <param name="path">the archive</param>
    /// <param name="folder">an empty folder to work in</param>
    /// <param name="progress">share done</param>
    /// <param name="stop">ends it</param>
    public async Task<Result<Manifest>> Run(string path, string folder, IProgress<double>? progress, CancellationToken stop)
    {
        try
        {
            var opened = ArchiveReader.At(path);
            if (!opened.Ok)
            {
                return opened.Problems.ToArray();
            }

            using var archive = opened.Value;
            if (Refusal(archive.Manifest) is { } refusal)
            {
                return refusal;
            }

            await engine.Copy.Unpack(db, archive.Manifest.Migration, archive, folder, stop);
            return await Through(archive, folder, progress, stop) is { } fault ? fault : archive.Manifest;
        }
        catch (Exception failure) when (BackupFaults.Of(failure, engine, path) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>Compares hashes and verifies the record, beside each other, in an archive that is unpacked.</summary>
    private async Task<Problem?> Through(ArchiveReader archive, string folder, IProgress<double>? progress, CancellationToken stop)
    {
        var comparing = Task.Run(() => archive.Compare(progress, stop), stop);
        try
        {
            var (head, faults) = await VerifyRecord.Of((pass, end) => engine.Copy.ReadRecord(archive, folder, pass, end), earlier: null, progress: null, stop);
            if (await comparing is { } damaged)
            {
                return damaged;
            }

            return faults.Count > 0 ? Problem.Invalid("core.backup.record", null, faults.Count, faults[0].Where)
                : Convert.ToHexStringLower(head.Seal) != archive.Manifest.Head ? Problem.Invalid("core.backup.damaged", null, Manifest.Name)
                : null;
        }
        catch (InvalidDataException) when (!comparing.IsFaulted)
        {
            // A damaged part is named before what follows from it.
            if (await comparing is { } damaged)
            {
                return damaged;
            }

            throw;
        }
    }

    private Problem? Refusal(Manifest manifest) =>
        manifest.Engine != engine.Name ? Problem.Invalid("core.backup.engine", null, manifest.Engine, engine.Name)
        : !db.Database.GetMigrations().Contains(manifest.Migration, StringComparer.Ordinal) ? Problem.Invalid("core.backup.newer", null, manifest.Version)
        : null;
}
