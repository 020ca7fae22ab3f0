using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vridlo.Core.Access;
using Vridlo.Core.Record;

namespace Vridlo.Core.Jobs;

/// <summary>Does what is due. Each job is on its own: one that fails or takes long holds no other up.</summary>
internal sealed partial class RunJobs(JobLease lease, IServiceScopeFactory scopes, ILogger<RunJobs> log)
{
    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>How often a holder says that it lives.</summary>
    public TimeSpan Pulse { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Takes the jobs that are due.</summary>
    /// <returns>the work on each that this process got</returns>
    public async Task<IReadOnlyList<Task>> Begin(CancellationToken stop)
    {
        var begun = new List<Task>();
        foreach (var job in await lease.Due(stop))
        {
            if (await lease.Take(job, holder, stop))
            {
                begun.Add(Run(job, stop));
            }
        }

        return begun;
    }

    private async Task Run(Job job, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var over = new CancellationTokenSource();
        var pulse = Live(job, lost, over.Token);
        var failure = await Done(job, lost.Token);
        await over.CancelAsync();
        await pulse;
        if (failure is not null && lost.IsCancellationRequested)
        {
            await lease.Leave(job, holder, CancellationToken.None);
            return;
        }

        if (failure is not null)
        {
            Failed(job.Name, failure);
        }

        await lease.End(job, holder, failure, CancellationToken.None);
    }

    private async Task<Exception?> Done(Job job, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Asker>().Become(Actor.System);
            await job.Work(scope.ServiceProvider, stop);
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong in one job is said in its row and must not end the server.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>Says that the holder lives; when somebody else has the job meanwhile, the work is broken off.</summary>
    private async Task Live(Job job, CancellationTokenSource lost, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Pulse, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!over.IsCancellationRequested && !await lease.Live(job, holder, CancellationToken.None))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
            catch (System.Data.Common.DbException failure)
            {
                // The database may be back before the lease has run out; if not, somebody else takes the job and this ends at the next pulse.
                NotAlive(job.Name, failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} went wrong.")]
    private partial void Failed(string job, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Job {Job} could not renew its lease: {Failure}")]
    private partial void NotAlive(string job, string failure);
}
