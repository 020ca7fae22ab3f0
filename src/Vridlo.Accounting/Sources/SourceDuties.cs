using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Duties;

namespace Vridlo.Accounting.Sources;

/// <summary>A source that fails or falls silent says so to those who keep it.</summary>
internal static class SourceDuties
{
    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        if (!asker.May(AccountingRights.Manage))
        {
            return [];
        }

        var now = unit.GetRequiredService<IClock>().GetCurrentInstant();
        return [.. from shown in await unit.GetRequiredService<ReadSources>().All(stop)
                   where shown.Failed || shown.Silent(now)
                   select new Duty(
                       shown.Failed ? "accounting.duty.failed" : "accounting.duty.silent",
                       new(shown.Source.Name),
                       $"/prace/ucetnictvi/{shown.Source.Code}",
                       (shown.Failed ? shown.FailedAt : shown.DueAt) ?? now,
                       shown.Failed ? null : shown.DueAt?.InZone(DateText.Zone).Date)];
    }
}
