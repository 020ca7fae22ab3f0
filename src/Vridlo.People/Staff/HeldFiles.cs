using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Core.Access;

namespace Vridlo.People.Staff;

/// <summary>What is held about a person, as a file; the rest of this module is for people alone, not for machines.</summary>
internal static class HeldFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/prace/ja/udaje.json", (Asker asker, HeldAboutPerson held, HttpContext context) => Answer(asker.Person!.Id, held, context))
            .Right(Rights.SignedIn).ExcludeFromDescription();
        endpoints.MapGet("/prace/lide/{id:guid}/udaje.json", (Guid id, HeldAboutPerson held, HttpContext context) => Answer(new(id), held, context))
            .Right(PeopleRights.Manage).ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(PersonId id, HeldAboutPerson held, HttpContext context)
    {
        var found = await held.Run(id, context.RequestAborted);
        return found.Ok ? Results.Json(found.Value) : Results.StatusCode(found.Problems[0].Kind is Base.ProblemKind.NotFound ? 404 : 403);
    }
}
