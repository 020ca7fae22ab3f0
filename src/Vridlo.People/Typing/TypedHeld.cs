using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Typing;

/// <summary>What is being typed is personal: it is in the export of what is held, goes with the person, and ends by itself.</summary>
internal static class TypedHeld
{
    public static PersonalData Export { get; } = new("typed", async (services, person, stop) =>
    {
        var typed = await services.GetRequiredService<AppDb>().Set<TypedForm>().AsNoTracking().Where(t => t.PersonId == person && t.TakenAt == null).OrderBy(t => t.Id).ToListAsync(stop);
        return typed.Select(t => new
        {
            t.Form, t.Path, at = InstantPattern.ExtendedIso.Format(t.At),
            fields = TypedFields.Read(t.Fields).Select(f => new { name = f.Name, value = f.Value }),
        });
    });

    public static async Task Erase(AppDb db, PersonId person, CancellationToken stop) =>
        db.RemoveRange(await db.Set<TypedForm>().Where(t => t.PersonId == person).ToListAsync(stop));

    /// <summary>The job that removes what nobody has gone on with.</summary>
    public static async Task Clear(IServiceProvider services, CancellationToken stop)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        await services.GetRequiredService<AppDb>().Set<TypedForm>().Where(t => t.Until < now).ExecuteDeleteAsync(stop);
    }
}
