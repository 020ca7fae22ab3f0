using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Search;

namespace Vridlo.Data.Postgres;

/// <summary>The engine to grow on: any server that speaks PostgreSQL 15 or later.</summary>
public sealed class PostgresEngine(string connectionString) : IEngine
{
    private readonly string connectionString = Prepared(connectionString);

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public ISearchIndex Search { get; } = new PostgresSearchIndex();

    /// <inheritdoc/>
    public IDatabaseCopy Copy { get; } = new PostgresCopy();

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresEngine).Assembly));

    /// <inheritdoc/>
    public DbConnection Connect() => new NpgsqlConnection(connectionString);

    /// <inheritdoc/>
    public void Shape(ModelBuilder model)
    {
        model.HasCollation(Conventions.CzechOrder, "cs-CZ", "icu", deterministic: true);
        var text = SearchMap.Text(model);
        text.Property<NpgsqlTsVector>(SearchMap.Words);

        // What is new goes into the index at once. Otherwise it waits in a list that each search reads through, and for which the planner
        // rather reads the whole table.
        text.HasIndex(SearchMap.Words).HasMethod("gin").HasStorageParameter("fastupdate", false);
    }

    /// <inheritdoc/>
    public bool IsRowConflict(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation };

    /// <inheritdoc/>
    public bool IsAway(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState is "53300" || refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => failure.InnerException is { } behind && IsAway(behind),
    };

    /// <inheritdoc/>
    public bool IsFull(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DiskFull } || (failure.InnerException is { } behind && IsFull(behind));

    /// <inheritdoc/>
    public ValueTask<IDisposable?> Turn(AppDb db, CancellationToken stop) => default;

#pragma warning disable EF1002 // The name of the table is our own.
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> ClaimDue(AppDb db, string table, Instant now, Instant until, int count, CancellationToken stop) =>
        // Materialized: as a mere condition the planner may run it once for every row, and take more than was asked for.
        await db.Database.SqlQueryRaw<Guid>(
            $$"""
            WITH due AS MATERIALIZED (SELECT id FROM {{table}} WHERE due_at <= {0} ORDER BY due_at LIMIT {1} FOR UPDATE SKIP LOCKED)
            UPDATE {{table}} SET due_at = {2}, attempts = attempts + 1 FROM due WHERE {{table}}.id = due.id RETURNING {{table}}.id AS "Value"
            """,
            now.ToDateTimeUtc(), count, until.ToDateTimeUtc()).ToListAsync(stop);
#pragma warning restore EF1002

    /// <inheritdoc/>
    public async Task ReadRecord(RecordPass pass, DbConnection? within, CancellationToken stop)
    {
        if (within is not null)
        {
            await PostgresRecord.Read((NpgsqlConnection)within, pass, stop);
            return;
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await PostgresRecord.Read(connection, pass, stop);
    }

    /// <inheritdoc/>
    public async Task<IChangeFeed> Follow(Action<IReadOnlyList<string>> changed, CancellationToken stop)
    {
        var feed = new PostgresChangeFeed(connectionString, changed);
        await feed.CatchUp(stop);
        return feed;
    }

    /// <summary>
    /// Statements that come again are planned once, and a connection is not reset when it goes back: nothing is ever set on one (no
    /// listening, no locks outside transactions, no temporary tables). What the connection string itself says is kept: where a pooler stands in
    /// between it must say <c>Max Auto Prepare=0;No Reset On Close=false</c>.
    /// </summary>
    private static string Prepared(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var (name, value) in new[] { ("Max Auto Prepare", "200"), ("No Reset On Close", "true") })
        {
            if (!settings.ContainsKey(name))
            {
                settings[name] = value;
            }
        }

        return settings.ConnectionString;
    }
}
