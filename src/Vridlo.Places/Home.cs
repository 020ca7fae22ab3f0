using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Places;

/// <summary>The region this installation is at home in: that of its first programme.</summary>
internal sealed class Home(IPlaces places, IProgrammeLedger programmes, IClock clock)
{
    /// <summary>The region, or null in an installation without programmes.</summary>
    public async Task<Place?> Region(CancellationToken stop)
    {
        if (await programmes.First(stop) is not { } code
            || await programmes.InForce(code, clock.Today(), stop) is not { } edition)
        {
            return null;
        }

        return (await places.Way(edition.Territory, stop)).FirstOrDefault(p => p.Kind is PlaceKind.Region);
    }
}
