using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Core.Integrity;

/// <summary>The checks over the database. Each runs in a unit of work of its own, so that none sees what another has read.</summary>
internal sealed class RunChecks(AppDb db, Declarations declared, IServiceScopeFactory scopes, IClock clock) : IIntegrity
{
    /// <summary>The right to see what the checks have found and to run them; only administrators hold it.</summary>
    public const string Right = "core.checks";

    private const int LongestSubject = 300;

    public IQueryable<FindingListed> Findings => db.Set<FindingRow>().AsNoTracking()
        .Select(f => new FindingListed { Id = f.Id, Check = f.Check, Rank = f.Rank, Subject = f.Subject, Path = f.Path });

    public async Task<IReadOnlyList<CheckListed>> Checks(CancellationToken stop)
    {
        var runs = await db.Set<CheckRunRow>().AsNoTracking().ToDictionaryAsync(r => r.Check, stop);
        return [.. declared.Checks.OrderBy(c => c.Severity).Select(c => runs.GetValueOrDefault(c.Key) is { } run ? new CheckListed(c, run.RanAt, run.Found) : new(c, null, 0))];
    }

    public async Task<IReadOnlyList<(IntegrityCheck Check, IReadOnlyList<Finding> Found)>> Look(IProgress<double>? progress, CancellationToken stop)
    {
        var all = new List<(IntegrityCheck, IReadOnlyList<Finding>)>();
        foreach (var (done, check) in declared.Checks.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            all.Add((check, await check.Find(scope.ServiceProvider, stop)));
            progress?.Report((done + 1.0) / declared.Checks.Count);
        }

        return all;
    }

    public async Task Run(CancellationToken stop)
    {
        var all = await Look(progress: null, stop);
        var (now, before, runs) = (clock.GetCurrentInstant(), await db.Set<FindingRow>().ToListAsync(stop), await db.Set<CheckRunRow>().ToListAsync(stop));
        db.RemoveRange(before);
        db.RemoveRange(runs.Where(r => all.All(a => a.Check.Key != r.Check)));
        foreach (var (check, found) in all)
        {
            db.AddRange(found.Take(IIntegrity.MostKept).Select(f => new FindingRow
            {
                Id = Guid.CreateVersion7(),
                Check = check.Key,
                Rank = (int)check.Severity,
                Subject = f.Subject.Length > LongestSubject ? f.Subject[..LongestSubject] : f.Subject,
                Path = f.Path,
            }));
            if (runs.Find(r => r.Check == check.Key) is { } run)
            {
                (run.RanAt, run.Found) = (now, found.Count);
            }
            else
            {
                db.Add(new CheckRunRow { Check = check.Key, RanAt = now, Found = found.Count });
            }
        }

        // Who runs them at the same moment elsewhere writes the same; theirs stays then.
        await db.Keep(stop);
    }

    /// <summary>Findings lead to the page of a person; they go with the person.</summary>
    public static async Task Forget(AppDb db, PersonId person, CancellationToken stop)
    {
        var path = PeopleChecks.Path(person);
        db.RemoveRange(await db.Set<FindingRow>().Where(f => f.Path == path).ToListAsync(stop));
    }
}
