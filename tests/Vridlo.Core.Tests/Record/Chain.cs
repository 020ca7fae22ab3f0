using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Record;

/// <summary>A record of a few acts, and what can be done to it behind the system's back.</summary>
internal static class Chain
{
    public const int Acts = 8;

    /// <summary>Every second act changes what the one before has made, so there is a before and an after.</summary>
    public static async Task<World> Of(Engine engine)
    {
        var world = await World.Empty(engine);
        for (var i = 1; i <= Acts; i++)
        {
            await Add(world, i);
        }

        return world;
    }

    public static Task<bool> Add(World world, int number) => world.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        if (number % 4 != 0)
        {
            db.Add(Row($"p{number}"));
        }

        if (number % 2 == 0)
        {
            (await db.Set<ProgrammeRow>().FirstAsync(p => p.Code == $"p{number - 1}")).Territory = $"CZ{number}";
        }

        return await db.Commit(Units.Act with { Decision = number % 3 == 0 ? null : $"ZK {number}/26" }, default);
    });

    public static ProgrammeRow Row(string code) => new()
    {
        Id = TypedId.New<ProgrammeId>(), Code = code, Kind = ProgrammeKind.Region, Territory = "CZ041", Title = new("Žluť"), SortTitle = "Žluť",
    };

    public static async Task<IReadOnlyList<RecordFault>> Faults(World world, byte[]? earlier = null) =>
        (await world.In(unit => new VerifyRecord(unit.GetRequiredService<AppDb>()).Run(earlier, progress: null, default))).Faults;

    public static Task<PrintedHead> Head(World world) => world.In(unit => new VerifyRecord(unit.GetRequiredService<AppDb>()).Head(default));

    /// <summary>What is found after somebody with all rights over the database has done something. It is undone afterwards.</summary>
    public static Task<IReadOnlyList<RecordFault>> After(World world, Func<AppDb, Task> tamper, byte[]? earlier = null) => world.In(async unit =>
    {
        var db = unit.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(unit.GetRequiredService<IEngine>().Name == "sqlite"
            ? "PRAGMA defer_foreign_keys = 1"
            : "ALTER TABLE record_change DROP CONSTRAINT \"FK_record_change_record_act_act_sequence\"");
        await tamper(db);
        return (await VerifyRecord.Of((pass, stop) => unit.GetRequiredService<IEngine>().ReadRecord(pass, db.Database.GetDbConnection(), stop), earlier, progress: null, default)).Faults;
    });

    public static async Task Remove(AppDb db, long first, long last)
    {
        await db.Set<RecordedChange>().Where(c => c.ActSequence >= first && c.ActSequence <= last).ExecuteDeleteAsync();
        await db.Set<RecordedAct>().Where(a => a.Sequence >= first && a.Sequence <= last).ExecuteDeleteAsync();
    }

    /// <summary>Gives an act, with its changes, another number that is free.</summary>
    public static async Task Move(AppDb db, long from, long to)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE record_act SET sequence = {to} WHERE sequence = {from}");
        await db.Database.ExecuteSqlAsync($"UPDATE record_change SET act_sequence = {to} WHERE act_sequence = {from}");
    }

    /// <summary>Inserts a forged act that claims to stand after the act with the given number.</summary>
    public static async Task Insert(AppDb db, long sequence, long after)
    {
        var previous = await db.Set<RecordedAct>().Where(a => a.Sequence == after).Select(a => a.Seal).SingleOrDefaultAsync() ?? Seal.Beginning;
        var forged = Forged(sequence, previous);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO record_act (sequence, id, at, actor_kind, actor_name, actor_salt, actor_commitment, kind, why, topics, previous, seal)
            VALUES ({sequence}, {forged.Id}, {forged.At.ToDateTimeUtc()}, {forged.ActorKind}, {forged.ActorName}, {forged.ActorSalt}, {forged.ActorCommitment},
                {forged.Kind}, {forged.Why}, {forged.Topics}, {forged.Previous}, {forged.Seal})
            """);
    }

    /// <summary>Changes the words of an act and gives it a new seal that holds in itself.</summary>
    public static async Task<byte[]> Reseal(AppDb db, long sequence, string why, byte[]? previous = null)
    {
        await db.Set<RecordedAct>().Where(a => a.Sequence == sequence).ExecuteUpdateAsync(s => s.SetProperty(a => a.Why, why));
        var act = Assert.Single(await ReadRecord.Acts(db, sequence - 1, sequence, 1, default));
        act.Previous = previous ?? act.Previous;
        var (before, seal) = (act.Previous, Seal.Of(act));
        await db.Set<RecordedAct>().Where(a => a.Sequence == sequence)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Previous, before).SetProperty(a => a.Seal, seal));
        return seal;
    }

    private static RecordedAct Forged(long sequence, byte[] previous)
    {
        var salt = new byte[Seal.Length];
        var forged = new RecordedAct
        {
            Sequence = sequence, Id = Guid.CreateVersion7(), At = new TestClock().Now, ActorKind = "test", ActorName = "forger", ActorSalt = salt,
            ActorCommitment = Seal.Commitment(salt, "forger"), Kind = "forged", Why = "forged", Topics = "", Previous = previous,
        };
        forged.Seal = Seal.Of(forged);
        return forged;
    }
}
