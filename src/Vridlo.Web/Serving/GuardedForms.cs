using Microsoft.AspNetCore.Antiforgery;
using Vridlo.Core.Access;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>
/// Takes a form only from a page that this site has given to this session. What came from an old page of the same person is
/// kept and shown again, so that a long text is not lost; what another site has sent is refused.
/// </summary>
internal sealed class GuardedForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery, Links to, IUnsentForms unsent, Asker asker)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation is not true
            || !HttpMethods.IsPost(context.Request.Method)
            || await antiforgery.IsRequestValidAsync(context))
        {
            context.Items["__AntiforgeryMiddlewareWithEndpointInvoked"] = new object();
            await next(context);
            return;
        }

        if (asker.IsKnown && await DeclaredRights.Kept(context.Request, to, unsent, context.RequestAborted) is { } kept)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = kept;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
