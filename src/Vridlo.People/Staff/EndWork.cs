using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Accounts;
using Vridlo.People.Invitations;
using Vridlo.People.Sessions;
using Vridlo.People.Tokens;

namespace Vridlo.People.Staff;

/// <summary>A person leaves the office (nothing works any more, what was done stays), comes back, or is erased.</summary>
internal sealed class EndWork(AppDb db, IPeople people, Asker asker, GiveRole roles, IClock clock)
{
    public async Task<Result<bool>> Leave(PersonId id, bool left, string why, CancellationToken stop)
    {
        if (await Refused(id, why, stop) is { } problem)
        {
            return problem;
        }

        var person = (await people.Find(id, stop))!;
        await people.Change(person with { Left = left ? person.Left ?? clock.GetCurrentInstant() : null }, stop);
        await Shut(id, stop);
        return await Done(left ? "people.leave" : "people.return", why, stop);
    }

    /// <summary>
    /// Ends every session, token, passkey and link to a provider of a person who stays, such as when a computer was lost (OWASP ASVS 4.0.3, 3.3.3
    /// and 3.3.4). The password stays good; whoever doubts it too lets the person set another.
    /// </summary>
    public async Task<Result<bool>> SignOut(PersonId id, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (WhyTyped.Refused(why) is { } refused)
        {
            return refused;
        }

        if (await people.Find(id, stop) is null)
        {
            return Problem.NotFound("people.unknown");
        }

        await Shut(id, stop);
        await Account.ForgetKeys(db, id, stop);
        return await Done("people.signed-out", why, stop);
    }

    /// <summary>Many people leave in one act, or none does.</summary>
    public async Task<Result<int>> LeaveAll(IReadOnlyList<PersonId> leaving, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (await roles.AreLast(leaving, stop))
        {
            return Problem.Invalid("people.role.last-administrator");
        }

        foreach (var id in leaving)
        {
            await people.Change((await people.Find(id, stop))! with { Left = clock.GetCurrentInstant() }, stop);
            await Shut(id, stop);
        }

        return await db.Commit(asker.Act("people.leave", why), stop) ? leaving.Count : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>
    /// Removes everything that is held about a person (GDPR, article 17). The record keeps what was done under an identity that
    /// then says nothing; its chain holds.
    /// </summary>
    public async Task<Result<bool>> Erase(PersonId id, string why, CancellationToken stop)
    {
        if (await Refused(id, why, stop) is { } problem)
        {
            return problem;
        }

        await people.Erase(id, stop);
        return await Done("people.erase", why, stop);
    }

    /// <summary>What this module holds about a person goes with the person.</summary>
    public static async Task Forget(AppDb db, PersonId id, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<Session>().Where(s => s.PersonId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Token>().Where(t => t.PersonId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.PersonId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Account>().Where(a => a.Id == id.Value).ToListAsync(stop));
    }

    private async Task<Problem?> Refused(PersonId id, string why, CancellationToken stop)
    {
        if (!asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (WhyTyped.Refused(why) is { } wrong)
        {
            return wrong;
        }

        if (await people.Find(id, stop) is null)
        {
            return Problem.NotFound("people.unknown");
        }

        return await roles.AreLast([id], stop) ? Problem.Invalid("people.role.last-administrator") : null;
    }

    private async Task Shut(PersonId id, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<Session>().Where(s => s.PersonId == id).ToListAsync(stop));
        await MakeToken.RevokeAll(db, id, clock.GetCurrentInstant(), stop);
    }

    private async Task<Result<bool>> Done(string kind, string why, CancellationToken stop) =>
        await db.Commit(asker.Act(kind, why), stop) ? true : Problem.Conflict("people.changed-meanwhile");
}
