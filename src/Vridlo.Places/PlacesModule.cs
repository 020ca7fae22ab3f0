using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Places.Api;
using Vridlo.Places.Boundaries;
using Vridlo.Places.Gazetteers;
using Vridlo.Places.List;

namespace Vridlo.Places;

/// <summary>The territory: pages of municipalities and districts, the map, boundaries from the state's register.</summary>
public sealed class PlacesModule : IModule
{
    /// <inheritdoc/>
    public string Name => "places";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<Home>().AddScoped<LoadBoundaries>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => PlacesApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints) => ListFiles.Map(endpoints);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [LoadBoundariesCommand.Make(cli)];

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("mapa", "map", "karte");
        d.AddressWord("obce", "municipalities", "gemeinden");
        d.AddressWord("okresy", "districts", "bezirke");
        d.MenuEntry("places.menu.map", "/mapa", order: 25);
        d.HomePicture(typeof(HomeMap));
        d.Pages(SitePages.All);
        d.OnFirstStart(ShippedGazetteer.Load);
    }
}
