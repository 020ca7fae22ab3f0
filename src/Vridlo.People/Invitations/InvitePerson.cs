using System.Net.Mail;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Invitations;

/// <summary>Enters a person with a role and makes the link with which the person sets a password.</summary>
internal sealed class InvitePerson(AppDb db, IPeople people, Asker asker, IClock clock, Letters letters)
{
    internal sealed record Command(string Name, string Mail, Language Language, Grant? Grant);

    /// <returns>the person, and the code of the link</returns>
    public async Task<Result<(Person Person, string Code)>> Run(Command command, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (WhyTyped.Refused(why) is { } refused)
        {
            return refused;
        }

        if (Wrong(command) is { Length: > 0 } wrong)
        {
            return wrong;
        }

        if (await people.WithMail(command.Mail, stop) is not null)
        {
            return Problem.Invalid("people.mail.known", "mail", command.Mail);
        }

        var person = people.Add(command.Name, command.Mail, command.Language);
        if (command.Grant is not null)
        {
            people.Give(person.Id, command.Grant);
        }

        var (invitation, code) = Invitation.Make(InvitationKind.Invited, person.Id, clock.GetCurrentInstant());
        db.Add(invitation);
        letters.Invite(person, code);
        return await db.Commit(asker.Act("people.invite", why), stop) ? (person, code) : Problem.Conflict("people.changed-meanwhile");
    }

    internal static Problem[] Wrong(Command command) =>
    [
        .. command.Name.Length is 0 or > 200 ? [Problem.Invalid("people.name.needed", "name")] : Array.Empty<Problem>(),
        .. WrongMail(command.Mail) is { } wrong ? [wrong] : Array.Empty<Problem>(),
    ];

    /// <summary>What is wrong with an address of mail, or null.</summary>
    internal static Problem? WrongMail(string mail) =>
        !MailAddress.TryCreate(mail, out var read) || read.Address != mail || mail.Any(char.IsControl) ? Problem.Invalid("people.mail.wrong", "mail") : null;
}
