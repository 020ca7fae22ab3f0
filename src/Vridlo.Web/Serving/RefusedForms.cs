using Microsoft.AspNetCore.Antiforgery;
using Vridlo.Core.Access;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>
/// What becomes of a form that nobody takes: one from an old page of our own is kept and shown again, so that a long text is not lost, be it that the session
/// is another one by now, or that what the page was about is gone or has another address; what another site has sent is refused.
/// </summary>
internal sealed class RefusedForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Links to, IUnsentForms unsent, Asker asker)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid is not false)
        {
            await next(context);
            if (IsTakenByNobody(context) && !await Keeps(context, to, unsent, asker))
            {
                (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status404NotFound, null);
            }

            return;
        }

        // The framework lets nobody read a form that it holds to be forged; to keep it is all that is done with it here.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (await UnreadableForm.Status(context.Request) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (!await Keeps(context, to, unsent, asker))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The page is not shown to whoever asks, so the form is on none: the framework says so by 400 and writes nothing.</summary>
    private static bool IsTakenByNobody(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } answer
        && answer.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) is true;

    /// <summary>Keeps the form of somebody who is known, and leads to where it is shown.</summary>
    private static async Task<bool> Keeps(HttpContext context, Links to, IUnsentForms unsent, Asker asker)
    {
        if (!asker.IsKnown || await DeclaredRights.Kept(context.Request, to, unsent, context.RequestAborted) is not { } kept)
        {
            return false;
        }

        (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.Location) = (StatusCodes.Status303SeeOther, null, kept);
        return true;
    }
}
