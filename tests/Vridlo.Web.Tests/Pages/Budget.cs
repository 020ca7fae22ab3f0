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
        ["/programy/{Programme}/{Code}"] = 12,
        ["/programy/{Programme}/vydani/{EditionCode}/{Code}"] = 12,
        ["/soulad/{From}/{Other}"] = 7,
        ["/prace/soulad"] = 7,
        ["/prace/soulad/{From}/{Other}"] = 9,
        ["/prace/soulad/{From}/{Other}/{A}/{B}"] = 9,
        ["/prace/prava/{Programme}/{Code}"] = 9,
        ["/prace/kontroly"] = 7,
        ["/programy/{Programme}/opatreni"] = 7,
        ["/programy/{Programme}/aktivity"] = 7,
        ["/srovnani"] = 9,
        ["/programy/{Programme}/srovnani"] = 9,
        ["/api/v1/programmes/{programme}/nodes/{code}"] = 9,
        ["/api/v1/programmes/{programme}/editions/{edition}/nodes/{code}"] = 9,
        ["/obce"] = 8,
        ["/prace/ja"] = 7,
        ["/prace/ja/udaje.json"] = 10,
        ["/prace/lide/{id:guid}/udaje.json"] = 10,
        ["/obce/{Code}"] = 9,
        ["/okresy/{Code}"] = 7,
    };

    public static int Of(string route) => Others.GetValueOrDefault(route, Usual);
}
