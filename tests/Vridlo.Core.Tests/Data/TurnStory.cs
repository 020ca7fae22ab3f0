using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Tests.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Data;

public sealed class TurnStory
{
    private const int Writers = 8;

    [Fact]
    public async Task Writers_of_one_process_wait_for_their_turn_and_write_in_the_order_they_came()
    {
        await using var world = await World.Empty(Engine.Sqlite);
        await using var scope = world.Services.CreateAsyncScope();
        var turn = await world.Services.GetRequiredService<IEngine>().Turn(scope.ServiceProvider.GetRequiredService<AppDb>(), default);
        var writing = new List<Task<bool>>();
        for (var i = 0; i < Writers; i++)
        {
            writing.Add(Write(world, i));
        }

        Assert.All(writing, w => Assert.False(w.IsCompleted));
        turn!.Dispose();
        Assert.All(await Task.WhenAll(writing), Assert.True);
        Assert.Equal(
            Enumerable.Range(0, Writers).Select(Name),
            await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedAct>().OrderBy(a => a.Sequence).Select(a => a.Why).ToListAsync()));
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nobody_elses_turn()
    {
        await using var world = await World.Empty(Engine.Sqlite);
        var engine = world.Services.GetRequiredService<IEngine>();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var turn = await engine.Turn(db, default);
        using var enough = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.Turn(db, enough.Token).AsTask());
        var waiting = Write(world, 1);
        Assert.False(waiting.IsCompleted);
        turn!.Dispose();
        Assert.True(await waiting);
    }

    private static Task<bool> Write(World world, int number) => world.In(unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        db.Add(Chain.Row(Name(number)));
        return db.Commit(Units.Act with { Why = Name(number) }, default);
    });

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number}");
}
