using Microsoft.AspNetCore.Identity;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Accounts;
using Vridlo.People.Sessions;

namespace Vridlo.People.SignIn;

/// <summary>Lets a person in. Why somebody was refused is said only as far as it helps nobody else.</summary>
internal sealed class SignInPerson(
    AppDb db, IPeople people, UserManager<Account> accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, BeginSession session)
{
    private static Problem Wrong => Problem.Invalid("people.sign-in.wrong", "mail", PasswordAdvice.MostWrong, PasswordAdvice.LockedMinutes);

    /// <summary>The address when it is one of this site, else null: nobody is sent elsewhere by a link to the sign-in.</summary>
    public static string? Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl) ? address : null;

    public async Task<Result<Person>> WithPassword(string mail, string password, CancellationToken stop)
    {
        var person = await people.WithMail(mail, stop);
        var account = person is null ? null : await accounts.FindByIdAsync(person.Id.Value.ToString());
        if (person is not { Left: null } || account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            // In the same words and as long as for a person whom we know, so that neither tells who is one.
            hasher.HashPassword(Account.Of(default), password);
            return Wrong;
        }

        if (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true) is { Succeeded: true })
        {
            return await LetIn(account, person, stop);
        }

        await db.Keep(stop);
        return Wrong;
    }

    public async Task<Result<Person>> WithPasskey(string credential, CancellationToken stop)
    {
        if (credential.Length is 0 or > 20_000)
        {
            return Problem.Invalid("people.passkey.failed");
        }

        PasskeyAssertionResult<Account> shown;
        try
        {
            shown = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Without the options that were made for this browser (an old page, a forged post) there is nothing to compare with.
            return Problem.Invalid("people.passkey.failed");
        }

        if (!shown.Succeeded || await people.Find(shown.User.Person, stop) is not { Left: null } person)
        {
            return Problem.Invalid("people.passkey.failed");
        }

        await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return await LetIn(shown.User, person, stop);
    }

    /// <summary>Lets in whom a provider has sent: by the provider's own identity, at the first time by the confirmed address of mail.</summary>
    public async Task<Result<Person>> WithProvider(ExternalLoginInfo info, string? mail, bool confirmed, CancellationToken stop)
    {
        var account = await accounts.FindByLoginAsync(info.LoginProvider, info.ProviderKey);
        var person = account is not null ? await people.Find(account.Person, stop) : mail is not null && confirmed ? await people.WithMail(mail, stop) : null;
        if (person is not { Left: null })
        {
            return Problem.Forbidden("people.sign-in.unknown");
        }

        account ??= await accounts.FindByIdAsync(person.Id.Value.ToString());
        if (account is null)
        {
            account = Account.Of(person.Id);
            await accounts.CreateAsync(account);
        }

        if (await accounts.FindByLoginAsync(info.LoginProvider, info.ProviderKey) is null)
        {
            await accounts.AddLoginAsync(account, info);
        }

        return await LetIn(account, person, stop);
    }

    private async Task<Result<Person>> LetIn(Account account, Person person, CancellationToken stop)
    {
        await session.Run(account);
        await db.Commit(new(new("person", person.Id.Value.ToString()), "people.sign-in", ""), stop);
        return person;
    }
}
