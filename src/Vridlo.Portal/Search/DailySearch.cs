using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary>At the start and after every midnight: what has come into force by itself is found from then on.</summary>
internal sealed class DailySearch(IServiceScopeFactory scopes, IClock clock) : BackgroundService
{
    private static readonly Act Act = new(Actor.System, "search.due", "an edition has come into force");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<RebuildSearch>().WhatIsDue(Act, stoppingToken);
            }

            var now = clock.GetCurrentInstant();
            var midnight = now.InZone(DateText.Zone).Date.PlusDays(1).AtStartOfDayInZone(DateText.Zone).ToInstant();
            await Task.Delay((midnight - now).ToTimeSpan(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
