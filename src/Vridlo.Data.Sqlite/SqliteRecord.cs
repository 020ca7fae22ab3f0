using Microsoft.Data.Sqlite;
using SQLitePCL;
using Vridlo.Core.Record;

namespace Vridlo.Data.Sqlite;

/// <summary>
/// Reads the record past the provider, which would make an object of every value: what is sealed is what lies in the pages, so it goes
/// from there to the hash.
/// </summary>
internal static class SqliteRecord
{
    private const string Acts =
        "SELECT sequence, id, at, actor_kind, actor_name, actor_salt, actor_commitment, kind, why, decision, topics, previous, seal FROM record_act ORDER BY sequence";

    private const string Changes = "SELECT act_sequence, id, subject, subject_id, before, after FROM record_change ORDER BY act_sequence, id";

    /// <summary>All of the moment of the first row, if a transaction is open.</summary>
    public static async Task Read(SqliteConnection connection, RecordPass pass, CancellationToken stop)
    {
        using (var head = Prepare(connection, "SELECT sequence, seal FROM record_head WHERE id = 1"))
        {
            var there = Step(connection, head);
            pass.Begin(there ? raw.sqlite3_column_int64(head, 0) : null, there ? raw.sqlite3_column_blob(head, 1) : default);
        }

        using var acts = Prepare(connection, Acts);
        using var changes = Prepare(connection, Changes);
        var (act, change, more) = (new SqliteRow(acts), new SqliteRow(changes), Step(connection, changes));
        while (Step(connection, acts))
        {
            stop.ThrowIfCancellationRequested();
            await pass.Act(Act(act), stop);
            Through(act.Number(0));
        }

        Through(long.MaxValue);

        void Through(long sequence)
        {
            while (more && change.Number(0) <= sequence)
            {
                pass.Change(Change(change));
                more = Step(connection, changes);
            }
        }
    }

    private static ActColumns Act(SqliteRow row) => new()
    {
        Sequence = row.Number(0),
        Id = row.Id(1),
        At = row.Time(2),
        ActorKind = row.Value(3),
        ActorName = row.Value(4),
        ActorSalt = row.Value(5),
        ActorCommitment = row.Value(6),
        Kind = row.Value(7),
        Why = row.Value(8),
        Decision = row.Value(9),
        Topics = row.Value(10),
        Previous = row.Value(11),
        Seal = row.Value(12),
    };

    private static ChangeColumns Change(SqliteRow row) => new()
    {
        ActSequence = row.Number(0),
        Id = row.Id(1),
        Subject = row.Value(2),
        SubjectId = row.Value(3),
        Before = row.Value(4),
        After = row.Value(5),
    };

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        return statement;
    }

    private static bool Step(SqliteConnection connection, sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }

        return code == raw.SQLITE_ROW;
    }
}
