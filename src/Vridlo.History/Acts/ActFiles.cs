using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.History;
using Vridlo.Core.Lists;

namespace Vridlo.History.Acts;

/// <summary>The history as files.</summary>
internal static class ActFiles
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapList("/prace/historie", async context =>
        (ListSource<ActShown>?)await context.RequestServices.GetRequiredService<ListActs>().Source(context.RequestAborted)).Right(HistoryModule.Right);
}
