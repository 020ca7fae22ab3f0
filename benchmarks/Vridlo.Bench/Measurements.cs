using System.Diagnostics;

namespace Vridlo.Bench;

/// <summary>What is measured, in what order, against which targets (see docs/performance.md).</summary>
internal static class Measurements
{
    private const int Rounds = 2;
    private const int FloodSeconds = 4;
    private const int AllTowns = 6250;

    private static readonly (string What, string Address)[] Pages =
    [
        ("home", "/"),
        ("area", "/programy/prkk-2021/8"),
        ("measure", "/programy/prkk-2021/8.2"),
        ("search", "/hledani?q=lazenstvi"),
    ];

    private static readonly (string What, string Address)[] InManyProgrammes =
    [
        ("area page", "/programy/prkk-2021/8?"),
        ("search", "/hledani?q=lazenstvi&"),
        ("search, two words", "/hledani?q=obnova+lesy&"),
        ("comparison of editions", "/programy/prkk-2021/srovnani?"),
    ];

    public static async Task Run(string program, string document, string large, string work, Report report)
    {
        string[] Serve(string data, string urls) => [program, "serve", "--urls", urls, "--data", Path.Combine(work, data)];
        await Starts(Serve, report);
        await using (var site = await Running.Start("/", urls => Serve("small", urls)))
        {
            await Throughput(site, report);
            await Uncached(site, report);
            report.Add("resident after all this load", $"{Report.Number(site.ResidentMegabytes)} MB", "", "", "", true);
        }

        await Grown(Serve, Path.Combine(work, "small"), Path.Combine(work, "grown"), report);
        report.AtMost("import of the programme (38 pages of text)", await Import(program, document, Path.Combine(work, "package")), 1, "s");
        report.AtMost("import of a document of 398 pages (PDF)", await Import(program, large, Path.Combine(work, "large-package")), 10, "s");
    }

    private static async Task Starts(Func<string, string, string[]> serve, Report report)
    {
        await using (var first = await Running.Start("/", urls => serve("small", urls)))
        {
            report.AtMost("first start to first page (makes the database, loads the programme)", first.FirstPage.TotalSeconds, 5, "s");
        }

        var (times, resident) = (new List<double>(), 0.0);
        for (var i = 0; i < 5; i++)
        {
            await using var site = await Running.Start("/", urls => serve("small", urls));
            times.Add(site.FirstPage.TotalSeconds);
            foreach (var (_, address) in Pages)
            {
                await site.Client.GetByteArrayAsync(address);
            }

            resident = Math.Max(resident, site.ResidentMegabytes);
        }

        report.AtMost("start to first page (median of 5)", times.Order().ElementAt(2), 2, "s");
        report.AtMost("resident with the programme loaded, each kind of page asked for", resident, 150, "MB");
    }

    private static async Task Throughput(Running site, Report report)
    {
        var self = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? typeof(Measurements).Assembly.Location : null;
        await using var bare = await Running.Start("/1", urls => [self ?? Path.ChangeExtension(Environment.ProcessPath!, ".dll"), "bare", urls]);
        foreach (var (what, address) in Pages)
        {
            var size = (await site.Client.GetByteArrayAsync(address)).Length;
            var (ours, theirs) = (0.0, 0.0);
            for (var i = 0; i < Rounds; i++)
            {
                theirs += await Load.Flood(new(bare.Client.BaseAddress!, $"/{size}"), FloodSeconds) / Rounds;
                ours += await Load.Flood(new(site.Client.BaseAddress!, address), FloodSeconds) / Rounds;
            }

            var ratio = ours / theirs;
            report.Add($"{what}, from memory, 64 connections ({size / 1024} kB)", $"{Report.Number(ours)}/s", $"bare Kestrel {Report.Number(theirs)}/s", Report.Number(ratio), "≥ 0.50", ratio >= 0.5);
        }
    }

    private static async Task Uncached(Running site, Report report)
    {
        var tree = await site.Client.GetStringAsync("/programy/prkk-2021/opatreni.csv");
        string[] measures = [.. tree.Split('\n').Skip(1).Select(line => line.Split(',')[0]).Where(code => code.Contains('.', StringComparison.Ordinal))];
        string Fresh(int i) => $"/programy/prkk-2021/{measures[i % measures.Length]}?made={Guid.CreateVersion7():N}";
        await Load.Pace(site.Client, Fresh, perSecond: 200, seconds: 5);
        var taken = await Load.Pace(site.Client, Fresh, perSecond: 200, seconds: 10);
        report.AtMost($"measure made anew ({measures.Length} of them in turn), 200 requests a second: p99", taken[taken.Length * 99 / 100], 25, "ms");
        report.Add("the same: median", $"{Report.Number(taken[taken.Length / 2])} ms", "", "", "", true);
    }

    private static async Task Grown(Func<string, string, string[]> serve, string small, string grown, Report report)
    {
        await Towns.Fill(small, 0);
        var watch = Stopwatch.StartNew();
        await Towns.Fill(grown, AllTowns);
        report.Add($"entering {AllTowns} programmes of {Towns.Nodes} nodes through the ledger", $"{Report.Number(watch.Elapsed.TotalSeconds)} s", "", "", "", true);
        await using var before = await Running.Start("/", urls => serve("small", urls));
        await using var after = await Running.Start("/", urls => serve("grown", urls));
        foreach (var (what, address) in InManyProgrammes)
        {
            var (few, many) = (await Often(before, address), await Often(after, address));
            report.Add($"{what}, made anew, with {Report.Number(AllTowns * Towns.Nodes)} nodes", $"{Report.Number(many)} ms", $"with one programme {Report.Number(few)} ms", Report.Number(many / few), "≤ 3", many <= few * 3);
        }

        report.Add("resident with all these", $"{Report.Number(after.ResidentMegabytes)} MB", "", "", "", true);
    }

    private static async Task<double> Often(Running site, string address)
    {
        string Fresh(int i) => $"{address}made={Guid.CreateVersion7():N}";
        await Load.Median(site.Client, Fresh, 60);
        return await Load.Median(site.Client, Fresh, 100);
    }

    private static async Task<double> Import(string program, string document, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [program, "import", document, "--out", folder, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var import = Process.Start(start)!;
        var (said, wrong) = (import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        return import.ExitCode == 0 && (await said).Length > 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(await wrong);
    }
}
