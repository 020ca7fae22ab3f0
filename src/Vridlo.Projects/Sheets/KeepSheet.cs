using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// Keeps spreadsheets until they are accepted: takes them, notes what is chosen, throws them away. They belong to the whole office, as the right over them
/// does: whoever may load spreadsheets can open by its address, mend, accept and throw away what a colleague has sent, and nobody else can.
/// </summary>
internal sealed class KeepSheet(AppDb db, Asker asker, IClock clock)
{
    private bool May => asker.SeesAs is null && asker.May(ProjectRights.Import);

    /// <summary>Takes a file that can be read.</summary>
    public async Task<Result<SheetImportId>> Take(string file, byte[] content, CancellationToken stop)
    {
        if (asker.Person is not { } person || !May)
        {
            return Problem.Forbidden("projects.sheet.may-not");
        }

        if (content.Length is 0 || content.LongLength > Workbook.Largest)
        {
            return Problem.Invalid(content.Length == 0 ? "projects.sheet.file-missing" : "projects.sheet.file-large", "file", Workbook.Largest / 1024 / 1024);
        }

        var read = Workbook.Read(content);
        if (!read.Ok)
        {
            return read.Problems.ToArray();
        }

        var name = string.Concat(file.Split('/', '\\')[^1].Where(c => !char.IsControl(c)));
        var import = new SheetImport
        {
            Id = TypedId.New<SheetImportId>(), PersonId = person.Id, File = name.Length > 200 ? name[^200..] : name, At = clock.GetCurrentInstant(), Content = content, Choices = SheetChoices.None.Write(), Version = 1,
        };
        db.Add(import);
        await db.Keep(stop);
        return import.Id;
    }

    /// <summary>Notes what was chosen, as the spreadsheet was seen at a version.</summary>
    public async Task<Result<int>> Choose(SheetImportId id, int version, SheetChoices choices, CancellationToken stop)
    {
        if (!May)
        {
            return Problem.Forbidden("projects.sheet.may-not");
        }

        if (await db.Set<SheetImport>().FirstOrDefaultAsync(i => i.Id == id, stop) is not { Content: not null } import)
        {
            return Problem.NotFound("projects.sheet.unknown");
        }

        if (import.Version != version)
        {
            return Problem.Conflict("projects.changed-meanwhile");
        }

        import.Choices = choices.Write();
        import.Version++;
        return await db.Keep(stop) ? import.Version : Problem.Conflict("projects.changed-meanwhile");
    }

    /// <summary>Throws away one that waits; of one that was accepted it stays known what came of it.</summary>
    public async Task<Result<bool>> Drop(SheetImportId id, CancellationToken stop)
    {
        if (!May)
        {
            return Problem.Forbidden("projects.sheet.may-not");
        }

        if (await db.Set<SheetImport>().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import)
        {
            return Problem.NotFound("projects.sheet.unknown");
        }

        if (import.Content is null)
        {
            return Problem.Conflict("projects.sheet.accepted-already");
        }

        db.Remove(import);
        return await db.Keep(stop) ? true : Problem.Conflict("projects.changed-meanwhile");
    }

    /// <summary>Throws away what nobody has accepted for long.</summary>
    public static async Task Clear(IServiceProvider unit, CancellationToken stop)
    {
        var until = unit.GetRequiredService<IClock>().GetCurrentInstant() - SheetImport.Kept;
        await unit.GetRequiredService<AppDb>().Set<SheetImport>().Where(i => i.At < until && i.Content != null).ExecuteDeleteAsync(stop);
    }

    /// <summary>The spreadsheets that a person has sent, for the export of what is held about the person.</summary>
    public static async Task<object> Held(IServiceProvider unit, PersonId person, CancellationToken stop)
    {
        var sent = await unit.GetRequiredService<AppDb>().Set<SheetImport>().AsNoTracking().Where(i => i.PersonId == person).OrderBy(i => i.Id).Select(i => new { i.File, i.At, i.Added, i.Changed }).ToListAsync(stop);
        return sent.Select(i => new { i.File, at = NodaTime.Text.InstantPattern.ExtendedIso.Format(i.At), i.Added, i.Changed });
    }

    /// <summary>Removes the spreadsheets that a person has sent; what came of them is in the record. Enlists; the caller commits.</summary>
    public static async Task Forget(AppDb db, PersonId person, CancellationToken stop) =>
        db.RemoveRange(await db.Set<SheetImport>().Where(i => i.PersonId == person).ToListAsync(stop));
}
