using Microsoft.AspNetCore.Antiforgery;
using Vridlo.Core.Access;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>
/// What becomes of a form that this site has not given to this session: one from an old page of our own is kept and shown again, so
/// that a long text is not lost; what another site has sent is refused.
/// </summary>
internal sealed class RefusedForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Links to, IUnsentForms unsent, Asker asker)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid is not false)
        {
            await next(context);
            return;
        }

        // The framework lets nobody read a form that it holds to be forged; to keep it is all that is done with it here.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (await UnreadableForm.Status(context.Request) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (asker.IsKnown && await DeclaredRights.Kept(context.Request, to, unsent, context.RequestAborted) is { } kept)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = kept;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
