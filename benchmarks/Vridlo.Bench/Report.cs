using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Vridlo.Base;

namespace Vridlo.Bench;

/// <summary>
/// The table as it stands in docs/performance.md, with the day and the machine. Each line: what, how much, beside what, their ratio, the
/// target and whether it is met.
/// </summary>
internal sealed class Report
{
    private readonly string head = Head();
    private readonly List<string[]> rows = [];

    public void Add(string what, string measured, string beside, string ratio, string target, bool met) =>
        Add([what, measured, beside, ratio, target, met ? "yes" : "**no**"]);

    /// <summary>What has no target.</summary>
    public void Say(string what, string measured, string beside = "", string ratio = "") => Add([what, measured, beside, ratio, "", ""]);

    public void AtMost(string what, double measured, double limit, string unit) =>
        Add(what, $"{Number(measured)} {unit}", "", "", $"≤ {Number(limit)} {unit}", measured <= limit);

    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture).Replace(',', ' ');

    public override string ToString()
    {
        var table = new StringBuilder(head).Append("\n| what | measured | beside it | ratio | target | met |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var row in rows)
        {
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return table.ToString();
    }

    private void Add(string[] row)
    {
        rows.Add(row);
        Console.Error.WriteLine(string.Join(" | ", row));
    }

    private static string Head()
    {
        var day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu").Format(SystemClock.Instance.Today());
        var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024 * 1024);
        return $"""
            ## Measured on {day}

            {Environment.ProcessorCount} cores ({processor}), {memory} GB of memory, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. Load when it began: {Number(load)}.

            """;
    }
}
