using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Web.Serving;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it reaches its database too.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).Right(Rights.Public).ExcludeFromDescription();
        app.MapGet("/health/ready", async (AppDb db, CancellationToken stop) =>
            await db.Database.CanConnectAsync(stop) ? Results.Text("ready") : Results.Text("no database", statusCode: StatusCodes.Status503ServiceUnavailable))
            .Right(Rights.Public).ExcludeFromDescription();
    }
}
