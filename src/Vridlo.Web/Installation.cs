using Vridlo.Core;
using Vridlo.Core.Data;
using Vridlo.Data.Postgres;
using Vridlo.Data.Sqlite;

namespace Vridlo.Web;

/// <summary>Where an installation keeps its data, and how it is made ready.</summary>
/// <param name="Data">folder of the embedded database and the files</param>
/// <param name="Database">connection string of PostgreSQL, or null for the embedded database</param>
public sealed record Installation(string Data, string? Database)
{
    internal IEngine Engine()
    {
        RestoredFolder.Finish(new(Data));
        if (Database is not null)
        {
            return new PostgresEngine(Database);
        }

        Directory.CreateDirectory(Data);
        return new SqliteEngine(Path.Combine(Data, "vridlo.db"));
    }

    /// <summary>Brings the database to the newest form. A database that is there already has nothing done to it.</summary>
    internal static async Task Migrate(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDb>().Upgrade(stop);
    }

    /// <summary>Does what each module wants done before the first request.</summary>
    internal static async Task FirstStart(IServiceProvider services, CancellationToken stop)
    {
        foreach (var work in services.GetRequiredService<Declarations>().FirstStarts)
        {
            await using var scope = services.CreateAsyncScope();
            await work(scope.ServiceProvider, stop);
        }
    }
}
