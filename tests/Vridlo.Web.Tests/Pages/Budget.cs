namespace Vridlo.Web.Tests.Pages;

/// <summary>How many SQL statements an address may send when nothing of what it shows is in memory.</summary>
internal static class Budget
{
    private const int Usual = 6;

    private static readonly Dictionary<string, int> Others = new(StringComparer.Ordinal)
    {
        ["/health/ready"] = 1,
        ["/"] = 10,
        ["/programy/{Programme}"] = 10,
        ["/programy/{Programme}/{Code}"] = 10,
        ["/programy/{Programme}/vydani/{EditionCode}/{Code}"] = 10,
        ["/programy/{Programme}/opatreni"] = 7,
        ["/programy/{Programme}/aktivity"] = 7,
        ["/srovnani"] = 9,
        ["/programy/{Programme}/srovnani"] = 9,
        ["/api/v1/programmes/{programme}/nodes/{code}"] = 9,
        ["/api/v1/programmes/{programme}/editions/{edition}/nodes/{code}"] = 9,
        ["/obce"] = 8,
        ["/prace/ja"] = 8,
        ["/prace/lide"] = 8,
        ["/prace/ja/udaje.json"] = 12,
        ["/prace/lide/{id:guid}/udaje.json"] = 12,
        ["/obce/{Code}"] = 9,
        ["/okresy/{Code}"] = 7,
    };

    public static int Of(string route) => Others.GetValueOrDefault(route, Usual);
}
