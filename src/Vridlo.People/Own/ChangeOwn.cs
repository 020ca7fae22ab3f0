using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Accounts;
using Vridlo.People.Invitations;
using Vridlo.People.Sessions;

namespace Vridlo.People.Own;

/// <summary>
/// What a person changes of the own account: name, language, password, passkeys, sessions. Whoever only sits down at somebody else's computer adds
/// no way in: that takes the present password, and is told by a letter.
/// </summary>
internal sealed class ChangeOwn(
    AppDb db, IPeople people, Asker asker, UserManager<Account> accounts, SignInManager<Account> signIn, AcceptInvitation accept, Letters letters, BeginSession session)
{
    /// <summary>The field in which the present password is given for a passkey.</summary>
    public const string PasskeyPassword = "passkey-password";

    public async Task<Result<bool>> Profile(string name, Language language, CancellationToken stop)
    {
        if (name.Length is 0 or > 200)
        {
            return Problem.Invalid("people.name.needed", "name");
        }

        await people.Change(asker.Person! with { Name = name, Language = language }, stop);
        return await Done("people.change-own", stop);
    }

    /// <summary>Sets a new password; all sessions end, and the one at hand begins anew.</summary>
    public async Task<Result<bool>> Password(string current, string password, string repeated, CancellationToken stop)
    {
        var person = asker.Person!;
        if (await IsWrong(await Mine(), current, stop))
        {
            return Wrong("current");
        }

        if (PasswordAdvice.Judge(password, person.Name, person.Mail) is { } bad)
        {
            return bad;
        }

        if (password != repeated)
        {
            return Problem.Invalid("people.password.differs", "repeated");
        }

        var account = await accept.SetPassword(person.Id, password, stop);
        letters.Changed(person, "password");
        var done = await Done("people.change-password", stop);
        if (done.Ok)
        {
            await session.Run(account);
        }

        return done;
    }

    /// <summary>Adds a passkey; whoever has a password gives it.</summary>
    public async Task<Result<bool>> AddPasskey(string credential, string name, string password, CancellationToken stop)
    {
        var account = await Mine();
        if (await IsWrong(account, password, stop))
        {
            return Wrong(PasskeyPassword);
        }

        if (credential.Length is 0 or > 20_000)
        {
            return Problem.Invalid("people.passkey.failed");
        }

        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return Problem.Invalid("people.passkey.failed");
        }

        if (!made.Succeeded)
        {
            return Problem.Invalid("people.passkey.failed");
        }

        made.Passkey.Name = name.Length is 0 or > 100 ? null : name;
        await accounts.AddOrUpdatePasskeyAsync(account, made.Passkey);
        letters.Changed(asker.Person!, "passkey");
        return await Done("people.add-passkey", stop);
    }

    public async Task<Result<bool>> RemovePasskey(string id, CancellationToken stop)
    {
        await accounts.RemovePasskeyAsync(await Mine(), Convert.FromHexString(id));
        return await Done("people.remove-passkey", stop);
    }

    public async Task<Result<bool>> EndSession(Guid? only, Guid? not, CancellationToken stop)
    {
        var mine = asker.Person!.Id;
        db.RemoveRange(await db.Set<Session>().Where(s => s.PersonId == mine && (only == null || s.Id == only) && (not == null || s.Id != not)).ToListAsync(stop));
        return await Done("people.end-session", stop);
    }

    private static Problem Wrong(string field) => Problem.Invalid("people.password.wrong", field, PasswordAdvice.MostWrong, PasswordAdvice.LockedMinutes);

    /// <summary>Whether an account that has a password has another one. The wrong ones are counted as those at the sign-in are.</summary>
    private async Task<bool> IsWrong(Account account, string password, CancellationToken stop)
    {
        if (account.PasswordHash is null)
        {
            return false;
        }

        // The count is written by itself: of two changes of an account in one unit the second finds another stamp than the store has.
        var seen = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        await db.Keep(stop);
        return !seen.Succeeded;
    }

    private async Task<Account> Mine()
    {
        var id = asker.Person!.Id;
        if (await accounts.FindByIdAsync(id.Value.ToString()) is { } account)
        {
            return account;
        }

        account = Account.Of(id);
        await accounts.CreateAsync(account);
        return account;
    }

    private async Task<Result<bool>> Done(string kind, CancellationToken stop) =>
        await db.Commit(asker.Act(kind, ""), stop) ? true : Problem.Conflict("people.changed-meanwhile");
}
