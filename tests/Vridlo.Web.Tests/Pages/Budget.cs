namespace Vridlo.Web.Tests.Pages;

/// <summary>How many SQL statements an address may send when it is made anew. Two of them are the frame's.</summary>
internal static class Budget
{
    private const int Usual = 8;

    private static readonly Dictionary<string, int> Others = new(StringComparer.Ordinal)
    {
        ["/health/ready"] = 1,
        ["/"] = 10,
        ["/programy/{Programme}"] = 10,
        ["/programy/{Programme}/{Code}"] = 11,
        ["/programy/{Programme}/vydani/{EditionCode}/{Code}"] = 11,
        ["/srovnani"] = 9,
        ["/programy/{Programme}/srovnani"] = 9,
        ["/obce/{Code}"] = 9,
        ["/hledani"] = 11,
        ["/api/v1/programmes/{programme}/nodes/{code}"] = 10,
        ["/api/v1/programmes/{programme}/editions/{edition}/nodes/{code}"] = 10,
    };

    public static int Of(string route) => Others.GetValueOrDefault(route, Usual);
}
