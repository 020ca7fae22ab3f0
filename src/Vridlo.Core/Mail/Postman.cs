using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vridlo.Core.Mail;

/// <summary>
/// Looks every other second whether letters are due. Not a job with a lease: letters are claimed one by one, so every instance
/// may send, and an idle system only reads.
/// </summary>
internal sealed partial class Postman(IServiceScopeFactory scopes, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Round(stoppingToken) ? Pause : AfterFailure;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A database that does not answer for a while must not end the server.</summary>
    private async Task<bool> Round(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendMail>().Run(stop);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            NotLooked(failure.GetType().Name);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be looked through: {Failure}")]
    private partial void NotLooked(string failure);
}
