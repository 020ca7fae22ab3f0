using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base.Lists;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using static Vridlo.Programmes.Api.ProgrammesApi;

namespace Vridlo.Programmes.Api;

/// <summary>Coverage in the open interface: what the measures need, working or still missing.</summary>
internal static class CoverageApi
{
    private static readonly ListOf<NeedState> Needs = new()
    {
        Name = "coverage",
        Id = SortKey<NeedState>.By(n => n.Need.Key),
        Order = "need",
        Columns =
        [
            new("measure", "programmes.list.measure", n => n.Need.Measure),
            new("need", "programmes.list.need", n => n.Need.Key) { Sort = SortKey<NeedState>.By(n => n.Need.Key) },
            new("kind", "programmes.list.instrument", n => n.Need.Kind),
            new("title", "programmes.list.title", n => n.Need.Title),
            new("activities", "programmes.list.activities", n => string.Join(' ', n.Need.Activities)),
            new("works", "programmes.list.works", n => n.Works),
            new("metBy", "programmes.list.met-by", n => string.Join(' ', n.MetBy.Select(i => i.Code))),
        ],
    };

    public static void Map(RouteGroupBuilder programmes)
    {
        programmes.MapGet("/{programme}/coverage", (HttpContext context, string programme, string? asOf, AskedEdition asked, IProgrammeLedger ledger) =>
                Answer(context, programme, asOf, asked, ledger, context.Request.PrefersCsv()))
            .WithMetadata(new ShowsAttribute(Topics.Programme, Topics.Instruments))
            .Described<CoverageAnswer>("coverage.measures", csv: true, examples: Programme);
        programmes.MapGet("/{programme}/coverage.csv", (HttpContext context, string programme, string? asOf, AskedEdition asked, IProgrammeLedger ledger) =>
                Answer(context, programme, asOf, asked, ledger, csv: true))
            .WithMetadata(new ShowsAttribute(Topics.Programme, Topics.Instruments))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(HttpContext context, string programme, string? asOf, AskedEdition asked, IProgrammeLedger ledger, bool csv)
    {
        var edition = await asked.Find(programme, null, asOf, context.RequestAborted);
        if (!edition.Ok)
        {
            return edition.Problems.Answer();
        }

        var needs = await ledger.Needs(edition.Value.Id, null, context.RequestAborted);
        if (csv)
        {
            return new ListFile<NeedState>(Needs, needs.ToAsyncEnumerable(), ListFormat.Csv);
        }

        var of = needs.ToLookup(n => n.MeasureId);
        var measures = (await ledger.Tree(edition.Value.Id, context.RequestAborted)).Where(n => n.Kind is NodeKind.Measure);
        return Results.Json(
            new CoverageAnswer(programme, edition.Value.Code, needs.Count, needs.Count(n => n.Works), [.. measures.Select(m =>
                new MeasureCoverage(m.Code, m.Title, of[m.Id].Count(n => n.Works), [.. of[m.Id].Select(n => n.Shape())]))]),
            ApiJson.Options);
    }
}
