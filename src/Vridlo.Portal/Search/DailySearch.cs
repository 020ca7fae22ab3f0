using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary>At the start and after every midnight: what has come into force by itself is found from then on.</summary>
internal sealed partial class DailySearch(IServiceScopeFactory scopes, IClock clock, ILogger<DailySearch> log) : BackgroundService
{
    private static readonly Duration UntilNextTry = Duration.FromMinutes(5);
    private static readonly Act Act = new(Actor.System, "search.due", "an edition has come into force");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Done(stoppingToken) ? UntilMidnight() : UntilNextTry;
            await Task.Delay(pause.ToTimeSpan(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A database that does not answer for a while must not end the server.</summary>
    private async Task<bool> Done(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RebuildSearch>().WhatIsDue(Act, stop);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
            return false;
        }
    }

    private Duration UntilMidnight()
    {
        var now = clock.GetCurrentInstant();
        return now.InZone(DateText.Zone).Date.PlusDays(1).AtStartOfDayInZone(DateText.Zone).ToInstant() - now;
    }

    [LoggerMessage(LogLevel.Error, "Search could not take in what has come into force.")]
    private partial void Failed(Exception failure);
}
