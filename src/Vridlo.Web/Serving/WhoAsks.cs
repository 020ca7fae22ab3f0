using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Vridlo.Core.Access;

namespace Vridlo.Web.Serving;

/// <summary>
/// Finds out who asks: at pages by the session of the browser, at the open interface by a token and never by the cookie, so that no
/// other site can write through a browser that is signed in.
/// </summary>
internal sealed class WhoAsks(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Asker asker, IPeople people)
    {
        var machine = context.Request.Path.StartsWithSegments("/api/v1");
        var shown = await context.AuthenticateAsync(machine ? WhoClaims.Token : WhoClaims.Browser);
        if (shown.Principal is { } principal && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            context.User = principal;
            if (await people.Asking(new(id), context.RequestAborted) is { } asking)
            {
                var only = machine ? principal.FindAll(WhoClaims.OnlyRight).Select(c => c.Value).ToHashSet(StringComparer.Ordinal) : null;
                var sees = Enum.TryParse<Role>(principal.FindFirstValue(WhoClaims.SeesAs), out var role) ? role : (Role?)null;
                asker.Become(asking.Person, asking.Grants, only, sees);
            }
        }

        await next(context);
    }
}
