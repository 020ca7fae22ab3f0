using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.SignIn;

namespace Vridlo.People.Views;

/// <summary>Saves views of lists and finds them: everybody's own, and those that administrators share.</summary>
internal sealed class SavedViews(AppDb db, Asker asker, IClock clock)
{
    public const int LongestName = 100;
    private const int LongestAddress = 2000;
    private const int Most = 200;

    /// <summary>The asker's views and the shared ones, of all lists.</summary>
    public async Task<IReadOnlyList<SavedView>> All(CancellationToken stop) => await For(db, asker.Person!.Id).ToListAsync(stop);

    /// <summary>The views that are for a person, by name.</summary>
    public static IQueryable<SavedView> For(AppDb db, PersonId me) =>
        db.Set<SavedView>().AsNoTracking().Where(v => v.PersonId == me || v.SharedAt != null).OrderBy(v => v.Name).ThenBy(v => v.Id);

    public async Task<Result<SavedView>> Save(string name, string? address, bool shared, CancellationToken stop)
    {
        var me = asker.Person!.Id;
        if (SignInPerson.Local(address) is not { Length: <= LongestAddress } local)
        {
            return Problem.Invalid("people.view.address");
        }

        if (name is not { Length: > 0 and <= LongestName } || name.Any(char.IsControl))
        {
            return Problem.Invalid("people.view.name", "name", LongestName);
        }

        if (shared && !asker.May(PeopleRights.Manage))
        {
            return Problem.Forbidden("people.view.may-not-share");
        }

        if (await db.Set<SavedView>().CountAsync(v => v.PersonId == me, stop) >= Most)
        {
            return Problem.Invalid("people.view.too-many", null, Most);
        }

        var (path, query) = local.Split('?', 2) is [var before, var after] ? (before, "?" + after) : (local, "");
        var view = new SavedView { Id = Guid.CreateVersion7(), PersonId = me, Name = name, Path = path, Query = query, SharedAt = shared ? clock.GetCurrentInstant() : null };
        db.Add(view);
        return await db.Keep(stop) ? view : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>Removes a view: one's own, or a shared one by an administrator.</summary>
    public async Task<Result<bool>> Remove(Guid id, CancellationToken stop)
    {
        var me = asker.Person!.Id;
        if (await db.Set<SavedView>().FirstOrDefaultAsync(v => v.Id == id, stop) is not { } view || (view.PersonId != me && !(view.SharedAt is not null && asker.May(PeopleRights.Manage))))
        {
            return Problem.NotFound("people.view.unknown");
        }

        db.Remove(view);
        return await db.Keep(stop) ? true : Problem.Conflict("people.changed-meanwhile");
    }

    public static PersonalData Held { get; } = new("views", async (services, person, stop) =>
        await services.GetRequiredService<AppDb>().Set<SavedView>().Where(v => v.PersonId == person).OrderBy(v => v.Id).Select(v => new { v.Name, address = v.Path + v.Query }).ToListAsync(stop));

    /// <summary>What is shared stays with the office, under an identity that then says nothing.</summary>
    public static async Task Erase(AppDb db, PersonId person, CancellationToken stop) =>
        db.RemoveRange(await db.Set<SavedView>().Where(v => v.PersonId == person && v.SharedAt == null).ToListAsync(stop));
}
