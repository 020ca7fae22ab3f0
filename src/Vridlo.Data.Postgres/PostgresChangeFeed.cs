using Npgsql;
using Vridlo.Core.Data;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Listens on one connection for what other processes announce. When the connection breaks, everything counts as changed,
/// and it is opened again, each second until it succeeds.
/// </summary>
internal sealed class PostgresChangeFeed(string connectionString, Action<IReadOnlyList<string>> changed) : IChangeFeed
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource ended = new();
    private Task listening = Task.CompletedTask;

    public async Task Begin(CancellationToken stop)
    {
        var connection = await Open(stop);
        listening = Listen(connection);
    }

    public void CatchUp()
    {
        // Notifications arrive by themselves; the process's own commits report directly.
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await listening;
        ended.Dispose();
    }

    private async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 }.ToString());
        connection.Notification += (_, notice) => changed(notice.Payload.Split(' '));
        await connection.OpenAsync(stop);
        await using var listen = new NpgsqlCommand($"LISTEN {PostgresEngine.Channel}", connection);
        await listen.ExecuteNonQueryAsync(stop);
        return connection;
    }

    private async Task Listen(NpgsqlConnection? connection)
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                connection ??= await Open(ended.Token);
                await connection.WaitAsync(ended.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (NpgsqlException)
            {
                if (connection is not null)
                {
                    await connection.DisposeAsync();
                    connection = null;
                }

                changed([IChangeFeed.Everything]);
                await Task.Delay(Pause, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
