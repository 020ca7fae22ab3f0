using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Places;

namespace Vridlo.Places;

/// <summary>The pages of the territory for the map of the site.</summary>
internal static class SitePages
{
    public static async IAsyncEnumerable<string> All(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return "/mapa";
        yield return "/obce";
        if (await services.GetRequiredService<Home>().Region(stop) is not { } region
            || await services.GetRequiredService<IPlaces>().Territory(region.Code, stop) is not { } territory)
        {
            yield break;
        }

        foreach (var district in territory.Municipalities.Select(m => m.Parent).OfType<string>().Distinct())
        {
            yield return $"/okresy/{district}";
        }

        foreach (var municipality in territory.Municipalities)
        {
            yield return $"/obce/{municipality.Code}";
        }
    }
}
