using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;

namespace Vridlo.People.Seeing;

/// <summary>An administrator takes on the view of a role for the rest of the session, or gives it up. Nothing can be changed meanwhile.</summary>
internal sealed class SeeAs(AppDb db, IPeople people)
{
    public async Task Run(Role? role, HttpContext request)
    {
        if (!Guid.TryParse(request.User.FindFirstValue(Tickets.SessionClaim), out var id)
            || await db.Set<Session>().FirstOrDefaultAsync(s => s.Id == id, request.RequestAborted) is not { } session)
        {
            return;
        }

        // Who sees as another role holds only that role's rights; whether this is an administrator the own roles tell.
        var own = await people.Grants(session.PersonId, request.RequestAborted);
        if (own.Any(g => g.Grant.Role is Role.Administrator))
        {
            session.SeesAs = role;
            await db.Keep(request.RequestAborted);
        }
    }
}
