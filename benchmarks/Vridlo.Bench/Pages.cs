using Vridlo.Testing;

namespace Vridlo.Bench;

/// <summary>The start, and public pages: from memory beside the bare endpoint, and made anew.</summary>
internal static class Pages
{
    private const int Rounds = 2;
    private const int FloodSeconds = 4;

    private static readonly (string What, string Address)[] Kinds =
    [
        ("home", "/"),
        ("area", "/programy/prkk-2021/8"),
        ("measure", "/programy/prkk-2021/8.2"),
        ("search", "/hledani?q=lazenstvi"),
    ];

    public static async Task Measure(Ground ground, Report report)
    {
        await Starts(ground, report);
        await using var site = await ground.Serve(await ground.At(Engine.Sqlite, "pages"));
        await using var bare = await Bare.Start();
        foreach (var (what, address) in Kinds)
        {
            await FromMemory(site, bare, what, address, report);
        }

        await Anew(site, report);
        report.Say("resident after all this load", $"{Report.Number(site.ResidentMegabytes)} MB");
    }

    /// <summary>
    /// Every public request asks whether its page is still true: a pragma on SQLite, a question shared by all who ask at the moment on
    /// PostgreSQL. The same page of both beside the bare endpoint says what that costs.
    /// </summary>
    public static async Task Asking(Ground ground, Report report)
    {
        await using var bare = await Bare.Start();
        foreach (var (engine, name) in Ground.Engines)
        {
            await using var site = await ground.Serve(await ground.At(engine, "pages"));
            await FromMemory(site, bare, $"measure on {name}", "/programy/prkk-2021/8.2", report);
            await Load.Median(site.Client, _ => "/programy/prkk-2021/8.2", 500);
            report.Say($"the same on {name}, one reader after another: median", $"{Report.Number(await Load.Median(site.Client, _ => "/programy/prkk-2021/8.2", 2000))} ms");
        }
    }

    private static async Task Starts(Ground ground, Report report)
    {
        var installation = await ground.At(Engine.Sqlite, "pages");
        await using (var first = await ground.Serve(installation))
        {
            report.AtMost("first start to first page (makes the database, loads the programme)", first.FirstPage.TotalSeconds, 5, "s");
        }

        var (times, resident) = (new List<double>(), 0.0);
        for (var i = 0; i < 5; i++)
        {
            await using var site = await ground.Serve(installation);
            times.Add(site.FirstPage.TotalSeconds);
            foreach (var (_, address) in Kinds)
            {
                await site.Client.GetByteArrayAsync(address);
            }

            resident = Math.Max(resident, site.ResidentMegabytes);
        }

        report.AtMost("start to first page (median of 5)", times.Order().ElementAt(2), 2, "s");
        report.AtMost("resident with the programme loaded, each kind of page asked for", resident, 150, "MB");
    }

    private static async Task FromMemory(Running site, Running bare, string what, string address, Report report)
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

    private static async Task Anew(Running site, Report report)
    {
        var measures = await site.Measures();
        string Fresh(int i) => $"{measures[i % measures.Count]}?made={Guid.CreateVersion7():N}";
        await Load.Pace(i => Load.Read(site.Client, Fresh(i)), perSecond: 200, seconds: 5);
        var taken = await Load.Pace(i => Load.Read(site.Client, Fresh(i)), perSecond: 200, seconds: 10);
        report.AtMost($"measure made anew ({measures.Count} of them in turn), 200 requests a second: p99", Load.Percentile(taken, 99), 25, "ms");
        report.Say("the same: median", $"{Report.Number(Load.Percentile(taken, 50))} ms");
    }
}
