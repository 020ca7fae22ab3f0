using Microsoft.AspNetCore.Components.Endpoints;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;

namespace Vridlo.Web.Serving;

/// <summary>
/// After a form has done something, the next page of the workspace that this browser opens says what was done and, where there is one,
/// offers the way back. Which act it was the browser is told; whether it is its own and can be undone is asked here.
/// </summary>
internal sealed class JustDone(RequestDelegate next)
{
    private const string Cookie = "vridlo-done";

    private static readonly object Item = new();

    /// <summary>What the page of this request shall speak of, or null.</summary>
    public static Told? Of(HttpContext context) => context.Items[Item] as Told;

    public async Task InvokeAsync(HttpContext context, AppDb db, UndoAct undo, Asker asker)
    {
        if (asker is { IsKnown: true, SeesAs: null } && HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is >= 300 and < 400 && db.Written is { } written)
                {
                    var place = context.Response.Headers.Location.ToString().Split('#') is [_, var fragment] ? fragment : "";
                    context.Response.Cookies.Append(Cookie, $"{written.Id}#{place}", Options(context));
                }

                return Task.CompletedTask;
            });
        }
        else if (context.Request.Cookies[Cookie] is { } told && HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Response.Cookies.Delete(Cookie, Options(context));
            if (asker is { IsKnown: true, SeesAs: null } && Guid.TryParse(told.Split('#')[0], out var act) && await undo.Own(act, context.RequestAborted) is var (written, offered))
            {
                context.Items[Item] = new Told(written, offered, told.Split('#') is [_, { Length: > 0 } place] ? "#" + place : "");
            }
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

/// <summary>What is said of an act on the page after it.</summary>
/// <param name="Act">what was done</param>
/// <param name="Offered">whether it can be undone now</param>
/// <param name="Place">the fragment of the page to which the act led, with its sign, or nothing</param>
internal sealed record Told(WrittenAct Act, bool Offered, string Place);
