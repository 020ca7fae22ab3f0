using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Contacts;

/// <summary>
/// Erases who can be asked about an application: when the person asks, with the letters to every address of it and its corrections, and by itself some
/// time after the application is closed (GDPR, article 17 and article 5, paragraph 1, letter e).
/// </summary>
internal sealed class EraseContact(AppDb db, IMail mail, StatementSettings settings, StatementAccess access, Asker asker, IClock clock)
{
    public const string Act = "statements.contact-erased";

    /// <returns>true, or that there is none</returns>
    public async Task<Result<bool>> Run(StatementId id, CancellationToken stop)
    {
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (!await access.May(application, stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        // A correction has taken over the contact of what it corrects.
        var together = await Together(id, stop);
        var contacts = await db.Set<Contact>().Where(c => together.Contains(c.Id)).ToListAsync(stop);
        if (!contacts.Exists(c => c.Id == id))
        {
            return Problem.NotFound("statements.contact-none");
        }

        db.RemoveRange(contacts);
        foreach (var address in contacts.Select(c => c.Mail).Where(m => m.Length > 0).Distinct())
        {
            await mail.Forget(address, stop);
        }

        return await db.Commit(asker.Act(Act, ""), stop) ? true : Problem.Conflict("statements.changed-meanwhile");
    }

    /// <summary>The application with all that correct it or that it corrects.</summary>
    private async Task<IReadOnlyCollection<StatementId>> Together(StatementId id, CancellationToken stop)
    {
        HashSet<StatementId> all = [id];
        for (var before = 0; before != all.Count;)
        {
            before = all.Count;
            List<StatementId> known = [.. all];
            var near = await db.Set<Application>().Where(a => a.Corrects != null && (known.Contains(a.Id) || known.Contains(a.Corrects.Value))).Select(a => new { a.Id, a.Corrects }).ToListAsync(stop);
            all.UnionWith(near.SelectMany(n => new[] { n.Id, n.Corrects!.Value }));
        }

        return all;
    }

    /// <summary>Erases what has been kept for long enough; letters of that time are gone already.</summary>
    public async Task Clear(CancellationToken stop)
    {
        var before = clock.Today().PlusDays(-settings.KeepContactDays);
        var old = await db.Set<Contact>().Where(c => db.Set<Application>().Any(a => a.Id == c.Id && a.ClosedOn < before)).ToListAsync(stop);
        db.RemoveRange(old);
        if (old.Count > 0)
        {
            await db.Commit(asker.Act(Act, ""), stop);
        }
    }
}
