using Microsoft.Data.Sqlite;
using Vridlo.Core.Data;

namespace Vridlo.Data.Sqlite;

/// <summary>
/// Notices commits of other connections, in this process or another, by <c>PRAGMA data_version</c>, and reads from the record
/// what they changed. Every public request asks, so there are as many watchers as processors: with one, requests would queue
/// for it longer than they take.
/// </summary>
internal sealed class SqliteChangeFeed : IChangeFeed
{
    private readonly Watcher[] watchers;
    private readonly Action<IReadOnlyList<string>> changed;
    private readonly Lock record = new();
    private readonly SqliteCommand acts;
    private readonly SqliteParameter after;

    /// <param name="connections">open connections that belong to this feed from now on; the first also reads the record</param>
    /// <param name="changed">called with the topics of every act of somebody else, once</param>
    public SqliteChangeFeed(IReadOnlyList<SqliteConnection> connections, Action<IReadOnlyList<string>> changed)
    {
        this.changed = changed;
        watchers = [.. connections.Skip(1).Select(c => new Watcher(c))];
        acts = connections[0].CreateCommand();
        acts.CommandText = "SELECT sequence, topics FROM record_act WHERE sequence > $after ORDER BY sequence";
        after = acts.Parameters.Add("$after", SqliteType.Integer);
        using var newest = connections[0].CreateCommand();
        newest.CommandText = "SELECT coalesce(max(sequence), 0) FROM record_act";
        after.Value = (long)newest.ExecuteScalar()!;
    }

    public ValueTask CatchUp(CancellationToken stop)
    {
        var first = Environment.CurrentManagedThreadId;
        for (var i = 0; i < watchers.Length; i++)
        {
            var watcher = watchers[(first + i) % watchers.Length];
            if (watcher.Gate.TryEnter())
            {
                CatchUp(watcher);
                return ValueTask.CompletedTask;
            }
        }

        var own = watchers[first % watchers.Length];
        own.Gate.Enter();
        CatchUp(own);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in watchers)
        {
            await watcher.DisposeAsync();
        }

        await acts.DisposeAsync();
        await acts.Connection!.DisposeAsync();
    }

    /// <param name="watcher">one whose gate is held; it is left here</param>
    private void CatchUp(Watcher watcher)
    {
        try
        {
            var current = watcher.Version();
            if (current != watcher.Seen)
            {
                ReadRecord();
                watcher.Seen = current;
            }
        }
        finally
        {
            watcher.Gate.Exit();
        }
    }

    /// <summary>Reports what no watcher has reported yet; who comes second waits until it is reported.</summary>
    private void ReadRecord()
    {
        lock (record)
        {
            using var reader = acts.ExecuteReader();
            while (reader.Read())
            {
                after.Value = reader.GetInt64(0);
                changed(reader.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    private sealed class Watcher : IAsyncDisposable
    {
        private readonly SqliteCommand version;

        public Watcher(SqliteConnection connection)
        {
            version = connection.CreateCommand();
            version.CommandText = "PRAGMA data_version";
            Seen = Version();
        }

        public Lock Gate { get; } = new();

        public long Seen { get; set; }

        public long Version() => (long)version.ExecuteScalar()!;

        public async ValueTask DisposeAsync()
        {
            await version.DisposeAsync();
            await version.Connection!.DisposeAsync();
        }
    }
}
