using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Record;

public sealed class SealStory
{
    /// <summary>Computed by another program from the description in docs/decisions/0011; when this changes, every record in the world is broken.</summary>
    [Fact]
    public void The_sealed_form_never_changes()
    {
        var salt = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");
        var act = new RecordedAct
        {
            Sequence = 7, Id = Guid.Parse("019ab0c1-0203-7405-8607-08090a0b0c0d"), At = Instant.FromUtc(2026, 11, 25, 8, 30).PlusTicks(1234567), ActorKind = "person",
            ActorName = "Žofie", ActorCommitment = Seal.Commitment(salt, "Žofie"), Kind = "programmes.load", Why = "důvod", Topics = "programme search",
            Previous = Seal.Beginning,
        };
        act.Changes.Add(new() { Id = Guid.Parse("f19ab0c1-0203-7405-8607-08090a0b0c0d"), Subject = "b", SubjectId = "2", Before = "{\"a\":1}" });
        act.Changes.Add(new() { Id = Guid.Parse("019ab0c1-0203-7405-8607-ff090a0b0c0d"), Subject = "a", SubjectId = "1", After = "" });
        Assert.Equal("5745da6393cd3f21e57f9fa8dbb2e2f6f3095825c4df8b59dd1f52929e8d1a9a", Convert.ToHexStringLower(Seal.Of(act)));
    }

    [Theory, BothEngines]
    public async Task Acts_follow_each_other_without_gaps_also_past_refusals(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        Assert.False(await world.In(unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.Add(Chain.Row("p1"));
            return db.Commit(Units.Act, default);
        }));
        Assert.True(await Chain.Add(world, 9));
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), await Sequences(world));
        Assert.Empty(await Chain.Faults(world));
        var head = await Chain.Head(world);
        Assert.Equal((9, world.Clock.Now), (head.Acts, head.At));
    }

    [Theory, BothEngines]
    public async Task A_record_without_acts_is_whole(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.Empty(await Chain.Faults(world));
        Assert.Equal((0, Convert.ToHexString(Seal.Beginning), null), ((await Chain.Head(world)) is var head ? (head.Acts, Convert.ToHexString(head.Seal), head.At) : default));
    }

    [Theory, BothEngines]
    public async Task Writers_of_several_processes_make_one_chain_while_it_is_verified(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        var writing = Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? world : other).In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.Add(Chain.Row($"c{i}"));
            return await db.Commit(Units.Act, default);
        }))));
        while (!writing.IsCompleted)
        {
            Assert.Empty(await Chain.Faults(world));
        }

        Assert.All(await writing, Assert.True);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), await Sequences(world));
        Assert.Empty(await Chain.Faults(world));
    }

    [Theory, BothEngines]
    public async Task A_name_can_be_erased_and_the_chain_holds(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        var kept = (await Chain.Head(world)).Seal;
        Assert.Equal(Problem.NotFound("core.record.name-unknown", "person", "test").Code, Assert.Single((await Erase(world, new("person", "test"))).Problems).Code);
        Assert.Equal(Chain.Acts, (await Erase(world, new("test", "test"))).Value);
        Assert.Empty(await Chain.Faults(world, kept));

        var acts = await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedAct>().OrderBy(a => a.Sequence).ToListAsync());
        Assert.All(acts.SkipLast(1), a => Assert.Equal(("", null), (a.ActorName, a.ActorSalt)));
        Assert.Equal(("record.erase-name", "officer"), (acts[^1].Kind, acts[^1].ActorName));

        // A name cannot be put where one was erased.
        var forged = await Chain.After(world, db => db.Set<RecordedAct>().Where(a => a.Sequence == 3).ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorName, "somebody")));
        Assert.Equal([new(FaultKind.Altered, 3, 3)], forged);
    }

    [Theory, BothEngines]
    public async Task What_was_recorded_before_there_were_seals_is_sealed_once(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var world = World.Beside(database);
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.GetService<IMigrator>().MigrateAsync("Beginning");
            // Numbers that rolled back transactions have used are missing in old records.
            foreach (var sequence in new long[] { 1, 2, 5, 6 })
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO record_act (sequence, id, at, actor_kind, actor_name, kind, why, topics) VALUES ({sequence}, {Guid.CreateVersion7()}, {new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)}, 'test', 'Žofie', 'old', 'před pečetí', 'programme')");
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO record_change (id, act_sequence, subject, subject_id, after) VALUES ({Guid.CreateVersion7()}, {sequence}, 'programme', '1', '{{}}')");
            }

            await db.Upgrade(default);
        });
        Assert.Empty(await Chain.Faults(world));
        var head = await Chain.Head(world);
        Assert.Equal(4, head.Acts);
        Assert.Equal([new(FaultKind.Altered, 5, 5)], await Chain.After(world, db => db.Set<RecordedAct>().Where(a => a.Sequence == 5).ExecuteUpdateAsync(s => s.SetProperty(a => a.Why, "x"))));

        await world.In(unit => unit.GetRequiredService<AppDb>().Upgrade(default));
        Assert.Equal(head.Seal, (await Chain.Head(world)).Seal);
        Assert.True(await Chain.Add(world, 1));
        Assert.Equal([1, 2, 5, 6, 7], await Sequences(world));
        Assert.Empty(await Chain.Faults(world, head.Seal));
    }

    [Theory, BothEngines]
    public async Task An_upgrade_never_seals_anew_what_was_sealed(Engine engine)
    {
        await using var world = await Chain.Of(engine);
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await db.Set<RecordedAct>().Where(a => a.Sequence == 3).ExecuteUpdateAsync(s => s.SetProperty(a => a.Why, "forged"));
            await db.Set<RecordHead>().ExecuteUpdateAsync(s => s.SetProperty(h => h.Seal, Array.Empty<byte>()));
            await db.Upgrade(default);
        });
        Assert.Equal([new(FaultKind.Altered, 3, 3), new(FaultKind.Head, 8, 8)], await Chain.Faults(world));
    }

    private static Task<Result<int>> Erase(World world, Actor whom) => world.In(unit =>
        new EraseName(unit.GetRequiredService<AppDb>()).Run(whom, new(new("person", "officer"), "record.erase-name", "a request"), default));

    private static Task<List<long>> Sequences(World world) =>
        world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedAct>().OrderBy(a => a.Sequence).Select(a => a.Sequence).ToListAsync());
}
