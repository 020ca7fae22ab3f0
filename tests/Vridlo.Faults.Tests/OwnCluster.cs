using System.Diagnostics;

namespace Vridlo.Faults.Tests;

/// <summary>A PostgreSQL of one test's own, which may be restarted.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Environment.GetEnvironmentVariable("VRIDLO_TEST_WORK") ?? Path.GetTempPath(), "own" + Guid.CreateVersion7().ToString("N")[^12..]);

    private OwnCluster()
    {
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string Bin { get; } = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).First() + "/bin";

    public string Data => Path.Combine(folder, "files");

    public string Database => $"Host={folder};Username=vridlo;Database=postgres;Maximum Pool Size=30;Timeout=10";

    public static async Task<OwnCluster> Start()
    {
        var cluster = new OwnCluster();
        Directory.CreateDirectory(cluster.folder);
        if (IsRoot)
        {
            await Run("chown", "postgres", cluster.folder);
        }

        await Owner("initdb", "-D", cluster.folder + "/data", "-U", "vridlo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await cluster.Control("start");
        return cluster;
    }

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
        Directory.Delete(folder, recursive: true);
    }

    private Task Control(string what, params string[] more) =>
        Owner("pg_ctl", [what, "-w", "-D", folder + "/data", "-l", folder + "/data/server.log", "-o", $"-k {folder} -c listen_addresses=", .. more]);

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
