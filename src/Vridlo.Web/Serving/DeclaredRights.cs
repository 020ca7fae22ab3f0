using Vridlo.Core.Access;

namespace Vridlo.Web.Serving;

/// <summary>Lets nobody in where no right is declared.</summary>
internal sealed class DeclaredRights(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Routing itself answers a wrong method (405) with an endpoint that no one declares.
        if (context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<RightAttribute>()?.Right != Rights.Public)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
