using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Vridlo.Testing;

/// <summary>A PostgreSQL of one's own, as durable as it comes, which may be restarted. It is gone with this object.</summary>
public sealed class OwnCluster : IAsyncDisposable
{
    private OwnCluster(string within) => Folder = Path.Combine(within, "own" + Guid.CreateVersion7().ToString("N")[^12..]);

    private static bool IsRoot => Environment.UserName == "root";

    private static string Bin { get; } = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).First() + "/bin";

    /// <summary>Where the cluster and its socket are.</summary>
    public string Folder { get; }

    /// <summary>A folder for the files of an installation.</summary>
    public string Data => Path.Combine(Folder, "files");

    /// <summary>The connection string of the database that every cluster has.</summary>
    public string Database => Of("postgres");

    /// <summary>Makes a cluster and starts it.</summary>
    /// <param name="within">a folder that everybody may enter; the one of the tests when null</param>
    public static async Task<OwnCluster> Start(string? within = null)
    {
        var cluster = new OwnCluster(within ?? Environment.GetEnvironmentVariable("VRIDLO_TEST_WORK") ?? Path.GetTempPath());
        Directory.CreateDirectory(cluster.Folder);
        if (IsRoot)
        {
            await Run("chown", "postgres", cluster.Folder);
        }

        await Owner("initdb", "-D", cluster.Folder + "/data", "-U", "vridlo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await cluster.Control("start");
        return cluster;
    }

    /// <summary>Makes a database and gives its connection string.</summary>
    /// <param name="database">its name</param>
    /// <param name="on">the folder of another disk where it lies, or null</param>
    public async Task<string> Make(string database, string? on = null)
    {
        if (on is not null)
        {
            await Run("chown", "postgres", on);
            await Run($"CREATE TABLESPACE \"{database}\" LOCATION '{on}'");
        }

        await Run($"CREATE DATABASE \"{database}\"" + (on is null ? "" : $" TABLESPACE \"{database}\""));
        return Of(database);
    }

    /// <summary>Runs a statement in the database that every cluster has.</summary>
    public async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts it again, whether it still runs or has ended by itself.</summary>
    public Task Revive() => Control("restart", "-m", "immediate");

    /// <param name="mode"><c>fast</c> breaks connections off, <c>immediate</c> is a crash</param>
    public async Task Restart(string mode)
    {
        await Control("stop", "-m", mode);
        await Task.Delay(700);
        await Control("start");
    }

    public async ValueTask DisposeAsync()
    {
        await Control("stop", "-m", "immediate");
        Directory.Delete(Folder, recursive: true);
    }

    private string Of(string database) => $"Host={Folder};Username=vridlo;Database={database};Maximum Pool Size=30;Timeout=10";

    private Task Control(string what, params string[] more) =>
        Owner("pg_ctl", [what, "-w", "-D", Folder + "/data", "-l", Folder + "/data/server.log", "-o", $"-k {Folder} -c listen_addresses=", .. more]);

    private static Task Owner(string program, params string[] arguments) =>
        IsRoot ? Run("runuser", ["-u", "postgres", "--", $"{Bin}/{program}", .. arguments]) : Run($"{Bin}/{program}", arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        // Output goes nowhere: the server that is started would hold a pipe open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
