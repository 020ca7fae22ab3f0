using Microsoft.Win32.SafeHandles;

namespace Vridlo.Core.Backup;

/// <summary>
/// Has what was written brought to the disk while more is written, so that the flush at the end has little left to wait for: an operating
/// system that has memory to spare begins with none of it by itself.
/// </summary>
internal sealed class SteadyFlush(SafeFileHandle file) : IAsyncDisposable
{
    private const long Every = 64 * 1024 * 1024;

    private long waiting;
    private Task flushing = Task.CompletedTask;

    /// <summary>Tells that so many bytes were written; throws what went wrong with bringing earlier ones to the disk.</summary>
    public async Task Wrote(int bytes)
    {
        waiting += bytes;
        if (waiting >= Every && flushing.IsCompleted)
        {
            await flushing;
            (waiting, flushing) = (0, Task.Run(() => RandomAccess.FlushToDisk(file)));
        }
    }

    /// <summary>Brings all of it to the disk.</summary>
    public async Task End()
    {
        await flushing;
        RandomAccess.FlushToDisk(file);
    }

    public async ValueTask DisposeAsync() => await flushing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
