using System.Globalization;
using System.Text;
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
        """
        SELECT a.sequence, a.id, a.at, a.actor_kind, a.actor_name, a.actor_salt, a.actor_commitment, a.kind, a.why, a.decision, a.topics, a.previous, a.seal,
            c.id, c.subject, c.subject_id, c.before, c.after
        FROM record_act a LEFT JOIN record_change c ON c.act_sequence = a.sequence ORDER BY a.sequence, c.id
        """;

    private const string Strays =
        "SELECT DISTINCT act_sequence FROM record_change c WHERE NOT EXISTS (SELECT 1 FROM record_act a WHERE a.sequence = c.act_sequence) ORDER BY 1 LIMIT 1000";

    /// <summary>All of the moment of the first row, if a transaction is open.</summary>
    public static async Task Read(SqliteConnection connection, RecordPass pass, CancellationToken stop)
    {
        using (var head = Prepare(connection, "SELECT sequence, seal FROM record_head WHERE id = 1"))
        {
            var there = Step(connection, head);
            pass.Begin(there ? raw.sqlite3_column_int64(head, 0) : null, there ? raw.sqlite3_column_blob(head, 1) : default);
        }

        using (var acts = Prepare(connection, Acts))
        {
            var (current, first) = (0L, true);
            while (Step(connection, acts))
            {
                var sequence = raw.sqlite3_column_int64(acts, 0);
                if (first || sequence != current)
                {
                    stop.ThrowIfCancellationRequested();
                    await pass.Act(Act(acts, sequence), stop);
                    (current, first) = (sequence, false);
                }

                if (raw.sqlite3_column_type(acts, 13) != raw.SQLITE_NULL)
                {
                    pass.Change(new() { Id = Id(acts, 13), ActSequence = sequence, Subject = Value(acts, 14), SubjectId = Value(acts, 15), Before = Value(acts, 16), After = Value(acts, 17) });
                }
            }
        }

        using var strays = Prepare(connection, Strays);
        while (Step(connection, strays))
        {
            pass.Stray(raw.sqlite3_column_int64(strays, 0));
        }
    }

    private static ActColumns Act(sqlite3_stmt row, long sequence) => new()
    {
        Sequence = sequence,
        Id = Id(row, 1),
        At = Microseconds(raw.sqlite3_column_blob(row, 2)),
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

    private static Column Value(sqlite3_stmt row, int column)
    {
        var bytes = raw.sqlite3_column_blob(row, column);
        return new(bytes, bytes.IsEmpty && raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL);
    }

    private static Guid Id(sqlite3_stmt row, int column) => Guid.TryParseExact(Ascii(stackalloc char[40], raw.sqlite3_column_blob(row, column)), "D", out var id) ? id : Guid.Empty;

    /// <summary>What stands in the pages as <c>2026-11-25 08:30:00.123456</c>, the fraction without zeros at its end.</summary>
    private static long Microseconds(ReadOnlySpan<byte> written) =>
        DateTime.TryParseExact(Ascii(stackalloc char[40], written), "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? (at.Ticks - DateTime.UnixEpoch.Ticks) / 10
            : long.MinValue;

    private static ReadOnlySpan<char> Ascii(Span<char> room, ReadOnlySpan<byte> written) =>
        written.Length <= room.Length ? room[..Encoding.Latin1.GetChars(written, room)] : [];

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
