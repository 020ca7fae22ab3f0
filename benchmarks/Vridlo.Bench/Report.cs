using System.Globalization;
using System.Text;

namespace Vridlo.Bench;

/// <summary>The table. Each line: what, how much, beside what, their ratio, the target and whether it is met.</summary>
internal sealed class Report
{
    private readonly List<string[]> rows = [];

    public void Add(string what, string measured, string beside, string ratio, string target, bool met)
    {
        rows.Add([what, measured, beside, ratio, target, met ? "yes" : "**no**"]);
        Console.Error.WriteLine(string.Join(" | ", rows[^1]));
    }

    public void AtMost(string what, double measured, double limit, string unit) =>
        Add(what, $"{Number(measured)} {unit}", "", "", $"≤ {Number(limit)} {unit}", measured <= limit);

    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture).Replace(',', ' ');

    public override string ToString()
    {
        var table = new StringBuilder("| what | measured | beside it | ratio | target | met |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var row in rows)
        {
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return table.ToString();
    }
}
