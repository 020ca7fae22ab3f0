using Npgsql;
using Vridlo.Core.Data;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Asks the record what was done since the last time. A notification would come when it comes, which is after the writer's answer; a
/// question that is asked after a commit sees it. One question answers everybody who came before it was asked: who comes while one is
/// under way waits for the next, so there is never more than one at a time, however many ask.
/// </summary>
internal sealed class PostgresChangeFeed(string connectionString, Action<IReadOnlyList<string>> changed) : IChangeFeed
{
    /// <summary>
    /// The seal of the last act known, and what was done after it. The seal, because a database that was replaced by an older one may have
    /// reached the same number again.
    /// </summary>
    private const string Question =
        """
        SELECT (SELECT seal FROM record_act WHERE sequence = $1), a.sequence, a.seal, a.topics
        FROM (VALUES (1)) AS one LEFT JOIN record_act a ON a.sequence > $1 ORDER BY a.sequence
        """;

    private const int Patience = 10;

    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Task? next;
    private NpgsqlConnection? connection;
    private long last;
    private byte[]? seal;
    private bool begun;

    public ValueTask CatchUp(CancellationToken stop)
    {
        lock (gate)
        {
            if (running.IsCompleted && next is null)
            {
                running = Task.Run(Ask, CancellationToken.None);
                return new(running.WaitAsync(stop));
            }

            next ??= After(running);
            return new(next.WaitAsync(stop));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task After(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            (running, next) = (next!, null);
        }

        await Ask();
    }

    private async Task Ask()
    {
        if (connection is not null)
        {
            try
            {
                await Read(connection);
                return;
            }
            catch (NpgsqlException)
            {
                // The server may have been restarted since: a connection that broke meanwhile says nothing of now.
                await connection.DisposeAsync();
                connection = null;
            }
        }

        var fresh = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = Patience, Timeout = Patience }.ToString());
        try
        {
            await fresh.OpenAsync();
            await Read(fresh);
            connection = fresh;
        }
        finally
        {
            if (connection is null)
            {
                await fresh.DisposeAsync();
            }
        }
    }

    private async Task Read(NpgsqlConnection of)
    {
        var (through, latest, topics, replaced) = (last, seal, new HashSet<string>(StringComparer.Ordinal), false);
        await using (var ask = new NpgsqlCommand(Question, of) { Parameters = { new() { Value = last } } })
        {
            await ask.PrepareAsync();
            await using var rows = await ask.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                replaced |= !(rows.IsDBNull(0) ? [] : rows.GetFieldValue<byte[]>(0)).AsSpan().SequenceEqual(seal);
                if (!rows.IsDBNull(1))
                {
                    (through, latest) = (rows.GetInt64(1), rows.GetFieldValue<byte[]>(2));
                    topics.UnionWith(rows.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }

        if (replaced && begun)
        {
            // Not the record that was known: it is read from its beginning, and everything counts as changed.
            (last, seal, begun) = (0, null, false);
            await Read(of);
            changed([IChangeFeed.Everything]);
            return;
        }

        if (begun && topics.Count > 0)
        {
            changed([.. topics]);
        }

        (last, seal, begun) = (through, latest, true);
    }
}
