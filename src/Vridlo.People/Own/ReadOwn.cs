using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;
using Vridlo.People.Tokens;

namespace Vridlo.People.Own;

/// <summary>What somebody has of their own account: where they are signed in, and the tokens they have made.</summary>
internal sealed class ReadOwn(AppDb db, Asker asker, IClock clock)
{
    /// <summary>The sessions that have not ended, the last used first.</summary>
    public async Task<IReadOnlyList<SessionListed>> Sessions(CancellationToken stop)
    {
        var (me, now) = (asker.Person!.Id, clock.GetCurrentInstant());
        return await db.Set<Session>().Where(s => s.PersonId == me && s.Until > now).OrderByDescending(s => s.Seen).Select(s => new SessionListed(s.Id, s.Device, s.Since, s.Seen)).ToListAsync(stop);
    }

    /// <summary>All tokens, the newest first, those that no longer work too.</summary>
    public async Task<IReadOnlyList<Token>> Tokens(CancellationToken stop)
    {
        var me = asker.Person!.Id;
        return await db.Set<Token>().AsNoTracking().Where(t => t.PersonId == me).OrderByDescending(t => t.Id).ToListAsync(stop);
    }
}
