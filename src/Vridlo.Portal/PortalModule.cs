using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Portal.Search;

namespace Vridlo.Portal;

/// <summary>The public site's own pages over all ledgers: search, feeds, the map of the site, about the data.</summary>
public sealed class PortalModule : IModule
{
    /// <inheritdoc/>
    public string Name => "portal";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<AskSearch>().AddHostedService<DailySearch>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => SearchApi.Map(api);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [SearchCommand.Make(cli)];

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("hledani", "search", "suche");
    }
}
