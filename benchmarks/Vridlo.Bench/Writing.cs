using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Core.Access;
using Vridlo.Testing;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>
/// Fifty people edit at once, two strategists and the owners of 48 parts of the programme, a hundred writes a second altogether, while two
/// hundred readers ask for a page a second each.
/// </summary>
internal static partial class Writing
{
    private const int People = 50;
    private const int WritesPerSecond = 100;
    private const int ReadsPerSecond = 200;
    private const int Seconds = 15;
    private const int Rounds = 2;
    private const double MostMilliseconds = 100;

    public static async Task Measure(Ground ground, Report report)
    {
        foreach (var (engine, name) in Ground.Engines)
        {
            var installation = await ground.At(engine, "writing");
            await using var site = await ground.Serve(installation);
            var editors = await Gather(installation, site.Client.BaseAddress!);
            var read = await Reader(site);

            // Both have been done before they are measured.
            await Task.WhenAll(Load.Pace(read, ReadsPerSecond, 5), Write(editors, 0, 5));
            var (alone, beside, writes, done, work) = (new List<double>(), new List<double>(), new List<double>(), 5, 0.0);
            for (var round = 0; round < Rounds; round++, done += Seconds)
            {
                var begun = site.ProcessorMilliseconds;
                alone.AddRange(await Load.Pace(read, ReadsPerSecond, Seconds));
                var between = site.ProcessorMilliseconds;
                var writing = Write(editors, done, Seconds);
                beside.AddRange(await Load.Pace(read, ReadsPerSecond, Seconds));
                writes.AddRange(await writing);
                work += site.ProcessorMilliseconds - between - (between - begun);
            }

            Say(report, name, [.. writes.Order()], [.. alone.Order()], [.. beside.Order()]);
            report.Say("processor time of a write", $"{Report.Number(work / writes.Count)} ms");
            foreach (var editor in editors)
            {
                editor.Dispose();
            }
        }
    }

    private static void Say(Report report, string name, double[] writes, double[] alone, double[] beside)
    {
        report.AtMost($"{People} people editing, {WritesPerSecond} writes a second, on {name}: p99 of a write", Load.Percentile(writes, 99), MostMilliseconds, "ms");
        report.Say("the same: median", $"{Report.Number(Load.Percentile(writes, 50))} ms");
        var (without, with) = (Load.Percentile(alone, 99), Load.Percentile(beside, 99));
        report.Add($"{ReadsPerSecond} readers meanwhile, on {name}: p99 of a public page", $"{Report.Number(with)} ms", $"nobody writing {Report.Number(without)} ms", Report.Number(with / without), "≤ 2", with <= without * 2);
        report.Say("the same: median", $"{Report.Number(Load.Percentile(beside, 50))} ms", $"nobody writing {Report.Number(Load.Percentile(alone, 50))} ms");
    }

    private static Task<double[]> Write(IReadOnlyList<Editor> editors, int secondsBefore, int seconds)
    {
        var first = secondsBefore * WritesPerSecond;
        return Load.Pace(i => editors[(first + i) % editors.Count].Write(first + i + ((first + i) / editors.Count)), WritesPerSecond, seconds);
    }

    /// <summary>Of five pages four are in memory (the home page, areas and measures), and one is a search nobody has asked before.</summary>
    private static async Task<Func<int, Task>> Reader(Running site)
    {
        var measures = await site.Measures();
        string[] pages = ["/", .. measures.Select(m => m[..m.LastIndexOf('.')]).Distinct(), .. measures];
        var random = new Random(1);
        return i => Load.Read(site.Client, i % 5 == 0 ? $"/hledani?q=lazenstvi+{Guid.CreateVersion7():N}" : pages[random.Next(pages.Length)]);
    }

    private static async Task<IReadOnlyList<Editor>> Gather(Installation installation, Uri site)
    {
        await using var app = Server.Build(installation, null);
        var office = new Units(app.Services);
        var editors = new List<Editor>();
        var strategist = await Join(0, new(Role.Strategist));
        var draft = await strategist.Page(await strategist.Amend());
        var nodes = draft.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").Where(a => Node().IsMatch(a)).Distinct().Take(People).ToList();
        foreach (var (i, node) in nodes.Index())
        {
            var worker = i == 0 ? strategist : await Join(i, i == 1 ? new(Role.Strategist) : new(Role.Owner, Node: new(Guid.Parse(node.Split('/')[^1]))));
            editors.Add(await Editor.Open(worker, node));
        }

        return editors;

        async Task<Worker> Join(int person, Grant grant)
        {
            var mail = string.Create(CultureInfo.InvariantCulture, $"editor{person}@example.org");
            await office.Employ(mail, grant);
            return await Office.SignIn(site, mail);
        }
    }

    [GeneratedRegex("^/prace/koncepty/[^/]+/uzel/[^/?#]+$")]
    private static partial Regex Node();
}
