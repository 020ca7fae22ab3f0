using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vridlo.Bench;

/// <summary>A server in a process of its own, on the loopback interface; it ends with this object.</summary>
internal sealed class Running : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private Running(Process process, Uri address, TimeSpan firstPage) =>
        (this.process, Client, FirstPage) = (process, new() { BaseAddress = address, Timeout = Patience }, firstPage);

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the last byte of its first page.</summary>
    public TimeSpan FirstPage { get; }

    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Milliseconds of processor that it has used so far.</summary>
    public double ProcessorMilliseconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>The addresses of the shipped programme's measures.</summary>
    public async Task<IReadOnlyList<string>> Measures()
    {
        var table = await Client.GetStringAsync("/programy/prkk-2021/opatreni.csv");
        return [.. table.Split('\n').Skip(1).Select(line => line.Split(',')[0]).Where(code => code.Contains('.', StringComparison.Ordinal)).Select(code => "/programy/prkk-2021/" + code)];
    }

    public static async Task<Running> Start(string first, Func<string, string[]> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RateLimit"] = "1000000";
        foreach (var argument in arguments(address.ToString().TrimEnd('/')))
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var page = await client.GetAsync(first);
                await page.Content.ReadAsByteArrayAsync();
                return new(process, address, watch.Elapsed);
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
