using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vridlo.Bench;

/// <summary>Three ways to ask: as fast as it goes, at a steady pace, one after another.</summary>
internal static partial class Load
{
    private const int Connections = 64;

    /// <summary>Requests a second that wrk gets answered over 64 connections.</summary>
    public static async Task<double> Flood(Uri address, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t2", $"-c{Connections}", $"-d{seconds}s", "--timeout", "10s", address.ToString()])
        {
            start.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return !said.Contains("Non-2xx", StringComparison.Ordinal) && Rate().Match(said) is { Success: true } rate
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(said);
    }

    /// <summary>
    /// Milliseconds from when each was due to its end, sorted. They go out at their time whether earlier ones have been answered or
    /// not, so that a pause of the server counts for everybody who would have waited.
    /// </summary>
    public static async Task<double[]> Pace(Func<int, Task> ask, int perSecond, int seconds)
    {
        var (clock, asked) = (Stopwatch.StartNew(), new List<Task<double>>());
        for (var i = 0; i < perSecond * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            if (due - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            asked.Add(Timed(ask(i), clock, due));
        }

        return [.. (await Task.WhenAll(asked)).Order()];
    }

    /// <summary>Milliseconds of one request, the median of many made one after another.</summary>
    public static async Task<double> Median(HttpClient client, Func<int, string> address, int times)
    {
        var taken = new double[times];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            taken[i] = await Timed(Read(client, address(i)), clock, clock.Elapsed);
        }

        return Percentile([.. taken.Order()], 50);
    }

    /// <summary>Asks for a page and reads it to its last byte.</summary>
    public static async Task Read(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public static double Percentile(double[] sorted, int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];

    private static async Task<double> Timed(Task asked, Stopwatch clock, TimeSpan due)
    {
        await asked;
        return (clock.Elapsed - due).TotalMilliseconds;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
