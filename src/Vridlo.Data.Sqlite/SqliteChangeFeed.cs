using Microsoft.Data.Sqlite;
using Vridlo.Core.Data;

namespace Vridlo.Data.Sqlite;

/// <summary>
/// Notices commits of other connections, in this process or another, by <c>PRAGMA data_version</c>, and reads from the record
/// what they changed.
/// </summary>
internal sealed class SqliteChangeFeed : IChangeFeed
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly Action<IReadOnlyList<string>> changed;
    private readonly SqliteCommand version;
    private readonly SqliteCommand acts;
    private readonly SqliteParameter after;
    private long seenVersion;

    public SqliteChangeFeed(SqliteConnection connection, Action<IReadOnlyList<string>> changed)
    {
        (this.connection, this.changed) = (connection, changed);
        version = connection.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        acts = connection.CreateCommand();
        acts.CommandText = "SELECT sequence, topics FROM record_act WHERE sequence > $after ORDER BY sequence";
        after = acts.Parameters.Add("$after", SqliteType.Integer);
        using var newest = connection.CreateCommand();
        newest.CommandText = "SELECT coalesce(max(sequence), 0) FROM record_act";
        seenVersion = (long)version.ExecuteScalar()!;
        after.Value = (long)newest.ExecuteScalar()!;
    }

    public void CatchUp()
    {
        lock (gate)
        {
            var current = (long)version.ExecuteScalar()!;
            if (current == seenVersion)
            {
                return;
            }

            using var reader = acts.ExecuteReader();
            while (reader.Read())
            {
                after.Value = reader.GetInt64(0);
                changed(reader.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }

            seenVersion = current;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await version.DisposeAsync();
        await acts.DisposeAsync();
        await connection.DisposeAsync();
    }
}
