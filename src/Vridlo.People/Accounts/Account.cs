using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Accounts;

/// <summary>
/// What a person signs in with. Its id is the person's; name and mail stand with the person alone, so the account's own are not kept.
/// </summary>
internal sealed class Account : IdentityUser<Guid>
{
    public PersonId Person => new(Id);

    /// <summary>The account of a person, with which nobody can sign in yet.</summary>
    public static Account Of(PersonId person) => new() { Id = person.Value, UserName = person.Value.ToString("N"), SecurityStamp = Guid.CreateVersion7().ToString("N") };

    /// <summary>No passkey and no provider's identity lets anybody in as this person any longer; the caller commits.</summary>
    public static async Task ForgetKeys(AppDb db, PersonId person, CancellationToken stop)
    {
        var id = person.Value;
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == id).ToListAsync(stop));
    }
}

/// <summary>The framework's own store; what it changes is written by whoever acts.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, AppDb, Guid>
{
    public AccountStore(AppDb db)
        : base(db) => AutoSaveChanges = false;
}
