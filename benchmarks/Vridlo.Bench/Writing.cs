using Npgsql;

namespace Vridlo.Bench;

/// <summary>What is written, kept and verified, on both engines.</summary>
internal static class Writing
{
    public static async Task Run(string program, string work, Report report)
    {
        var edited = new Installed(program, Path.Combine(work, "edited"), null);
        await Editing.Run(edited, report);
        var kept = new Installed(program, Path.Combine(work, "kept"), null);
        await Keeping.Run(kept, () => Task.FromResult<IReadOnlyList<string>>([Path.Combine(kept.Data, "vridlo.db")]), Path.Combine(work, "copies"), report);
        if (Environment.GetEnvironmentVariable("VRIDLO_BENCH_POSTGRES") is not { } server || Environment.GetEnvironmentVariable("VRIDLO_BENCH_CLUSTER") is not { } cluster)
        {
            return;
        }

        await Editing.Run(edited with { Data = Path.Combine(work, "edited-files"), Database = await Database(server, "edited") }, report);
        var big = await Database(server, "kept");
        await Keeping.Run(kept with { Data = Path.Combine(work, "kept-files"), Database = big }, () => Files(big, cluster), Path.Combine(work, "copies"), report);
    }

    private static async Task<string> Database(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    /// <summary>The files of one database of a cluster, as they are on the disk after a checkpoint.</summary>
    private static async Task<IReadOnlyList<string>> Files(string database, string cluster)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("CHECKPOINT; SELECT oid::text FROM pg_database WHERE datname = current_database()", connection);
        return [.. Directory.EnumerateFiles(Path.Combine(cluster, "base", (string)(await ask.ExecuteScalarAsync())!))];
    }
}
