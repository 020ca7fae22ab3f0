namespace Vridlo.Web.Serving;

/// <summary>
/// No keyboard makes null characters and PostgreSQL keeps none: an address with one is refused before anybody reads it, as bodies and forms are.
/// Paths with one never come this far: the server refuses them itself.
/// </summary>
internal sealed class NullCharacters(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value is { Length: > 0 } query && query.Contains("%00", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
