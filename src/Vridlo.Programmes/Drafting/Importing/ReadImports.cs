using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Reads how far uploads are, for those who sent them.</summary>
internal sealed class ReadImports(AppDb db, Asker asker, IClock clock)
{
    private static readonly Duration Patience = Duration.FromMinutes(1);
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>The own import, or null.</summary>
    public Task<DocumentImport?> Find(ImportId id, CancellationToken stop) => asker.Person is { Id: var person }
        ? db.Set<DocumentImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.Person == person, stop)
        : Task.FromResult<DocumentImport?>(null);

    /// <summary>Whether nothing has been heard of the reading for so long that it must have been killed.</summary>
    public bool IsSilent(DocumentImport import) => clock.GetCurrentInstant() - import.Heard > Patience;

    /// <summary>Removes what is known of uploads of long ago.</summary>
    public async Task Clear(CancellationToken stop)
    {
        var until = clock.GetCurrentInstant() - Kept;
        db.RemoveRange(await db.Set<DocumentImport>().Where(i => i.At < until).ToListAsync(stop));
        await db.Keep(stop);
    }

    /// <summary>A person's uploads, for the export of what is held about the person.</summary>
    public static async Task<object> Held(IServiceProvider services, PersonId person, CancellationToken stop)
    {
        var imports = await services.GetRequiredService<AppDb>().Set<DocumentImport>().AsNoTracking().Where(i => i.Person == person).OrderBy(i => i.Id).ToListAsync(stop);
        return imports.Select(i => new { i.File, at = NodaTime.Text.InstantPattern.ExtendedIso.Format(i.At) });
    }

    /// <summary>Removes a person's uploads. Enlists; the caller commits.</summary>
    public static async Task Forget(AppDb db, PersonId person, CancellationToken stop) =>
        db.RemoveRange(await db.Set<DocumentImport>().Where(i => i.Person == person).ToListAsync(stop));
}
