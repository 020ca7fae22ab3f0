using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Jobs;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary>After every midnight: what has come into force by itself is found from then on.</summary>
internal static class DailySearch
{
    private static readonly Act Act = new(Actor.System, "search.due", "an edition has come into force");

    public static Schedule AfterMidnight { get; } = Schedule.Daily(LocalTime.Midnight);

    public static Task Run(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<RebuildSearch>().WhatIsDue(Act, stop);
}
