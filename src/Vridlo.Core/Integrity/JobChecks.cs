using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;

namespace Vridlo.Core.Integrity;

/// <summary>Whether recurring work is done.</summary>
internal static class JobChecks
{
    private static readonly Duration Patience = Duration.FromDays(1);

    public static IEnumerable<IntegrityCheck> All =>
    [
        new("core.check.job-late", Severity.Warning, "core.check.job-late.title", "core.check.job-late.todo", Late),
        new("core.check.job-failed", Severity.Warning, "core.check.job-failed.title", "core.check.job-failed.todo", Failed),
    ];

    /// <summary>Jobs that have been due for more than a day and that nobody does. Where no server has ever run, there are none.</summary>
    private static async Task<IReadOnlyList<Finding>> Late(IServiceProvider services, CancellationToken stop)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var before = now - Patience;
        var late = await services.GetRequiredService<AppDb>().Set<JobRow>().AsNoTracking()
            .Where(j => j.NextAt < before && (j.HeldUntil == null || j.HeldUntil < now)).OrderBy(j => j.Name).Select(j => j.Name).ToListAsync(stop);
        return [.. late.Select(name => new Finding(name))];
    }

    private static async Task<IReadOnlyList<Finding>> Failed(IServiceProvider services, CancellationToken stop)
    {
        var failed = await services.GetRequiredService<AppDb>().Set<JobRow>().AsNoTracking()
            .Where(j => j.Error != null).OrderBy(j => j.Name).Select(j => new { j.Name, j.Error }).ToListAsync(stop);
        return [.. failed.Select(j => new Finding($"{j.Name} ({j.Error})"))];
    }
}
