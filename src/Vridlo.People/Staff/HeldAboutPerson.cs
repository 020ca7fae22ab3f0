using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;
using Vridlo.People.Tokens;

namespace Vridlo.People.Staff;

/// <summary>All that is held about a person in one answer (GDPR, article 15), for the person and for administrators.</summary>
internal sealed class HeldAboutPerson(AppDb db, IPeople people, Asker asker, Declarations declared, IServiceProvider services)
{
    public async Task<Result<IReadOnlyDictionary<string, object>>> Run(PersonId id, CancellationToken stop)
    {
        if (asker.Person?.Id != id && !asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.may-not-manage");
        }

        if (await people.Find(id, stop) is not { } person)
        {
            return Problem.NotFound("people.unknown");
        }

        var held = new Dictionary<string, object>
        {
            ["person"] = new { id = id.Value, person.Name, person.Mail, language = person.Language.Code(), left = person.Left is { } left ? Written(left) : null },
            ["roles"] = (await people.Grants(id, stop)).Select(g => new { role = g.Grant.Role.ToString(), programme = g.Grant.Programme?.Value, node = g.Grant.Node?.Value }),
            ["sessions"] = (await db.Set<Session>().AsNoTracking().Where(s => s.PersonId == id).ToListAsync(stop)).Select(s => new { since = Written(s.Since), seen = Written(s.Seen), s.Device }),
            ["tokens"] = (await db.Set<Token>().AsNoTracking().Where(t => t.PersonId == id).ToListAsync(stop)).Select(t => new { t.Name, rights = t.Rights, since = Written(t.Since), until = Written(t.Until) }),
            ["signIns"] = await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == id.Value).Select(l => new { l.LoginProvider, l.ProviderKey }).ToListAsync(stop),
            ["passkeys"] = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == id.Value, stop),
        };
        foreach (var source in declared.PersonalData)
        {
            held[source.Name] = await source.Held(services, id, stop);
        }

        return held;
    }

    private static string Written(NodaTime.Instant moment) => InstantPattern.ExtendedIso.Format(moment);
}
