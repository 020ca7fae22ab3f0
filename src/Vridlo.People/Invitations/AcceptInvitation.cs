using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.People.Accounts;
using Vridlo.People.Sessions;
using Vridlo.People.Tokens;

namespace Vridlo.People.Invitations;

/// <summary>
/// A person follows a one-time link and sets a password; the link is then used up and older sessions end. After a recovery nothing else works
/// any longer either: no token, no passkey, no provider's identity.
/// </summary>
internal sealed class AcceptInvitation(AppDb db, IPeople people, IClock clock, IPasswordHasher<Account> hasher, UserManager<Account> accounts, Letters letters)
{
    /// <summary>Name, mail and language count only for the first administrator; the others are known.</summary>
    internal sealed record Command(string Code, string Password, string Repeated, string Name = "", string Mail = "", Language Language = Language.Cs);

    /// <summary>The invitation of a code that still works, or null. That of the first administrator works while nobody is known, however somebody came to be.</summary>
    public async Task<Invitation?> Find(string code, CancellationToken stop)
    {
        var (hash, now) = (Invitation.HashOf(code), clock.GetCurrentInstant());
        var found = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Hash == hash && i.Until > now, stop);
        return found is { Kind: InvitationKind.First } && (await people.All(stop)).Count > 0 ? null : found;
    }

    public async Task<Result<Account>> Run(Command command, CancellationToken stop)
    {
        if (await Find(command.Code, stop) is not { } invitation)
        {
            return Problem.NotFound("people.invitation.gone");
        }

        var person = invitation.PersonId is { } id ? await people.Find(id, stop) : null;
        if (invitation.Kind is not InvitationKind.First && person is not { Left: null })
        {
            return Problem.NotFound("people.invitation.gone");
        }

        Problem[] wrong =
        [
            .. person is null ? InvitePerson.Wrong(new(command.Name, command.Mail, command.Language, null)) : [],
            .. PasswordAdvice.Judge(command.Password, person?.Name ?? command.Name, person?.Mail ?? command.Mail) is { } bad ? [bad] : Array.Empty<Problem>(),
            .. command.Password != command.Repeated ? [Problem.Invalid("people.password.differs", "repeated")] : Array.Empty<Problem>(),
        ];
        if (wrong.Length > 0)
        {
            return wrong;
        }

        if (person is null)
        {
            person = people.Add(command.Name, command.Mail, command.Language);
            people.Give(person.Id, new(Role.Administrator));
        }

        if (invitation.Kind is InvitationKind.Recovery)
        {
            // Whoever had the old password may have made tokens and passkeys with it.
            await MakeToken.RevokeAll(db, person.Id, clock.GetCurrentInstant(), stop);
            await Account.ForgetKeys(db, person.Id, stop);
            letters.Changed(person, "recovery");
        }

        var account = await SetPassword(person.Id, command.Password, stop);
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.Id == invitation.Id || i.PersonId == person.Id || i.Kind == InvitationKind.First).ToListAsync(stop));
        var act = new Act(new("person", person.Id.Value.ToString()), $"people.accept-{Kind(invitation.Kind)}", "");
        return await db.Commit(act, stop) ? account : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>Sets the password of a person; the caller commits.</summary>
    public async Task<Account> SetPassword(PersonId person, string password, CancellationToken stop)
    {
        var account = await accounts.FindByIdAsync(person.Value.ToString());
        if (account is null)
        {
            account = Account.Of(person);
            account.NormalizedUserName = accounts.NormalizeName(account.UserName);
            account.LockoutEnabled = true;
            db.Add(account);
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        db.RemoveRange(await db.Set<Session>().Where(s => s.PersonId == person).ToListAsync(stop));
        return account;
    }

    private static string Kind(InvitationKind kind) => kind switch
    {
        InvitationKind.First => "first",
        InvitationKind.Invited => "invited",
        InvitationKind.Recovery => "recovery",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
