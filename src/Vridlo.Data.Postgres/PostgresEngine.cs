using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Data.Postgres;

/// <summary>The engine to grow on: any server that speaks PostgreSQL 15 or later.</summary>
public sealed class PostgresEngine(string connectionString) : IEngine
{
    internal const string Channel = "vridlo";

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public ISearchIndex Search { get; } = new PostgresSearchIndex();

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresEngine).Assembly));

    /// <inheritdoc/>
    public void Shape(ModelBuilder model)
    {
        model.HasCollation(Conventions.CzechOrder, "cs-CZ", "icu", deterministic: true);
        var text = SearchMap.Text(model);
        text.Property<NpgsqlTsVector>(SearchMap.Words);
        text.HasIndex(SearchMap.Words).HasMethod("gin");
    }

    /// <inheritdoc/>
    public bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public async Task Announce(AppDb db, IReadOnlyList<string> topics, CancellationToken stop)
    {
        if (topics.Count > 0)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {string.Join(' ', topics)})", stop);
        }
    }

    /// <inheritdoc/>
    public async Task<IChangeFeed> Listen(Action<IReadOnlyList<string>> changed, CancellationToken stop)
    {
        var feed = new PostgresChangeFeed(connectionString, changed);
        await feed.Begin(stop);
        return feed;
    }
}
