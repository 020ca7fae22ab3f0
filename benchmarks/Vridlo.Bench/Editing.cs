using System.Diagnostics;

namespace Vridlo.Bench;

/// <summary>50 people write, 100 times a second together, while 200 readers read; against the same readers alone.</summary>
internal static class Editing
{
    private const int People = 50;
    private const int WritesPerSecond = 100;
    private const int ReadsPerSecond = 200;
    private const int Seconds = 15;

    private static readonly string[] Pages = ["/", "/programy/prkk-2021", "/programy/prkk-2021/8", "/programy/prkk-2021/8.2", "/hledani?q=lazenstvi", "/programy"];

    public static async Task Run(Installed installed, Report report)
    {
        await using var site = await Running.Start("/", installed.Serve);
        var officials = await Official.Of(installed, site.Client.BaseAddress!, People);
        try
        {
            await Together(site, officials, 3, "w");
            var alone = await Load.Pace(site.Client, Page, ReadsPerSecond, Seconds);
            var (writes, reads) = await Together(site, officials, Seconds, "m");
            var again = await Load.Pace(site.Client, Page, ReadsPerSecond, Seconds);
            var (write, beside, quiet) = (P99(writes), P99(reads), (P99(alone) + P99(again)) / 2);
            report.AtMost($"{People} people write, {WritesPerSecond} times a second, beside 200 readers, {installed.Engine}: p99 of a write", write, 100, "ms");
            report.Add("the same: median of a write", $"{Report.Number(writes[writes.Length / 2])} ms", "", "", "", true);
            report.Add($"the readers' p99 meanwhile, {installed.Engine}", $"{Report.Number(beside)} ms", $"without writers {Report.Number(quiet)} ms", Report.Number(beside / quiet), "≤ 2", beside <= quiet * 2);
        }
        finally
        {
            foreach (var official in officials)
            {
                official.Dispose();
            }
        }
    }

    private static string Page(int i) => Pages[i % Pages.Length];

    private static double P99(double[] sorted) => sorted[sorted.Length * 99 / 100];

    private static async Task<(double[] Writes, double[] Reads)> Together(Running site, IReadOnlyList<Official> officials, int seconds, string prefix)
    {
        var writing = Task.Run(() => Write(officials, seconds, prefix));
        var reads = await Load.Pace(site.Client, Page, ReadsPerSecond, seconds);
        return (await writing, reads);
    }

    /// <summary>Each write goes out at its time, whoever is still waiting.</summary>
    private static async Task<double[]> Write(IReadOnlyList<Official> officials, int seconds, string prefix)
    {
        var (clock, sent) = (Stopwatch.StartNew(), new List<Task<double>>());
        for (var i = 0; i < WritesPerSecond * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / WritesPerSecond);
            if (due - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            sent.Add(officials[i % officials.Count].Write($"{prefix}{i}@example.org", clock, due));
        }

        return [.. (await Task.WhenAll(sent)).Order()];
    }
}
