using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;

namespace Vridlo.People.Seeing;

/// <summary>An administrator of everything takes on the view of a role for the rest of the session, or gives it up. Nothing can be changed meanwhile.</summary>
internal sealed class SeeAs(AppDb db, IPeople people, Asker asker)
{
    public async Task Run(Role? role, HttpContext request)
    {
        if (asker.Person?.Id is not { } me || !Guid.TryParse(request.User.FindFirstValue(Tickets.SessionClaim), out var id)
            || await db.Set<Session>().FirstOrDefaultAsync(s => s.Id == id && s.PersonId == me, request.RequestAborted) is not { } session)
        {
            return;
        }

        // Who sees as another role holds only that role's rights; whether this is an administrator the own roles tell.
        var own = await people.Grants(me, request.RequestAborted);
        if (own.Any(g => g.Grant is { Role: Role.Administrator, IsEverywhere: true }))
        {
            session.SeesAs = role;
            await db.Keep(request.RequestAborted);
        }
    }
}
