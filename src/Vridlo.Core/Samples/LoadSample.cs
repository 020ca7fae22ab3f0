using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.Samples;

/// <summary>What came of loading.</summary>
/// <param name="Steps">steps of the whole</param>
/// <param name="Done">how many of them were done now; none when all was there already</param>
public sealed record SampleLoaded(int Steps, int Done);

/// <summary>
/// Loads sample data into an installation in which nobody has done anything yet. Loading again does nothing; a load that was broken off
/// goes on.
/// </summary>
public sealed class LoadSample(IServiceScopeFactory scopes, Declarations declared, SampleLabel label, IClock clock)
{
    private const string Begun = "samples.begun", Loaded = "samples.loaded";

    /// <param name="seed">what it is generated from</param>
    /// <param name="progress">the share that is done</param>
    /// <param name="stop">ends it; what is done so far stays</param>
    /// <returns><c>samples.used</c> when somebody has entered something here; <c>samples.other-seed</c> when it holds other sample data</returns>
    public async Task<Result<SampleLoaded>> Run(int seed, IProgress<double> progress, CancellationToken stop)
    {
        var mark = await Within(unit => Begin(unit, seed, stop));
        if (!mark.Ok)
        {
            return mark.Problems.ToArray();
        }

        label.Begin();
        var year = new SampleYear(mark.Value.Seed, mark.Value.Day);
        List<SampleStep> steps = [.. declared.Samples.SelectMany(s => s(year))];
        var before = mark.Value.Done;
        foreach (var (i, step) in steps.Index().Skip(before))
        {
            if (await Within(unit => Do(unit, step, stop)) is { } refused)
            {
                return refused;
            }

            progress.Report((i + 1.0) / steps.Count);
        }

        return mark.Value.Finished is not null || await Within(unit => Finish(unit, stop))
            ? new SampleLoaded(steps.Count, Math.Max(0, steps.Count - before)) : Problem.Conflict("samples.meanwhile");
    }

    private static async Task<Problem?> Do(IServiceProvider unit, SampleStep step, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        var own = new SampleUnit(unit, await db.Set<SampleMark>().FirstAsync(stop));
        if (await step(own, stop) is { } refused)
        {
            return refused;
        }

        if (!own.IsCounted)
        {
            own.Count();
            return await db.Keep(stop) ? null : Problem.Conflict("samples.meanwhile");
        }

        return null;
    }

    private async Task<Result<SampleMark>> Begin(IServiceProvider unit, int seed, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        if (await db.Set<SampleMark>().AsNoTracking().FirstOrDefaultAsync(stop) is { } there)
        {
            return there.Seed == seed ? there : Problem.Conflict("samples.other-seed", $"{there.Seed}");
        }

        // What the first start loads is nobody's act but the system's.
        var system = Actor.System.Kind;
        if (await db.Set<RecordedAct>().AnyAsync(a => a.ActorKind != system, stop))
        {
            return Problem.Conflict("samples.used");
        }

        var now = clock.GetCurrentInstant();
        var mark = new SampleMark { Id = SampleMark.Only, Seed = seed, Day = now.InZone(DateText.Zone).Date, Done = 0 };
        db.Add(mark);
        db.AlsoChanges(IChangeFeed.Everything);
        return await db.Commit(new(Actor.System, Begun, $"{seed}"), stop) ? mark : Problem.Conflict("samples.meanwhile");
    }

    private async Task<bool> Finish(IServiceProvider unit, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        (await db.Set<SampleMark>().FirstAsync(stop)).Finished = clock.GetCurrentInstant();
        db.AlsoChanges(IChangeFeed.Everything);
        return await db.Commit(new(Actor.System, Loaded, ""), stop);
    }

    private async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().Become(Actor.System);
        return await work(scope.ServiceProvider);
    }
}
