using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vridlo.Core.Jobs;

/// <summary>Looks every few seconds whether jobs are due. An idle system only reads.</summary>
internal sealed partial class JobClock(JobLease lease, RunJobs run, ILogger<JobClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly List<Task> running = [];
    private bool entered;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Round(stoppingToken);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A database that does not answer for a while must not end the server.</summary>
    private async Task Round(CancellationToken stop)
    {
        try
        {
            if (!entered)
            {
                await lease.Enter(stop);
                entered = true;
            }

            running.RemoveAll(r => r.IsCompleted);
            running.AddRange(await run.Begin(stop));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            NotLooked(failure);
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    [LoggerMessage(LogLevel.Error, "The jobs could not be looked through.")]
    private partial void NotLooked(Exception failure);
}
