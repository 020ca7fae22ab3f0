using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.History;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.History.Acts;
using Vridlo.History.Things;

namespace Vridlo.History;

/// <summary>The full history of everything for those who may read it, and the way back; that of one public thing for everybody.</summary>
public sealed class HistoryModule : IModule
{
    internal const string Right = "history.read";

    /// <inheritdoc/>
    public string Name => "history";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<ListActs>().AddScoped<ChangesInWords>().AddScoped<ThingChanges>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => HistoryApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        ActFiles.Map(endpoints);
        endpoints.MapList(ThingChanges.Path, ThingChanges.ForFiles).Right(Rights.Public).WithMetadata(new ShowsAttribute());
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("historie", "history", "verlauf");
        d.Right(Right, Role.Strategist, Role.Owner, Role.Guarantor);
        d.OfficeRight(ReadHistory.Everything);
        d.WorkEntry("", "history.title", "seal", "/prace/historie", 80, Right);
        foreach (var subject in (string[])["programme", "programme.edition", "programme.approval", "instrument", "instrument.link", "place.load"])
        {
            d.History(new(subject, Right));
        }
    }
}
