using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;

namespace Vridlo.Programmes.Lists;

/// <summary>The addresses at which lists of programmes can be downloaded.</summary>
internal static class ProgrammeLists
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/programy", context => Task.FromResult<ListSource<ProgrammeListed>?>(
            new(ProgrammesList.Declared, context.RequestServices.GetRequiredService<IProgrammeLedger>().Programmes)))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme));
    }
}
