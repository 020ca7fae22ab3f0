using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Portal.Changes;

/// <summary>Feeds and files of the changes.</summary>
internal static class ChangesAddresses
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/zmeny", Source).Right(Rights.Public).WithMetadata(new ShowsAttribute());
        Feed("/zmeny.atom", (HttpContext context, ChangesFeed feed) => feed.Write(context, null));
        Feed("/programy/{programme}/zmeny.atom", (HttpContext context, ChangesFeed feed) => feed.Write(context, $"{context.GetRouteValue("programme")}"));

        void Feed(string path, Func<HttpContext, ChangesFeed, Task<bool>> write) =>
            endpoints.MapGet(path, async (HttpContext context, ChangesFeed feed) => await write(context, feed) ? Results.Empty : Results.NotFound())
                .Right(Rights.Public).WithMetadata(new ShowsAttribute()).ExcludeFromDescription();
    }

    private static async Task<ListSource<ActListed>?> Source(HttpContext context)
    {
        var services = context.RequestServices;
        var acts = services.GetRequiredService<IRecord>().Acts;
        var entering = await acts.Where(a => a.Edition != null).ToListAsync(context.RequestAborted);
        return new(ChangesList.Of(await services.GetRequiredService<IProgrammeLedger>().Editions(entering, context.RequestAborted)), acts);
    }
}
