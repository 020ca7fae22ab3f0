using Npgsql;
using Vridlo.Core.Record;

namespace Vridlo.Data.Postgres;

/// <summary>Reads the record as COPY gives it: what is sealed goes from the server's bytes to the hash.</summary>
internal static class PostgresRecord
{
    /// <summary>The columns of acts, in the order <see cref="Act"/> reads them.</summary>
    public const string ActColumns = "sequence, id, at, actor_kind, actor_name, actor_salt, actor_commitment, kind, why, decision, topics, previous, seal";

    /// <summary>The columns of changes, in the order <see cref="Change"/> reads them.</summary>
    public const string ChangeColumns = "act_sequence, id, subject, subject_id, before, after";

    private const int Batch = 2000;

    /// <summary>From 1970, where the record counts, to 2000, where PostgreSQL does, in microseconds.</summary>
    private const long Epochs = 946_684_800_000_000;

    /// <summary>A connection reads one thing at a time, so it reads some acts, then their changes. Within a transaction of one snapshot.</summary>
    public static async Task Read(NpgsqlConnection connection, RecordPass pass, CancellationToken stop)
    {
        await PostgresCopy.Plainly(connection, stop);
        await using (var ask = new NpgsqlCommand("SELECT sequence, seal FROM record_head WHERE id = 1", connection))
        await using (var head = await ask.ExecuteReaderAsync(stop))
        {
            var there = await head.ReadAsync(stop);
            pass.Begin(there ? head.GetInt64(0) : null, there ? head.GetFieldValue<byte[]>(1) : []);
        }

        var after = (long?)null;
        while (await Acts(connection, after, stop) is { Count: > 0 } acts)
        {
            var last = acts[^1].Number(0);
            await Merge(connection, acts, $"act_sequence > {after ?? long.MinValue} AND act_sequence <= {last}", pass, stop);
            after = last;
        }

        await Merge(connection, [], $"act_sequence > {after ?? long.MinValue}", pass, stop);
    }

    public static ActColumns Act(CopiedRow row) => new()
    {
        Sequence = row.Number(0),
        Id = row.Id(1),
        At = row.Number(2) + Epochs,
        ActorKind = Value(row, 3),
        ActorName = Value(row, 4),
        ActorSalt = Value(row, 5),
        ActorCommitment = Value(row, 6),
        Kind = Value(row, 7),
        Why = Value(row, 8),
        Decision = Value(row, 9),
        Topics = Value(row, 10),
        Previous = Value(row, 11),
        Seal = Value(row, 12),
    };

    public static ChangeColumns Change(CopiedRow row) => new()
    {
        ActSequence = row.Number(0),
        Id = row.Id(1),
        Subject = Value(row, 2),
        SubjectId = Value(row, 3),
        Before = Value(row, 4),
        After = Value(row, 5),
    };

    private static async Task<IReadOnlyList<CopiedRow>> Acts(NpgsqlConnection connection, long? after, CancellationToken stop)
    {
        var acts = new List<CopiedRow>(Batch);
        await using var rows = new CopyRows(await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {ActColumns} FROM record_act WHERE sequence > {after ?? long.MinValue} ORDER BY sequence LIMIT {Batch}) TO STDOUT (FORMAT binary)", stop));
        while (await rows.Next(stop))
        {
            acts.Add(rows.Copy());
        }

        return acts;
    }

    private static async Task Merge(NpgsqlConnection connection, IReadOnlyList<CopiedRow> acts, string which, RecordPass pass, CancellationToken stop)
    {
        await using var rows = new CopyRows(await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {ChangeColumns} FROM record_change WHERE {which} ORDER BY act_sequence, id) TO STDOUT (FORMAT binary)", stop));
        var changes = new Following(rows, pass);
        foreach (var act in acts)
        {
            await pass.Act(Act(act), stop);
            await changes.Through(act.Number(0), stop);
        }

        await changes.Through(long.MaxValue, stop);
    }

    /// <summary>Gives a pass acts and changes that lie in files of their own, each in its order.</summary>
    public static async Task Merge(CopyRows acts, CopyRows rows, RecordPass pass, CancellationToken stop)
    {
        var changes = new Following(rows, pass);
        while (await acts.Next(stop))
        {
            await pass.Act(Act(acts.Current), stop);
            await changes.Through(acts.Current.Number(0), stop);
        }

        await changes.Through(long.MaxValue, stop);
    }

    private static Column Value(CopiedRow row, int column) => new(row.Bytes(column), row.IsNull(column));

    /// <summary>Changes that follow the acts they belong to.</summary>
    private sealed class Following(CopyRows rows, RecordPass pass)
    {
        private bool begun;
        private bool more;

        public async ValueTask Through(long act, CancellationToken stop)
        {
            if (!begun)
            {
                (begun, more) = (true, await rows.Next(stop));
            }

            while (more && rows.Current.Number(0) <= act)
            {
                pass.Change(Change(rows.Current));
                more = await rows.Next(stop);
            }
        }
    }
}
