using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Data;

/// <summary>What every engine must do; each has a subclass and nothing to add.</summary>
public abstract class EngineCompliance(Engine engine)
{
    [Fact]
    public async Task Model_and_migrations_agree() => await Within(unit =>
    {
        Assert.False(unit.GetRequiredService<AppDb>().Database.HasPendingModelChanges());
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Czech_order_is_the_databases_order() => await Within(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        string[] titles = ["hora", "chata", "Čáp", "cena", "žába", "ch", "ďábel", "dub"];
        db.AddRange(titles.Select(t => Row(t, t)));
        Assert.True(await db.Commit(Units.Act, default));
        Assert.Equal(["cena", "Čáp", "ďábel", "dub", "hora", "ch", "chata", "žába"], await db.Set<ProgrammeRow>().OrderBy(p => p.SortTitle).Select(p => p.SortTitle).ToListAsync());
    });

    [Fact]
    public async Task Time_is_kept_to_the_microsecond_and_texts_as_they_are() => await Within(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var title = new Localized("Příliš žluťoučký „kůň“ 🐎", "a\u00A0b", null);
        db.Add(Row("a", "a", title));
        Assert.True(await db.Commit(Units.Act, default));
        db.ChangeTracker.Clear();
        Assert.Equal(title, (await db.Set<ProgrammeRow>().SingleAsync()).Title);
        var act = await db.Set<Core.Record.RecordedAct>().SingleAsync();
        Assert.Equal(new TestClock().Now, act.At);
    });

    [Fact]
    public async Task A_listener_learns_what_others_have_changed()
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var heard = new TaskCompletionSource<IReadOnlyList<string>>();
        await using var feed = await world.Services.GetRequiredService<IEngine>().Follow(topics => heard.TrySetResult(topics), default);
        await feed.CatchUp(default);
        Assert.False(heard.Task.IsCompleted);
        Assert.True((await other.Enter(Package.Town())).Ok);
        await feed.CatchUp(default);
        Assert.Contains("programme", await heard.Task.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Many_writers_at_once_all_come_through()
    {
        await using var world = await World.Empty(engine);
        var done = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => world.In(async unit =>
        {
            await Task.Yield();
            var db = unit.GetRequiredService<AppDb>();
            db.Add(Row($"p{i}", "p"));
            return await db.Commit(Units.Act, default);
        })));
        Assert.All(done, Assert.True);
    }

    private async Task Within(Func<IServiceProvider, Task> work)
    {
        await using var world = await World.Empty(engine);
        await world.In(work);
    }

    private static ProgrammeRow Row(string code, string sort, Localized? title = null) => new()
    {
        Id = TypedId.New<ProgrammeId>(), Code = code, Kind = ProgrammeKind.Region, Territory = "CZ041", Title = title ?? new(sort), SortTitle = sort,
    };
}

public sealed class SqliteCompliance() : EngineCompliance(Engine.Sqlite);

public sealed class PostgresCompliance() : EngineCompliance(Engine.Postgres);
