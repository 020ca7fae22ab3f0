using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;

namespace Vridlo.Alignment.Showing;

/// <summary>The addresses at which what is confirmed can be downloaded.</summary>
internal static class ListFiles
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapList("/soulad/{from}/{to}/seznam", Source)
        .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme, Topics.Nodes));

    public static async Task<ListSource<DecisionListed>?> Source(HttpContext context)
    {
        var (services, values) = (context.RequestServices, context.Request.RouteValues);
        var (from, to) = ($"{values["from"]}", $"{values["to"]}");
        return await services.GetRequiredService<ReadPair>().Heads(from, to, context.RequestAborted) is var (first, second)
            ? new(DecisionListed.List(from, to), DecisionListed.Rows(services.GetRequiredService<AppDb>(), services.GetRequiredService<IProgrammeLedger>(), first, second))
            : null;
    }
}
