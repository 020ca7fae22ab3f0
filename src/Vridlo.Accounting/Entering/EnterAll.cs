using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Entering;

/// <summary>Every hour: numbers may have been given to instruments, and what was broken off goes on. A source that fails stops no other.</summary>
internal static partial class EnterAll
{
    private static readonly Duration Kept = Duration.FromDays(7);

    public static async Task Run(IServiceProvider unit, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        var before = unit.GetRequiredService<IClock>().GetCurrentInstant() - Kept;
        await db.Set<Upload>().Where(u => u.At < before).ExecuteDeleteAsync(stop);
        var failed = new List<Exception>();
        foreach (var source in await db.Set<Source>().AsNoTracking().OrderBy(s => s.Code).Select(s => new { s.Id, s.Code }).ToListAsync(stop))
        {
            try
            {
                await unit.GetRequiredService<EnterApart>().Run(source.Id, stop);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
            {
                Failed(unit.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EnterAll)), failure, source.Code);
                failed.Add(failure);
            }
        }

        // The job says that something failed once all the others have had their turn.
        if (failed.Count > 0)
        {
            throw new AggregateException(failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows of the accounting source {Source} could not be entered.")]
    private static partial void Failed(ILogger log, Exception failure, string source);
}
