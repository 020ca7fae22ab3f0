using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Access;

/// <summary>The people of the office in the database.</summary>
internal sealed class People(AppDb db, Declarations declared) : IPeople
{
    private static readonly Expression<Func<PersonRow, Person>> Shown = p => new(p.Id, p.Name, p.Mail, p.Language, p.LeftAt);

    public IQueryable<PersonListed> Listed =>
        db.Set<PersonRow>().AsNoTracking().Select(p => new PersonListed { Id = p.Id, Name = p.Name, Mail = p.Mail, Left = p.LeftAt });

    public IQueryable<PersonListed> Holding(IQueryable<PersonListed> listed, Role role)
    {
        var holders = db.Set<GrantRow>().Where(g => g.Role == role);
        return listed.Where(p => holders.Any(g => g.PersonId == p.Id));
    }

    public Task<Person?> Find(PersonId id, CancellationToken stop) =>
        db.Set<PersonRow>().AsNoTracking().Where(p => p.Id == id).Select(Shown).FirstOrDefaultAsync(stop);

    public async Task<PersonAsking?> Asking(PersonId id, CancellationToken stop)
    {
        var held = await (from person in db.Set<PersonRow>().AsNoTracking().Where(p => p.Id == id && p.LeftAt == null)
                          join grant in db.Set<GrantRow>() on person.Id equals grant.PersonId into grants
                          from grant in grants.DefaultIfEmpty()
                          orderby grant.Id
                          select new { person, Grant = (GrantRow?)grant }).ToListAsync(stop);
        return held is [{ person: var own }, ..] ? new(new(own.Id, own.Name, own.Mail, own.Language, own.LeftAt), [.. held.Select(h => h.Grant).OfType<GrantRow>().Select(g => Held(g).Grant)]) : null;
    }

    public Task<Person?> WithMail(string mail, CancellationToken stop)
    {
        var key = Key(mail);
        return db.Set<PersonRow>().AsNoTracking().Where(p => p.MailKey == key).Select(Shown).FirstOrDefaultAsync(stop);
    }

    public async Task<IReadOnlyList<Person>> All(CancellationToken stop) =>
        await db.Set<PersonRow>().AsNoTracking().OrderBy(p => p.LeftAt != null).ThenBy(p => p.Name).Select(Shown).ToListAsync(stop);

    public async Task<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);

    public async Task<IReadOnlyList<GrantHeld>> Grants(PersonId person, CancellationToken stop) =>
        [.. (await db.Set<GrantRow>().AsNoTracking().Where(g => g.PersonId == person).OrderBy(g => g.Id).ToListAsync(stop)).Select(Held)];

    public async Task<IReadOnlyList<GrantHeld>> Grants(CancellationToken stop)
    {
        var grants =
            from grant in db.Set<GrantRow>().AsNoTracking()
            join person in db.Set<PersonRow>() on grant.PersonId equals person.Id
            where person.LeftAt == null
            orderby person.Name, grant.Id
            select grant;
        return [.. (await grants.ToListAsync(stop)).Select(Held)];
    }

    public async Task<IReadOnlyList<GrantHeld>> Holders(At at, CancellationToken stop) => [.. (await Grants(stop)).Where(g => g.Grant.Reaches(at))];

    public Person Add(string name, string mail, Language language)
    {
        var row = new PersonRow { Id = TypedId.New<PersonId>(), Name = name, Mail = mail, MailKey = Key(mail), Language = language };
        db.Add(row);
        return new(row.Id, name, mail, language, null);
    }

    public async Task Change(Person person, CancellationToken stop)
    {
        var row = await db.Set<PersonRow>().SingleAsync(p => p.Id == person.Id, stop);
        (row.Name, row.Mail, row.MailKey, row.Language, row.LeftAt) = (person.Name, person.Mail, Key(person.Mail), person.Language, person.Left);
        row.Version++;
    }

    public GrantId Give(PersonId person, Grant grant)
    {
        var row = new GrantRow { Id = TypedId.New<GrantId>(), PersonId = person, Role = grant.Role, ProgrammeId = grant.Programme, NodeId = grant.Node };
        db.Add(row);
        return row.Id;
    }

    public async Task Take(GrantId grant, CancellationToken stop) =>
        db.RemoveRange(await db.Set<GrantRow>().Where(g => g.Id == grant).ToListAsync(stop));

    public async Task Erase(PersonId person, CancellationToken stop)
    {
        foreach (var erase in declared.Erasures)
        {
            await erase(db, person, stop);
        }

        db.RemoveRange(await db.Set<GrantRow>().Where(g => g.PersonId == person).ToListAsync(stop));
        db.RemoveRange(await db.Set<PersonRow>().Where(p => p.Id == person).ToListAsync(stop));
    }

    private static GrantHeld Held(GrantRow row) => new(row.Id, row.PersonId, new(row.Role, row.ProgrammeId, row.NodeId));

#pragma warning disable CA1308 // Addresses of mail are compared in small letters.
    private static string Key(string mail) => mail.Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
