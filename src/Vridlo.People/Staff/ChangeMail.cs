using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Invitations;

namespace Vridlo.People.Staff;

/// <summary>
/// Gives a person another address of mail, for signing in and for letters. Links that went to the old one no longer work; whoever has not yet
/// used an invitation gets another one, and whoever has is told at both addresses.
/// </summary>
internal sealed class ChangeMail(AppDb db, IPeople people, Asker asker, IClock clock, Letters letters)
{
    public async Task<Result<string>> Run(PersonId id, string mail, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (WhyTyped.Refused(why) is { } refused)
        {
            return refused;
        }

        if (await people.Find(id, stop) is not { } person)
        {
            return Problem.NotFound("people.unknown");
        }

        if (InvitePerson.WrongMail(mail) is { } wrong)
        {
            return wrong;
        }

        if (await people.WithMail(mail, stop) is { } other && other.Id != id)
        {
            return Problem.Invalid("people.mail.known", "mail", mail);
        }

        var before = person.Mail;
        person = person with { Mail = mail };
        await people.Change(person, stop);
        var sent = await db.Set<Invitation>().Where(i => i.PersonId == id).ToListAsync(stop);
        db.RemoveRange(sent);
        if (sent.Exists(i => i.Kind is InvitationKind.Invited))
        {
            var (invitation, code) = Invitation.Make(InvitationKind.Invited, id, clock.GetCurrentInstant());
            db.Add(invitation);
            letters.Invite(person, code);
        }
        else if (before != mail && person.Left is null)
        {
            letters.Moved(person, before);
        }

        return await db.Commit(asker.Act("people.mail-changed", why), stop) ? mail : Problem.Conflict("people.changed-meanwhile");
    }
}
