using Microsoft.AspNetCore.Components.Endpoints;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;

namespace Vridlo.Web.Serving;

/// <summary>
/// After a form has done something that can be undone, the next page of the workspace that this browser opens says what was done and
/// offers the way back. Which act it was the browser is told; whether it is its own and can still be undone is asked here.
/// </summary>
internal sealed class JustDone(RequestDelegate next, Declarations declared)
{
    private const string Cookie = "vridlo-done";

    private static readonly object Item = new();

    /// <summary>The act that the page of this request shall speak of, or null.</summary>
    public static WrittenAct? Of(HttpContext context) => context.Items[Item] as WrittenAct;

    public async Task InvokeAsync(HttpContext context, AppDb db, UndoAct undo, Asker asker)
    {
        if (asker is { IsKnown: true, SeesAs: null } && HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is >= 300 and < 400 && db.Written is { } written && (written.Kind == UndoAct.Kind || declared.Undoable.Contains(written.Kind)))
                {
                    context.Response.Cookies.Append(Cookie, written.Id.ToString(), Options(context));
                }

                return Task.CompletedTask;
            });
        }
        else if (context.Request.Cookies[Cookie] is { } told && HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Response.Cookies.Delete(Cookie, Options(context));
            context.Items[Item] = asker is { IsKnown: true, SeesAs: null } && Guid.TryParse(told, out var act) ? await undo.Own(act, context.RequestAborted) : null;
        }

        await next(context);
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromMinutes(2),
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
