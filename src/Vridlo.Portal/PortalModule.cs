using Vridlo.Core;

namespace Vridlo.Portal;

/// <summary>The public site's own pages over all ledgers: search, feeds, the map of the site, about the data.</summary>
public sealed class PortalModule : IModule
{
    /// <inheritdoc/>
    public string Name => "portal";

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("hledani", "search", "suche");
    }
}
