using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using SQLitePCL;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Data.Sqlite;

/// <summary>The embedded engine: one file, write-ahead log, one writer at a time.</summary>
public sealed class SqliteEngine(string file) : IEngine
{
    private static readonly CompareInfo Czech = CultureInfo.GetCultureInfo("cs-CZ").CompareInfo;

    // A private cache: with a shared one waiting turns into SQLITE_LOCKED, which the busy time-out does not cover.
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Cache = SqliteCacheMode.Private,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    private readonly Turns turns = new();

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public ISearchIndex Search { get; } = new SqliteSearchIndex();

    /// <inheritdoc/>
    public IDatabaseCopy Copy { get; } = new SqliteCopy(file);

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteEngine).Assembly))
            .ReplaceService<IMigrationsSqlGenerator, SqliteMigrations>()
            .AddInterceptors(Opening.Instance);

    /// <inheritdoc/>
    public DbConnection Connect() => new SqliteConnection(connectionString);

    /// <inheritdoc/>
    public void Shape(ModelBuilder model) =>
        // The collation is registered on every connection; the file needs no definition of it.
        SearchMap.Text(model).Property<string>(SearchMap.Words);

    /// <inheritdoc/>
    public bool IsRowConflict(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 787 };

    /// <inheritdoc/>
    public bool IsAway(Exception failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_CANTOPEN } || (failure.InnerException is { } behind && IsAway(behind));

    /// <inheritdoc/>
    public bool IsFull(Exception failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_FULL } || (failure.InnerException is { } behind && IsFull(behind));

    /// <inheritdoc/>
    public async ValueTask<IDisposable?> Turn(AppDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        return await turns.Next(stop);
    }

#pragma warning disable EF1002 // The name of the table is our own.
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> ClaimDue(AppDb db, string table, Instant now, Instant until, int count, CancellationToken stop) =>
        await db.Database.SqlQueryRaw<Guid>(
            $$"""
            UPDATE {{table}} SET due_at = {2}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM {{table}} WHERE due_at <= {0} ORDER BY due_at LIMIT {1}) RETURNING id AS "Value"
            """,
            now.ToDateTimeUtc(), count, until.ToDateTimeUtc()).ToListAsync(stop);
#pragma warning restore EF1002

    /// <inheritdoc/>
    public async Task ReadRecord(RecordPass pass, DbConnection? within, CancellationToken stop)
    {
        if (within is not null)
        {
            await SqliteRecord.Read((SqliteConnection)within, pass, stop);
            return;
        }

        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);

        // Deferred: reading must not hold writers up.
        await using var moment = connection.BeginTransaction(deferred: true);
        await SqliteRecord.Read(connection, pass, stop);
    }

    /// <inheritdoc/>
    public async Task<IChangeFeed> Follow(Action<IReadOnlyList<string>> changed, CancellationToken stop)
    {
        var connections = new SqliteConnection[Environment.ProcessorCount + 1];
        for (var i = 0; i < connections.Length; i++)
        {
            connections[i] = new(connectionString);
            await connections[i].OpenAsync(stop);
        }

        return new SqliteChangeFeed(connections, changed);
    }

    /// <summary>The Czech order, also on a connection that EF does not open.</summary>
    internal static void AddOrder(SqliteConnection connection) => connection.CreateCollation(Conventions.CzechOrder, (a, b) => Czech.Compare(a, b));

    /// <summary>
    /// What every connection needs: the Czech collation and the pragmas that SQLite does not keep in the file. While another process
    /// writes, SQLite itself waits for milliseconds; the provider alone would look again only after 150 of them. A unit of work keeps the
    /// connection that it has opened: each opening adds all the functions of EF anew and takes them away again.
    /// </summary>
    private sealed class Opening : DbConnectionInterceptor
    {
        public static Opening Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            new(InterceptionResult.Suppress());

        private static void Prepare(DbConnection connection)
        {
            AddOrder((SqliteConnection)connection);
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA busy_timeout = 1000; PRAGMA journal_mode = wal; PRAGMA synchronous = full;";
            pragmas.ExecuteNonQuery();
        }
    }
}
