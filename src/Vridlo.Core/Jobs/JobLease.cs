using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Jobs;

/// <summary>
/// The rows of the jobs. Each change is one statement with its condition, so of two who take a job at once one gets it, on either
/// engine.
/// </summary>
internal sealed class JobLease(IServiceScopeFactory scopes, IClock clock, Declarations declared) : IJobs
{
    /// <summary>How long a holder that says nothing counts as alive.</summary>
    public static readonly Duration Life = Duration.FromMinutes(1);

    /// <summary>How soon a job that went wrong is tried again, unless it is due sooner.</summary>
    public static readonly Duration AfterFailure = Duration.FromMinutes(5);

    private const int LongestError = 500;

    /// <summary>Enters jobs never seen before, and brings those forward that are scheduled more often now than they were.</summary>
    public async Task Enter(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        foreach (var job in declared.Jobs)
        {
            var latest = job.Schedule.Next(now);
            await In(async db =>
            {
                if (!await db.Set<JobRow>().AnyAsync(j => j.Name == job.Name, stop))
                {
                    db.Add(new JobRow { Name = job.Name, NextAt = now });
                    return await db.Keep(stop) ? 1 : 0;
                }

                return await db.Set<JobRow>().Where(j => j.Name == job.Name && j.NextAt > latest)
                    .ExecuteUpdateAsync(j => j.SetProperty(x => x.NextAt, latest), stop);
            });
        }
    }

    /// <summary>The jobs that are due and that nobody is doing.</summary>
    public async Task<IReadOnlyList<Job>> Due(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var due = await In(db => db.Set<JobRow>().Where(j => j.NextAt <= now && (j.HeldUntil == null || j.HeldUntil <= now)).Select(j => j.Name).ToListAsync(stop));
        return [.. declared.Jobs.Where(j => due.Contains(j.Name))];
    }

    public async Task<bool> Take(Job job, string holder, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        return await In(db => db.Set<JobRow>()
            .Where(j => j.Name == job.Name && j.NextAt <= now && (j.HeldUntil == null || j.HeldUntil <= now))
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Holder, holder).SetProperty(x => x.HeldUntil, now + Life).SetProperty(x => x.BegunAt, now), stop)) == 1;
    }

    /// <returns>false when somebody else has taken it over</returns>
    public async Task<bool> Live(Job job, string holder, CancellationToken stop)
    {
        var until = clock.GetCurrentInstant() + Life;
        return await In(db => Held(db, job, holder).ExecuteUpdateAsync(j => j.SetProperty(x => x.HeldUntil, until), stop)) == 1;
    }

    public async Task End(Job job, string holder, Exception? failure, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var next = job.Schedule.Next(now);
        var (due, error) = failure is null ? (next, null) : (Instant.Min(next, now + AfterFailure), Said(failure));
        await In(db => Held(db, job, holder).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.Holder, (string?)null).SetProperty(x => x.HeldUntil, (Instant?)null)
                .SetProperty(x => x.EndedAt, now).SetProperty(x => x.NextAt, due).SetProperty(x => x.Error, error), stop));
    }

    /// <summary>Gives a job back that was not ended: it is due as before, for anybody.</summary>
    public Task Leave(Job job, string holder, CancellationToken stop) => In(db => Held(db, job, holder)
        .ExecuteUpdateAsync(j => j.SetProperty(x => x.Holder, (string?)null).SetProperty(x => x.HeldUntil, (Instant?)null), stop));

    public async Task<IReadOnlyList<JobListed>> All(CancellationToken stop)
    {
        var rows = await In(db => db.Set<JobRow>().AsNoTracking().ToDictionaryAsync(j => j.Name, stop));
        return [.. from job in declared.Jobs
                   orderby job.Name
                   let row = rows.GetValueOrDefault(job.Name)
                   select new JobListed(job.Name, row?.NextAt ?? Instant.MinValue, row?.BegunAt, row?.EndedAt, row?.Error, row?.Holder)];
    }

    private static IQueryable<JobRow> Held(AppDb db, Job job, string holder) => db.Set<JobRow>().Where(j => j.Name == job.Name && j.Holder == holder);

    private static string Said(Exception failure) =>
        $"{failure.GetType().Name}: {failure.Message}" is var said && said.Length > LongestError ? said[..LongestError] : said;

    private async Task<T> In<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
