using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Core.Publishing;
using Vridlo.Places.List;

namespace Vridlo.Places.Api;

/// <summary>Places in the open interface: what the pages show, as JSON, CSV and GeoJSON.</summary>
internal static class PlacesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var places = api.MapGroup("/places").Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Places));
        places.MapGet("", List).Described<ApiPage<PlaceAnswer>>("places.list", csv: true, paged: true, filters: ["q", "within"], examples: Within);
        places.MapGet("/{code}", One).Described<PlaceAnswer>("places.one", examples: ("code", "554961"));
        places.MapGet("/map.geojson", Shapes).Described<object>("places.map", examples: Within);
    }

    private static (string, string) Within => ("within", "CZ041");

    private static async Task<IResult> List(HttpContext context, IPlaces places) =>
        await new ListSource<Place>(await PlacesList.Of(places, null, context.RequestAborted), places.Municipalities(null)).Answer(context, PlaceAnswer.Of);

    private static async Task<IResult> One(string code, IPlaces places, CancellationToken stop) =>
        await places.All.FirstOrDefaultAsync(p => p.Code == code && p.Kind != PlaceKind.Abroad, stop) is { } place
            ? Results.Json(PlaceAnswer.Of(place), ApiJson.Options)
            : Problem.NotFound("places.unknown", code).Answer();

    /// <summary>What is no code at all is not asked for: PostgreSQL takes no NUL.</summary>
    private static async Task<IResult> Shapes(string within, IPlaces places, CancellationToken stop) =>
        within.All(char.IsAsciiLetterOrDigit) && await places.Territory(within, stop) is { } territory
            ? Results.Text(MapGeoJson.Write(territory), "application/geo+json")
            : Problem.NotFound("places.unknown", within).Answer();
}
