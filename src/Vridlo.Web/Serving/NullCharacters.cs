namespace Vridlo.Web.Serving;

/// <summary>
/// No keyboard makes null characters and PostgreSQL keeps none: an address with one is refused before anybody reads it, as bodies and forms are.
/// Of paths the server itself refuses them only where the request names no host.
/// </summary>
internal sealed class NullCharacters(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (path, query) = (context.Request.Path.Value ?? "", context.Request.QueryString.Value ?? "");
        if (path.Contains('\0', StringComparison.Ordinal) || query.Contains("%00", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
