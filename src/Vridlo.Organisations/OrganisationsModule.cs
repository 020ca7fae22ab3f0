using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;
using Vridlo.Core.Publishing;
using Vridlo.Organisations.Api;
using Vridlo.Organisations.Editing;
using Vridlo.Organisations.Listing;

namespace Vridlo.Organisations;

/// <summary>The register of organisations (subjekty): one page for each, with all that modules have of it.</summary>
public sealed class OrganisationsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "organisations";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<SaveOrganisation>().AddScoped<SeatTyped>();

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api) => OrganisationsApi.Map(api);

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/subjekty", Listed(o => OrganisationsList.Of(o, "/subjekty"))).Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Organisations));
        endpoints.MapList(OrganisationsList.WorkRoot, Listed(OrganisationsList.ForWork)).Right(OrganisationRights.Edit);
    }

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("subjekty", "organisations", "traeger");
        d.OfficeRight(OrganisationRights.Edit, Role.Strategist, Role.Owner);
        d.FootLink("programmes.foot", "organisations.title", "/subjekty");
        d.WorkEntry("projects.work", "organisations.title", "list", "/prace/subjekty", 220, OrganisationRights.Edit);
        d.PublicThings.Add("organisation");
        d.Undo(SaveOrganisation.Merged, SaveOrganisation.Undo);
        d.Undo(SaveOrganisation.Changed, SaveOrganisation.Undo);
        d.History(new("organisation", OrganisationRights.Edit));
        d.Pages("/subjekty");
    }

    private static Func<HttpContext, Task<ListSource<OrganisationListed>?>> Listed(Func<IOrganisations, ListSource<OrganisationListed>> list) => context =>
        Task.FromResult<ListSource<OrganisationListed>?>(list(context.RequestServices.GetRequiredService<IOrganisations>()));
}
