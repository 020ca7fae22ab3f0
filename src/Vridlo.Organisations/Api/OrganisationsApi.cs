using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Organisations;
using Vridlo.Core.Publishing;
using Vridlo.Organisations.Editing;
using Vridlo.Organisations.Listing;

namespace Vridlo.Organisations.Api;

/// <summary>The register of organisations in the open interface.</summary>
internal static class OrganisationsApi
{
    private static readonly (string, string) Code = ("code", "70891168");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/organisations", async (HttpContext context, IOrganisations organisations) => await OrganisationsList.Of(organisations, "/subjekty").Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Organisations))
            .Described<ApiPage<OrganisationAnswer>>("organisations.list", csv: true, paged: true, filters: ["q"]);
        api.MapPost("/organisations", async (ApiBody<OrganisationBody> body, SaveOrganisation save, CancellationToken stop) =>
                (await save.Add(body.Value.Facts(), stop)).Answer(code => Results.Json(new OrganisationEntered(code), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Right(OrganisationRights.Edit).Writes<OrganisationBody, OrganisationEntered>("organisations.add", StatusCodes.Status201Created);
        api.MapPut("/organisations/{code}", async (string code, ApiBody<OrganisationBody> body, SaveOrganisation save, IOrganisations organisations, CancellationToken stop) =>
                await organisations.By(code, stop) is { } one ? (await save.Change(one.Id, body.Value.Version, body.Value.Facts(), stop)).Answer(v => new OrganisationVersion(v)) : Unknown)
            .Right(OrganisationRights.Edit).Writes<OrganisationBody, OrganisationVersion>("organisations.change", examples: Code);
        api.MapPost("/organisations/{code}/merge", async (string code, ApiBody<MergeBody> body, SaveOrganisation save, IOrganisations organisations, CancellationToken stop) =>
                await organisations.By(code, stop) is { } one && await organisations.By(body.Value.Into, stop) is { } into
                    ? (await save.Merge(one.Id, into.Id, body.Value.Why, stop)).Answer(n => new OrganisationsMerged(n)) : Unknown)
            .Right(OrganisationRights.Edit).Writes<MergeBody, OrganisationsMerged>("organisations.merge", examples: Code);
    }

    private static IResult Unknown => Problem.NotFound("organisations.unknown").Answer();

    private static OrganisationAnswer Shape(OrganisationListed o) => new(o.Code, o.Number, o.Name, o.Place, o.Address, o.DataBox, o.Web, o.Version);
}

/// <summary>An organisation.</summary>
internal sealed record OrganisationAnswer(string Code, string? Number, string Name, string? Place, string Address, string DataBox, string Web, int Version);

/// <summary>What is known of an organisation; its seat by the name or the code of the municipality. The version is that which was seen, and of no use to a new one.</summary>
internal sealed record OrganisationBody(string Name, string Number = "", string Place = "", string Address = "", string DataBox = "", string Web = "", int Version = 0)
{
    internal OrganisationFacts Facts() => new(Name, Number, Place, Address, DataBox, Web);
}

/// <summary>Into which organisation one is merged.</summary>
internal sealed record MergeBody(string Into, string Why = "");

/// <summary>What stands for the organisation in addresses.</summary>
internal sealed record OrganisationEntered(string Code);

/// <summary>The version it has now.</summary>
internal sealed record OrganisationVersion(int Version);

/// <summary>How many organisations mean the other one now.</summary>
internal sealed record OrganisationsMerged(int Merged);
