using System.Diagnostics;
using Vridlo.Testing;

namespace Vridlo.Bench;

/// <summary>The same pages with one programme and with thousands.</summary>
internal static class ManyProgrammes
{
    private const int AllTowns = 6250;

    private static readonly (string What, string Address)[] Kinds =
    [
        ("area page", "/programy/prkk-2021/8?"),
        ("search", "/hledani?q=lazenstvi&"),
        ("search, two words", "/hledani?q=obnova+lesy&"),
        ("comparison of editions", "/programy/prkk-2021/srovnani?"),
    ];

    public static async Task Measure(Ground ground, Report report)
    {
        var (few, many) = (await ground.At(Engine.Sqlite, "few"), await ground.At(Engine.Sqlite, "many"));
        await Towns.Fill(few, 0);
        var watch = Stopwatch.StartNew();
        await Towns.Fill(many, AllTowns);
        report.Say($"entering {AllTowns} programmes of {Towns.Nodes} nodes through the ledger", $"{Report.Number(watch.Elapsed.TotalSeconds)} s");
        await using var before = await ground.Serve(few);
        await using var after = await ground.Serve(many);
        foreach (var (what, address) in Kinds)
        {
            var (with, without) = (await Often(after, address), await Often(before, address));
            report.Add($"{what}, made anew, with {Report.Number(AllTowns * Towns.Nodes)} nodes", $"{Report.Number(with)} ms", $"with one programme {Report.Number(without)} ms", Report.Number(with / without), "≤ 3", with <= without * 3);
        }

        report.Say("resident with all these", $"{Report.Number(after.ResidentMegabytes)} MB");
    }

    private static async Task<double> Often(Running site, string address)
    {
        string Fresh(int i) => $"{address}made={Guid.CreateVersion7():N}";
        await Load.Median(site.Client, Fresh, 60);
        return await Load.Median(site.Client, Fresh, 100);
    }
}
