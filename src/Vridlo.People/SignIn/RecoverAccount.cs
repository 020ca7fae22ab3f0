using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Invitations;

namespace Vridlo.People.SignIn;

/// <summary>
/// Sends a one-time link to a person who has forgotten the password. Whether the address is known nobody is told. Who has just been sent one is
/// not sent another, so nobody fills somebody else's mailbox.
/// </summary>
internal sealed class RecoverAccount(AppDb db, IPeople people, IClock clock, Letters letters)
{
    private static readonly Duration Pause = Duration.FromMinutes(5);

    public async Task Run(string mail, CancellationToken stop)
    {
        if (await people.WithMail(mail, stop) is { Left: null } person)
        {
            var (invitation, code) = Invitation.Make(InvitationKind.Recovery, person.Id, clock.GetCurrentInstant());
            var sent = invitation.Until - Pause;
            if (await db.Set<Invitation>().AnyAsync(i => i.PersonId == person.Id && i.Kind == InvitationKind.Recovery && i.Until > sent, stop))
            {
                return;
            }

            db.Add(invitation);
            letters.Recover(person, code);
            await db.Keep(stop);
        }
    }
}
