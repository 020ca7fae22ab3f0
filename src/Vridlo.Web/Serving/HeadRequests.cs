namespace Vridlo.Web.Serving;

/// <summary>Answers HEAD like GET everywhere (RFC 9110, 9.3.2); the server leaves the body out.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
