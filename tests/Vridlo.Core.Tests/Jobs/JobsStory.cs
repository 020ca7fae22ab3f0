using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Jobs;

public sealed class JobsStory
{
    private const string Name = "test.work";
    private static readonly Duration Hour = Duration.FromHours(1);

    [Theory, BothEngines]
    public async Task Several_processes_do_what_is_due_once(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var done = new ConcurrentQueue<Instant>();
        RunJobs[] runners = [.. new[] { world, other, world, other }.Select(w => Runner(w, (_, _) => Note(done, w.Clock.Now)))];
        await Enter(world, other);
        for (var round = 1; round <= 10; round++)
        {
            await Task.WhenAll(runners.Select(r => Task.Run(() => Round(r))));
            Assert.Equal(round, done.Count);
            await Task.WhenAll(runners.Select(r => Task.Run(() => Round(r))));
            Assert.Equal(round, done.Count);
            world.Clock.Now = other.Clock.Now += Hour;
        }
    }

    [Theory, BothEngines]
    public async Task When_the_holder_dies_another_takes_over_and_not_before(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var done = new ConcurrentQueue<Instant>();
        var runner = Runner(world, (_, _) => Note(done, world.Clock.Now));
        Runner(other, (_, _) => Task.CompletedTask);
        await Enter(world, other);
        Assert.True(await Lease(other).Take(Job(other), "dies", default));
        await Round(runner);
        world.Clock.Now += JobLease.Life - Duration.FromSeconds(1);
        await Round(runner);
        Assert.Empty(done);
        Assert.Equal("dies", (await Listed(world)).Holder);
        world.Clock.Now += Duration.FromSeconds(1);
        await Round(runner);
        Assert.Single(done);
        await Lease(other).End(Job(other), "dies", new InvalidOperationException("too late"), default);
        Assert.Null((await Listed(world)).Error);
    }

    [Theory, BothEngines]
    public async Task Who_lives_keeps_the_job_however_long_it_takes(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var (goOn, begun) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Runner(world, (_, _) =>
        {
            begun.SetResult();
            return goOn.Task;
        });
        var second = Runner(other, (_, _) => throw new InvalidOperationException("done twice"));
        await Enter(world, other);
        var running = Assert.Single(await slow.Begin(default));
        await begun.Task;
        for (var minutes = 0; minutes < 5; minutes++)
        {
            world.Clock.Now = other.Clock.Now += JobLease.Life - Duration.FromSeconds(1);
            var until = world.Clock.Now + JobLease.Life;
            await Until(() => world.In(unit => unit.GetRequiredService<AppDb>().Set<JobRow>().AnyAsync(j => j.Name == Name && j.HeldUntil == until)));
            Assert.Empty(await second.Begin(default));
        }

        goOn.SetResult();
        await running;
        Assert.Equal((null, null), ((await Listed(world)).Holder, (await Listed(world)).Error));
    }

    [Theory, BothEngines]
    public async Task Who_has_lost_the_job_breaks_off_and_spoils_nothing(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var slow = Runner(world, (_, stop) => Task.Delay(Timeout.Infinite, stop));
        Runner(other, (_, _) => Task.CompletedTask);
        await Enter(world, other);
        var running = Assert.Single(await slow.Begin(default));
        other.Clock.Now += JobLease.Life * 10;
        Assert.True(await Lease(other).Take(Job(other), "second", default));
        await running.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("second", (await Listed(world)).Holder);
    }

    [Theory, BothEngines]
    public async Task What_goes_wrong_is_said_tried_again_soon_and_holds_nothing_else_up(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var done = new ConcurrentQueue<Instant>();
        var fails = true;
        var runner = Runner(world, (_, _) => fails ? throw new InvalidOperationException("no luck") : Note(done, world.Clock.Now));
        world.Services.GetRequiredService<Declarations>().Job("test.other", Schedule.Every(Hour), (_, _) => Note(done, world.Clock.Now));
        await Enter(world);
        await Round(runner);
        var listed = await Listed(world);
        Assert.Contains("no luck", listed.Error, StringComparison.Ordinal);
        Assert.Equal((world.Clock.Now + JobLease.AfterFailure, null, world.Clock.Now), (listed.Next, listed.Holder, listed.Ended!.Value));
        Assert.Single(done);
        (fails, world.Clock.Now) = (false, listed.Next);
        await Round(runner);
        listed = await Listed(world);
        Assert.Equal((null, world.Clock.Now + Hour), (listed.Error, listed.Next));
        Assert.Equal(2, done.Count);
    }

