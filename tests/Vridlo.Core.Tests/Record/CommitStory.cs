using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Record;

public sealed class CommitStory
{
    [Theory, BothEngines]
    public async Task An_act_leaves_who_when_why_and_what_there_is_now(Engine engine)
    {
        await using var world = await World.Empty(engine);
        world.Clock.Now = Instant.FromUtc(2026, 3, 1, 8, 30);
        Assert.True((await world.Enter(Package.Town())).Ok);
        var act = await Last(world);
        Assert.Equal(("test", "a test wants it", "ZK 1/26", world.Clock.Now), (act.ActorName, act.Why, act.Decision, act.At));
        Assert.Equal("programmes.load", act.Kind);
        var change = Assert.Single(act.Changes, c => c.Subject == "programme");
        Assert.Null(change.Before);
        Assert.Contains("\"ostrov-2026\"", change.After, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_change_is_recorded_from_what_to_what_and_nothing_else_of_the_row(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Enter(Package.Town());
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            var programme = await db.Set<ProgrammeRow>().SingleAsync();
            programme.Territory = "554961";
            Assert.True(await db.Commit(Units.Act, default));
        });
        var change = Assert.Single((await Last(world)).Changes);
        Assert.Equal("{\"territory\":\"555428\"}", change.Before);
        Assert.Equal("{\"territory\":\"554961\"}", change.After);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_written_but_through_commit(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.Add(Row("a"));
#pragma warning disable RS0030 // That it does not work is what is tested.
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(default));
#pragma warning restore RS0030
        });
        Assert.Equal((0, 0), await Counts(world));
    }

    /// <summary>Whoever commits meanwhile waits from the moment the head of the record is taken.</summary>
    [Theory, BothEngines]
    public async Task What_follows_from_an_act_is_written_before_the_record_is_held(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True(await Add(world, "a"));
        var heads = new List<long>();
        world.Services.GetRequiredService<Declarations>().OnAct(async (unit, act, stop) =>
            heads.Add(await unit.GetRequiredService<AppDb>().Set<RecordHead>().Select(h => h.Sequence).SingleAsync(stop)));
        Assert.True(await Add(world, "b"));
        Assert.Equal([1L], heads);
        Assert.Equal(2, await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordHead>().Select(h => h.Sequence).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task What_somebody_else_has_made_meanwhile_is_a_refusal_and_leaves_no_trace(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True(await Add(world, "a"));
        Assert.False(await Add(world, "a"));
        Assert.Equal((1, 1), await Counts(world));
    }

    [Theory, BothEngines]
    public async Task What_somebody_else_has_changed_meanwhile_is_a_refusal_and_leaves_no_trace(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await Add(world, "a");
        await world.In(async mine =>
        {
            var db = mine.GetRequiredService<AppDb>();
            var programme = await db.Set<ProgrammeRow>().SingleAsync();
            await world.In(async theirs =>
            {
                var other = theirs.GetRequiredService<AppDb>();
                var same = await other.Set<ProgrammeRow>().SingleAsync();
                (same.Territory, same.Version) = ("CZ042", same.Version + 1);
                Assert.True(await other.Commit(Units.Act, default));
            });
            (programme.Territory, programme.Version) = ("CZ080", programme.Version + 1);
            Assert.False(await db.Commit(Units.Act, default));
        });
        Assert.Equal((1, 2), await Counts(world));
        Assert.Equal("CZ042", await world.In(unit => unit.GetRequiredService<AppDb>().Set<ProgrammeRow>().Select(p => p.Territory).SingleAsync()));
    }

    private static Task<bool> Add(World world, string code) => world.In(unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        db.Add(Row(code));
        return db.Commit(Units.Act, default);
    });

    private static ProgrammeRow Row(string code) => new()
    {
        Id = TypedId.New<ProgrammeId>(), Code = code, Kind = ProgrammeKind.Region, Territory = "CZ041", Title = new("Program"), SortTitle = "Program",
    };

    private static Task<RecordedAct> Last(World world) => world.In(unit =>
        unit.GetRequiredService<AppDb>().Set<RecordedAct>().Include(a => a.Changes).OrderByDescending(a => a.Sequence).FirstAsync());

    private static Task<(int Programmes, int Acts)> Counts(World world) => world.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        return (await db.Set<ProgrammeRow>().CountAsync(), await db.Set<RecordedAct>().CountAsync());
    });
}
