using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Core.Publishing;

namespace Vridlo.Places.List;

/// <summary>The addresses at which the municipalities of the region can be downloaded.</summary>
internal static class ListFiles
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/obce", Source).Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Places, Topics.Programme));

    private static async Task<ListSource<Place>?> Source(HttpContext context)
    {
        var (services, stop) = (context.RequestServices, context.RequestAborted);
        var places = services.GetRequiredService<IPlaces>();
        return await services.GetRequiredService<Home>().Region(stop) is { } region
            ? new(await PlacesList.Of(places, region.Code, stop), places.Municipalities(null).Where(p => p.Region == region.Code))
            : null;
    }
}
