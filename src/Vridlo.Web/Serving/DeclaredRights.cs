using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>
/// Lets nobody in where no right is declared, or without the right. Who may a thing only in a part of the tree passes here;
/// where exactly, whoever handles the request judges. What nobody sends is kept until after the sign-in, but of one address only as often as
/// forms that anybody may send.
/// </summary>
internal sealed class DeclaredRights(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Asker asker, Links to, IUnsentForms unsent, Limits limits)
    {
        // Routing itself answers a wrong method (405) with an endpoint that no one declares.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<RightAttribute>()?.Right is Rights.Public)
        {
            await next(context);
            return;
        }

        var (request, response) = (context.Request, context.Response);
        (response.Headers.CacheControl, response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        var right = endpoint.Metadata.GetMetadata<RightAttribute>()?.Right;
        if (right is null || (asker.IsKnown && !asker.May(right)) || (asker.SeesAs is not null && Writes(request) && endpoint.Metadata.GetMetadata<WhileSeeingAsAttribute>() is null))
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (asker.IsKnown)
        {
            await next(context);
        }
        else if (request.Path.StartsWithSegments("/api/v1"))
        {
            response.Headers.WWWAuthenticate = "Bearer";
            await ApiProblem.Write(context, StatusCodes.Status401Unauthorized, "api.sign-in-needed");
        }
        else if (!Writes(request) || !limits.Refuses(context))
        {
            var back = Writes(request) ? await Kept(request, to, unsent, context.RequestAborted) : request.PathBase + request.Path + request.QueryString;
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location = to["/prihlaseni"] + "?zpet=" + Uri.EscapeDataString(back ?? to["/prace"]);
        }
    }

    private static bool Writes(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    /// <summary>Only what a page of our own has sent is kept; another site's form is not offered to be sent again.</summary>
    internal static async Task<string?> Kept(HttpRequest request, Links to, IUnsentForms unsent, CancellationToken stop) =>
        request.HasFormContentType && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}"
        && await UnreadableForm.Status(request) is null && await unsent.Keep(request, stop) is { } path ? to[path] : null;
}
