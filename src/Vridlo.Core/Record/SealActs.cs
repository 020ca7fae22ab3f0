using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Core.Record;

/// <summary>Puts acts at the end of the chain, within the transaction of the given context.</summary>
internal static class SealActs
{
    private const int Batch = 1000;

    /// <summary>
    /// Gives acts their places and their seals, and writes them. Holds the head until the end of the transaction, so it is the last thing a
    /// transaction waits for: two commits cannot wait for each other.
    /// </summary>
    public static async Task Append(AppDb db, IReadOnlyList<RecordedAct> acts, CancellationToken stop)
    {
        var head = await Hold(db, advance: acts.Count, stop);
        if (head.Seal.Length != Seal.Length)
        {
            throw new InvalidOperationException("The record has acts without a seal; the database has not been upgraded.");
        }

        var (sequence, last) = (head.Sequence - acts.Count, head.Seal);
        foreach (var act in acts)
        {
            act.Sequence = ++sequence;
            act.Changes.ForEach(c => c.ActSequence = act.Sequence);
            Apply(act, last);
            last = act.Seal;
        }

        await new WriteBatch(db).Insert(acts).Insert([.. acts.SelectMany(a => a.Changes)]).Run($"UPDATE record_head SET seal = {last} WHERE id = {RecordHead.Only}").Send(stop);
    }

    /// <summary>Seals what was recorded before there were seals. Does nothing where that has been done.</summary>
    public static async Task Old(AppDb db, IEngine engine, CancellationToken stop)
    {
        if ((await PlainSql.Answers(engine, "SELECT id FROM record_head WHERE length(seal) = 0", stop)).Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Another process may have done it while this one waited for the head. Sealed acts are never sealed anew: that would hide
        // what has been done to them.
        if ((await Hold(db, advance: 0, stop)).Seal.Length == 0 && !await db.Set<RecordedAct>().AnyAsync(a => a.Seal != Array.Empty<byte>(), stop))
        {
            await new WriteBatch(db).Run($"UPDATE record_head SET seal = {await SealAll(db, stop)} WHERE id = {RecordHead.Only}").Send(stop);
        }

        await transaction.CommitAsync(stop);
    }

    private static async Task<byte[]> SealAll(AppDb db, CancellationToken stop)
    {
        var (last, after) = (Seal.Beginning, long.MinValue);
        while (await ReadRecord.Acts(db, after, long.MaxValue, Batch, stop) is { Count: > 0 } acts)
        {
            foreach (var act in acts)
            {
                Apply(act, last);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    UPDATE record_act SET actor_salt = {act.ActorSalt}, actor_commitment = {act.ActorCommitment}, previous = {act.Previous}, seal = {act.Seal}
                    WHERE sequence = {act.Sequence}
                    """, stop);
                (last, after) = (act.Seal, act.Sequence);
            }
        }

        return last;
    }

    private static void Apply(RecordedAct act, byte[] previous)
    {
        act.ActorSalt = RandomNumberGenerator.GetBytes(Seal.Length);
        act.ActorCommitment = Seal.Commitment(act.ActorSalt, act.ActorName);
        act.Previous = previous;
        act.Seal = Seal.Of(act);
    }

    /// <summary>An update, not a question, so that both engines let nobody else have the row until the transaction ends.</summary>
    private static async Task<HeldHead> Hold(AppDb db, int advance, CancellationToken stop)
    {
        var heads = await db.Database.SqlQuery<HeldHead>(
            $"""UPDATE record_head SET sequence = sequence + {advance} WHERE id = {RecordHead.Only} RETURNING sequence AS "Sequence", seal AS "Seal" """).ToListAsync(stop);
        return heads.SingleOrDefault() ?? throw new InvalidOperationException("The head of the record is missing.");
    }

    private sealed record HeldHead(long Sequence, byte[] Seal);
}
