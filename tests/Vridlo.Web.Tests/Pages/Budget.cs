namespace Vridlo.Web.Tests.Pages;

/// <summary>How many SQL statements an address may send when nothing of what it shows is in memory.</summary>
internal static class Budget
{
    private const int Usual = 6;

    /// <summary>What waits for the person is counted on every page of the workspace.</summary>
    private const int Navigation = 8;

    private static readonly Dictionary<string, int> Others = new(StringComparer.Ordinal)
    {
        ["/health/ready"] = 1,
        ["/"] = 10,
        ["/programy/{Programme}"] = 10,
        ["/programy/{Programme}/{Code}"] = 14,
        ["/programy/{Programme}/vydani/{EditionCode}/{Code}"] = 14,
        ["/soulad/{From}/{Other}"] = 7,
        ["/prace/soulad"] = 7,
        ["/prace/soulad/{From}/{Other}"] = 9,
        ["/prace/soulad/{From}/{Other}/{A}/{B}"] = 9,
        ["/prace/prava/{Programme}/{Code}"] = 9,
        ["/prace/kontroly"] = 7,
        ["/programy/{Programme}/opatreni"] = 7,
        ["/programy/{Programme}/aktivity"] = 7,
        ["/programy/{Programme}/{Code}/vyvoj"] = 12,
        ["/prace/programy/{Programme}/vratit/{Node:guid}"] = 16,
        ["/srovnani"] = 11,
        ["/programy/{Programme}/srovnani"] = 11,
        ["/api/v1/programmes/{programme}/nodes/{code}"] = 9,
        ["/api/v1/programmes/{programme}/editions/{edition}/nodes/{code}"] = 9,
        ["/obce"] = 8,
        ["/prace/pripominky"] = 9,
        ["/prace/pripominky/{Kind}/{Id}"] = 11,
        ["/prace/pripominky/{Id:guid}"] = 11,
        ["/prace/pripominky/{Id:guid}/uprava"] = 9,
        ["/prace/ja"] = 8,
        ["/prace/koncepty/{Id:guid}"] = 9,
        ["/prace/koncepty/{Id:guid}/zmeny"] = 9,
        ["/prace/koncepty/{Id:guid}/zdroj"] = 10,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}"] = 13,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}/presunout"] = 7,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}/precislovat"] = 7,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}/rozdelit"] = 7,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}/sloucit"] = 7,
        ["/prace/koncepty/{Id:guid}/uzel/{Node:guid}/vypustit"] = 7,
        ["/prace/koncepty/{Id:guid}/nastroj"] = 7,
        ["/prace/koncepty/{Id:guid}/nastroj/{Key}"] = 7,
        ["/prace/koncepty/{Id:guid}/rozpory"] = 10,
        ["/prace/koncepty/{Id:guid}/schvalovani"] = 11,
        ["/prace/koncepty/{Id:guid}/nahrada"] = 12,
        ["/prace/koncepty/{Id:guid}/udaje"] = 8,
        ["/prace/koncepty/{Id:guid}/pridat"] = 8,
        ["/prace/zpravy-o-uplatnovani"] = 12,
        ["/prace/historie"] = 10,
        ["/prace/historie/{Id:guid}"] = 10,
        ["/prace/historie.{format:regex(^(csv|xlsx|json)$)}"] = 8,
        ["/obce/{Code}"] = 10,
        ["/projekty/{Code}"] = 10,
        ["/projekty/tabule"] = 11,
        ["/projekty/mapa"] = 9,
        ["/prace/projekty"] = 7,
        ["/prace/projekty/novy"] = 7,
        ["/prace/projekty/{Code}"] = 16,
        ["/prace/projekty/{Code}/uprava"] = 15,
        ["/prace/projekty/{Code}/stav"] = 10,
        ["/prace/projekty/{Code}/penize"] = 13,
        ["/penize/ucetnictvi"] = 8,
        ["/prace/ucetnictvi/{Code}"] = 7,
        ["/prace/ucetnictvi/{Code}/shoda"] = 10,
        ["/prace/ucetnictvi/{Code}/soubor/{Id:guid}"] = 12,
        ["/prace/projekty/{Code}/penize/{Posting:guid}/storno"] = 11,
        ["/prace/lide"] = 8,
        ["/prace/ja/udaje.json"] = 12,
        ["/prace/lide/{id:guid}/udaje.json"] = 12,
        ["/okresy/{Code}"] = 7,
    };

    public static int Of(string route) =>
        Others.GetValueOrDefault(route, Usual) + (route == "/prace" || route.StartsWith("/prace/", StringComparison.Ordinal) ? Navigation : 0);
}
