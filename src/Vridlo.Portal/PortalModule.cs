using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Portal.Changes;
using Vridlo.Portal.Machines;
using Vridlo.Portal.Search;
using Vridlo.Portal.TryApi;

namespace Vridlo.Portal;

/// <summary>The public site's own pages over all ledgers: search, feeds, the map of the site, about the data.</summary>
public sealed class PortalModule : IModule
{
    /// <inheritdoc/>
    public string Name => "portal";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services
        .AddScoped<AskSearch>()
        .AddScoped<ChangesFeed>()
        .AddScoped<Sitemap>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => SearchApi.Map(api);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [SearchCommand.Make(cli)];

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        ChangesAddresses.Map(endpoints);
        MachineAddresses.Map(endpoints);
        TryAddress.Map(endpoints);
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("hledani", "search", "suche");
        d.AddressWord("zmeny", "changes", "aenderungen");
        d.AddressWord("o-datech", "about-the-data", "ueber-die-daten");
        d.AddressWord("pristupnost", "accessibility", "barrierefreiheit");
        d.AddressWord("ochrana-udaju", "privacy", "datenschutz");
        d.FootLink("portal.foot.data", "portal.about.title", "/o-datech");
        d.FootLink("portal.foot.data", "portal.api.title", "/api");
        d.FootLink("portal.foot.data", "portal.changes.title", "/zmeny");
        d.FootLink("portal.foot.data", "portal.changes.feed", "/zmeny.atom");
        d.FootLink("portal.foot.site", "portal.accessibility.title", "/pristupnost");
        d.FootLink("portal.foot.site", "portal.privacy.title", "/ochrana-udaju");
        d.Job("search.due", DailySearch.AfterMidnight, DailySearch.Run);
        d.Data("portal.territory.title", "portal.territory.text");
        d.Pages("/zmeny", "/o-datech", "/api", "/pristupnost", "/ochrana-udaju");
    }
}
