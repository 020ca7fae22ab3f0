using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Projects.Sheets;

/// <summary>Keeps spreadsheets until they are accepted: takes them, notes what is chosen, throws them away.</summary>
internal sealed class KeepSheet(AppDb db, Asker asker, IClock clock)
{
    /// <summary>Takes a file that can be read.</summary>
    public async Task<Result<SheetImportId>> Take(string file, byte[] content, CancellationToken stop)
    {
        if (asker.Person is not { } person || asker.SeesAs is not null || !asker.May(ProjectRights.Import))
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

    /// <summary>Throws away what nobody has accepted for long.</summary>
    public static async Task Clear(IServiceProvider unit, CancellationToken stop)
    {
        var until = unit.GetRequiredService<IClock>().GetCurrentInstant() - SheetImport.Kept;
        await unit.GetRequiredService<AppDb>().Set<SheetImport>().Where(i => i.At < until && i.Content != null).ExecuteDeleteAsync(stop);
    }
}
