using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Accounts;
using Vridlo.People.Invitations;
using Vridlo.People.Sessions;

namespace Vridlo.People.Own;

/// <summary>What a person changes of the own account: name, language, password, passkeys, sessions.</summary>
internal sealed class ChangeOwn(
    AppDb db, IPeople people, Asker asker, UserManager<Account> accounts, SignInManager<Account> signIn, AcceptInvitation accept)
{
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
        var account = await Mine();
        if (account.PasswordHash is not null && !await accounts.CheckPasswordAsync(account, current))
        {
            return Problem.Invalid("people.password.wrong", "current");
        }

        if (PasswordAdvice.Judge(password, person.Name, person.Mail) is { } bad)
        {
            return bad;
        }

        if (password != repeated)
        {
            return Problem.Invalid("people.password.differs", "repeated");
        }

        account = await accept.SetPassword(person.Id, password, stop);
        var done = await Done("people.change-password", stop);
        await signIn.SignInAsync(account, isPersistent: false);
        return done;
    }

    public async Task<Result<bool>> AddPasskey(string credential, string name, CancellationToken stop)
    {
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
        await accounts.AddOrUpdatePasskeyAsync(await Mine(), made.Passkey);
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
