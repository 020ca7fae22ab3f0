using Microsoft.AspNetCore.Http.Features;

namespace Vridlo.Web.Serving;

/// <summary>
/// Puts the error page in the place of a refusal without body, under the refusal's status. The framework's own re-execution
/// does not wait for what the page reads from the database (dotnet/aspnetcore issue 63933): on PostgreSQL it ends the answer in
/// the middle and takes the connection away from a query under way.
/// </summary>
internal sealed class ErrorPages(RequestDelegate next, IServiceScopeFactory scopes)
{
    /// <summary>A header that rendering adds, and adds only once.</summary>
    private const string FrameworkMark = "blazor-enhanced-nav";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        var status = response.StatusCode;
        if (status < StatusCodes.Status400BadRequest || response.HasStarted || response.ContentLength is not null || !string.IsNullOrEmpty(response.ContentType))
        {
            return;
        }

        var (path, query, method, services, endpoint) = (request.Path, request.QueryString, request.Method, context.RequestServices, context.GetEndpoint());
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        Forget(context);
        (request.Path, request.QueryString) = ($"/chyba/{status}", QueryString.Empty);

        // A refusal is read, not written: as a form that nobody handles it would answer 400 in the place of its own status.
        request.Method = HttpMethods.IsHead(method) ? method : HttpMethods.Get;
        response.StatusCode = StatusCodes.Status200OK;
        response.OnStarting(() =>
        {
            response.StatusCode = response.StatusCode == StatusCodes.Status200OK ? status : response.StatusCode;
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            // Traces name what was asked for, not the page of the refusal.
            (request.Path, request.QueryString, request.Method, context.RequestServices) = (path, query, method, services);
            context.SetEndpoint(endpoint);
        }
    }

    /// <summary>An error page is not kept under the state of the page that was asked for, and rendering begins afresh.</summary>
    private static void Forget(HttpContext context)
    {
        context.Features.Set<StateTag>(null);
        context.Response.Headers.ETag = default;
        context.Response.Headers.CacheControl = default;
        context.Response.Headers.Remove(FrameworkMark);
    }
}