    [Theory, BothEngines]
    public async Task Who_is_stopped_in_the_middle_leaves_the_job_to_the_next(Engine engine)
    {
        await using var world = await World.Empty(engine);
        using var stop = new CancellationTokenSource();
        var runner = Runner(world, (_, end) => Task.Delay(Timeout.Infinite, end));
        await Enter(world);
        var running = Assert.Single(await runner.Begin(stop.Token));
        await stop.CancelAsync();
        await running;
        var listed = await Listed(world);
        Assert.Equal((null, null, world.Clock.Now), (listed.Holder, listed.Error, listed.Next));
    }

    [Theory, BothEngines]
    public async Task The_system_asks_in_a_job(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var runner = Runner(world, (unit, _) =>
        {
            Assert.Equal("system", unit.GetRequiredService<Asker>().Act("a", "b").Who.Kind);
            return Task.CompletedTask;
        });
        await Enter(world);
        await Round(runner);
        Assert.Null((await Listed(world)).Error);
    }

    [Theory, BothEngines]
    public async Task A_job_that_is_scheduled_more_often_now_does_not_wait_as_long_as_before(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await Round(Runner(world, (_, _) => Task.CompletedTask, Duration.FromDays(30)), world);
        await using var newer = world.Beside();
        Runner(newer, (_, _) => Task.CompletedTask);
        await Enter(newer);
        Assert.Equal(world.Clock.Now + Hour, (await Listed(newer)).Next);
    }

    /// <summary>A process with the job, and only with that: Core's own would be due as well.</summary>
    private static RunJobs Runner(World world, JobWork work, Duration? every = null)
    {
        var declared = world.Services.GetRequiredService<Declarations>();
        if (declared.Jobs.All(j => j.Name != Name))
        {
            declared.Job(Name, Schedule.Every(every ?? Hour), work);
        }

        return new(Lease(world), world.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<RunJobs>.Instance) { Pulse = TimeSpan.FromMilliseconds(20) };
    }

    private static async Task Enter(params World[] worlds)
    {
        foreach (var world in worlds)
        {
            await Lease(world).Enter(default);
        }

        await Task.WhenAll(await new RunJobs(Only(worlds[0]), worlds[0].Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<RunJobs>.Instance).Begin(default));
    }

    /// <summary>What Core and the modules declare is done first, so that only the test's own is due.</summary>
    private static JobLease Only(World world)
    {
        var declared = new Declarations();
        foreach (var job in world.Services.GetRequiredService<Declarations>().Jobs.Where(j => !j.Name.StartsWith("test.", StringComparison.Ordinal)))
        {
            declared.Job(job.Name, Schedule.Every(Duration.FromDays(1000)), job.Work);
        }

        return new(world.Services.GetRequiredService<IServiceScopeFactory>(), world.Clock, declared);
    }

    private static async Task Round(RunJobs runner, World? enter = null)
    {
        if (enter is not null)
        {
            await Enter(enter);
        }

        await Task.WhenAll(await runner.Begin(default));
    }

    private static JobLease Lease(World world) => world.Services.GetRequiredService<JobLease>();

    private static Job Job(World world) => world.Services.GetRequiredService<Declarations>().Jobs.Single(j => j.Name == Name);

    private static async Task<JobListed> Listed(World world) =>
        (await world.Services.GetRequiredService<IJobs>().All(default)).Single(j => j.Name == Name);

    private static Task Note(ConcurrentQueue<Instant> done, Instant at)
    {
        done.Enqueue(at);
        return Task.CompletedTask;
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await done())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
