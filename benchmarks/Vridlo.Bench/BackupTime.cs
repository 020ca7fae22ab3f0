using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using Vridlo.Testing;
using Vridlo.Web;

namespace Vridlo.Bench;

/// <summary>
/// <c>vridlo backup</c>, which reads again what it has written and verifies the record in it, beside merely copying: on SQLite <c>cp</c> of
/// the data folder, on PostgreSQL <c>pg_dump -Fc</c> without compression (a backup of ours is not compressed either) and <c>cp</c> of the
/// files; both wait until the copy is on the disk.
/// </summary>
internal static class BackupTime
{
    private const int Rounds = 2;
    private const int Files = 64;
    private const int FileBytes = 1024 * 1024;

    public static async Task Measure(Ground ground, Report report)
    {
        foreach (var (engine, name) in Ground.Engines)
        {
            var (installation, _) = await ground.Filled(engine);
            await Put(Path.Combine(installation.Data, "mail"));
            var (ours, copy, size) = (0.0, 0.0, 0L);

            // A connection of this process that is given up in the middle would take its files away from under the copying.
            SqliteConnection.ClearAllPools();
            for (var i = 0; i < Rounds; i++)
            {
                var (archive, beside) = (Path.Combine(ground.Folder, "backup.tar"), Directory.CreateDirectory(Path.Combine(ground.Folder, "copy")));
                await Command.Run("sync");
                copy += await Copy(engine, installation, beside.FullName) / Rounds;
                beside.Delete(recursive: true);
                await Command.Run("sync");
                ours += await ground.Run(installation, "backup", archive) / Rounds;
                size = new FileInfo(archive).Length;
                File.Delete(archive);
            }

            var ratio = ours / copy;
            report.Add($"backup of {Report.Number(size / 1_000_000)} MB with {Files} files, on {name}", $"{Report.Number(ours)} s", $"{(engine is Engine.Sqlite ? "cp" : "pg_dump and cp")} {Report.Number(copy)} s", Report.Number(ratio), "≤ 2", ratio <= 2);
        }
    }

    private static async Task Put(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Files; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"bench{i:D3}.eml")), RandomNumberGenerator.GetBytes(FileBytes));
        }
    }

    private static async Task<double> Copy(Engine engine, Installation installation, string to)
    {
        var dumped = 0.0;
        if (engine is Engine.Postgres)
        {
            var database = new NpgsqlConnectionStringBuilder(installation.Database);
            dumped = await Command.Run("pg_dump", "-Fc", "-Z0", "-h", database.Host!, "-U", database.Username!, "-f", Path.Combine(to, "dump"), database.Database!);
        }

        return dumped + await Command.Run("sh", "-c", "cp -r \"$0\" \"$1\" && find \"$1\" -type f -exec sync {} +", installation.Data, to);
    }
}
