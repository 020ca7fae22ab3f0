using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Backup;

/// <summary>What a machine can refuse while an archive is written or read, as problems that say so plainly.</summary>
internal static class BackupFaults
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;

    /// <summary>The problem behind a failure; null when it is a defect of ours.</summary>
    public static Problem? Of(Exception failure, IEngine engine, string path) => failure switch
    {
        _ when engine.IsFull(failure) || failure is IOException { HResult: NoSpaceLeft or QuotaExceeded } => Problem.Conflict("core.backup.full", path),
        InvalidDataException => Problem.Invalid("core.backup.unfit", null, failure.Message),
        IOException or UnauthorizedAccessException => Problem.Invalid("core.backup.unusable", null, path, failure.Message),
        _ => null,
    };
}
