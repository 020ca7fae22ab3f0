using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Vridlo.Web;

namespace Vridlo.Faults.Tests;

/// <summary>The program itself, serving as a process of its own that can be killed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> said;

    private Served(Process process, int port) =>
        (this.process, said, Address) = (process, Talk(process), new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public bool HasEnded => process.HasExited;

    public static async Task<Served> Start(Installation installation, int port, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var served = new Served(Program(["serve", "--urls", $"http://127.0.0.1:{port}", .. Where(installation)], settings), port);
        using var client = new HttpClient { BaseAddress = served.Address };
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return served;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (served.HasEnded || since.Elapsed > Patience)
            {
                await served.DisposeAsync();
                throw new InvalidOperationException("The server did not start: " + await served.said);
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Out, string Talk)> Run(Installation installation, params string[] arguments)
    {
        using var program = Program([.. arguments, .. Where(installation)]);
        var talk = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, output, await talk);
    }

    /// <summary>Begins a command.</summary>
    public static Process Begin(Installation installation, params string[] arguments) => Program([.. arguments, .. Where(installation)]);

    /// <summary>Without any chance to end anything.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string[] Where(Installation installation) =>
        ["--data", installation.Data, .. installation.Database is null ? Array.Empty<string>() : ["--database", installation.Database]];

    private static Process Program(IEnumerable<string> arguments, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings.Prepend(("RateLimit", "1000000")))
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "vridlo.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<string> Talk(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadToEndAsync() + await error;
    }
}
