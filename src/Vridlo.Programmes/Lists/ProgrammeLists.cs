using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Programmes.Public;

namespace Vridlo.Programmes.Lists;

/// <summary>The addresses at which lists of programmes can be downloaded.</summary>
internal static class ProgrammeLists
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/programy", context => Task.FromResult<ListSource<ProgrammeListed>?>(
            new(ProgrammesList.Declared, context.RequestServices.GetRequiredService<IProgrammeLedger>().Programmes)))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme));
        foreach (var word in NodeLists.Words)
        {
            endpoints.MapList("/programy/{programme}/" + word, context => Nodes(context, NodeLists.Named(word)))
                .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme));
        }
    }

    private static async Task<ListSource<NodeListed>?> Nodes(HttpContext context, NodeLists.Kind kind)
    {
        var services = context.RequestServices;
        var reading = services.GetRequiredService<Reading>();
        return await reading.Edition($"{context.GetRouteValue("programme")}", null, null, context.RequestAborted) is { Head: var edition }
            ? new(NodesList.Of(edition, kind.Name), kind.Of(services.GetRequiredService<IProgrammeLedger>(), edition))
            : null;
    }
}
