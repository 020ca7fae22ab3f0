using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.Places;
using Vridlo.Core.Publishing;
using Vridlo.Places.List;

namespace Vridlo.Places.Api;

/// <summary>Places for machines: what the pages show, as JSON, CSV and GeoJSON.</summary>
internal static class PlacesApi
{
    private const int Most = 10_000;

    public static void Map(RouteGroupBuilder api)
    {
        var places = api.MapGroup("/places").WithTags("places");
        Public(places.MapGet("", List), "Municipalities, narrowed by region or district and by part of the name, in Czech order.");
        Public(places.MapGet("/{code}", One), "One place by its official code: NUTS 3, LAU 1 or the six digits of a municipality.");
        Public(places.MapGet("/map.geojson", Shapes), "A region or district for a map: its outline, its districts and its municipalities, in WGS 84.");
        Public(api.MapGet("/places.csv", Csv).WithTags("places"), "The same list as CSV in UTF-8.");
    }

    private static void Public(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Places));

    private static async Task<Ok<PlacesAnswer>> List(
        IPlaces places, CancellationToken stop, string? within = null, string? q = null, string? after = null, int limit = Most)
    {
        var rows = await PlaceRows.After(places, new PlaceFilter(within, q).In(places), after, Math.Clamp(limit, 1, Most), stop);
        return TypedResults.Ok(new PlacesAnswer([.. rows.Rows.Select(PlaceAnswer.Of)], rows.Next));
    }

    private static async Task<Results<Ok<PlaceAnswer>, ProblemHttpResult>> One(string code, IPlaces places, CancellationToken stop) =>
        await places.All.FirstOrDefaultAsync(p => p.Code == code && p.Kind != PlaceKind.Abroad, stop) is { } place
            ? TypedResults.Ok(PlaceAnswer.Of(place))
            : Unknown(code);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Shapes(string within, IPlaces places, CancellationToken stop) =>
        await places.Territory(within, stop) is { } territory
            ? TypedResults.Text(MapGeoJson.Write(territory), "application/geo+json")
            : Unknown(within);

    private static async Task<FileContentHttpResult> Csv(IPlaces places, CancellationToken stop, string? within = null, string? q = null)
    {
        var found = await new PlaceFilter(within, q).In(places).OrderBy(p => p.Name).ThenBy(p => p.Code).ToListAsync(stop);
        using var file = new MemoryStream();
        await using (var text = new StreamWriter(file))
        await using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            await csv.WriteRecordsAsync(found.Select(PlaceAnswer.Of), stop);
        }

        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", "places.csv");
    }

    private static ProblemHttpResult Unknown(string code) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Unknown place", detail: code, type: "places.unknown");
}
