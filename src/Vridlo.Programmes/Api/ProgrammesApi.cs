using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Programmes.Lists;

namespace Vridlo.Programmes.Api;

/// <summary>Programmes and their editions in the open interface.</summary>
internal static class ProgrammesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("/programmes").Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme));
        open.MapGet("", (HttpContext context, IProgrammeLedger ledger) =>
                new ListSource<ProgrammeListed>(ProgrammesList.Declared, ledger.Programmes).Answer(context, p => p.Shape()))
            .Described<ApiPage<ProgrammeInList>>("programmes.list", csv: true, paged: true, filters: ["kind"]);
        open.MapList("", context => Task.FromResult<ListSource<ProgrammeListed>?>(
            new(ProgrammesList.Declared, context.RequestServices.GetRequiredService<IProgrammeLedger>().Programmes)));
        open.MapGet("/{programme}", One).Described<ProgrammeAnswer>("programmes.one", examples: Programme);
        open.MapGet("/{programme}/editions", Editions).Described<EditionsAnswer>("editions.list", examples: Programme);
        open.MapGet("/{programme}/editions/{edition}", async (string programme, string edition, AskedEdition asked, CancellationToken stop) =>
                (await asked.Find(programme, edition, null, stop)).Answer(e => e.Shape()))
            .Described<EditionAnswer>("editions.one", examples: [Programme, Edition]);
        NodesApi.Map(open);
        CoverageApi.Map(open);
        ComparisonApi.Map(open);
    }

    public static (string, string) Programme => ("programme", "prkk-2021");

    public static (string, string) Edition => ("edition", "2021");

    private static async Task<IResult> One(string programme, IProgrammeLedger ledger, AskedEdition asked, CancellationToken stop)
    {
        var editions = await ledger.Editions(programme, stop);
        if (editions.Count == 0)
        {
            return Problem.NotFound("programmes.unknown", programme).Answer();
        }

        var head = editions[0];
        var current = await asked.Find(programme, null, null, stop);
        return Results.Json(
            new ProgrammeAnswer(head.Programme, head.Kind, head.Territory, head.Title, head.Short, current.Value?.Code, [.. editions.Select(e => e.Shape())]),
            ApiJson.Options);
    }

    private static async Task<IResult> Editions(string programme, IProgrammeLedger ledger, CancellationToken stop)
    {
        var editions = await ledger.Editions(programme, stop);
        return editions.Count == 0
            ? Problem.NotFound("programmes.unknown", programme).Answer()
            : Results.Json(new EditionsAnswer([.. editions.Select(e => e.Shape())], editions.Count), ApiJson.Options);
    }
}
