using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Invitations;

namespace Vridlo.People.SignIn;

/// <summary>Sends a one-time link to a person who has forgotten the password. Whether the address is known nobody is told.</summary>
internal sealed class RecoverAccount(AppDb db, IPeople people, IClock clock, Letters letters)
{
    public async Task Run(string mail, CancellationToken stop)
    {
        if (await people.WithMail(mail, stop) is { Left: null } person)
        {
            var (invitation, code) = Invitation.Make(InvitationKind.Recovery, person.Id, clock.GetCurrentInstant());
            db.Add(invitation);
            letters.Recover(person, code);
            await db.Keep(stop);
        }
    }
}
