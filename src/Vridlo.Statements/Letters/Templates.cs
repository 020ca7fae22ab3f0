using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Letters;

/// <summary>Reads templates.</summary>
internal sealed class Templates(AppDb db, TextCatalogue texts)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Template>> All(CancellationToken stop) => await db.Set<Template>().AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(stop);

    /// <summary>The file of the template that is used: the newest one, else the one that comes with the system.</summary>
    public async Task<byte[]> Current(CancellationToken stop)
    {
        var newest = await db.Set<Template>().OrderByDescending(t => t.Number).Select(t => (int?)t.Number).FirstOrDefaultAsync(stop);
        return newest is { } number && await Of(number, stop) is { } content ? content : Usual();
    }

    /// <summary>The file of a template, or null.</summary>
    public Task<byte[]?> Of(int number, CancellationToken stop) => (
        from template in db.Set<Template>()
        join file in db.Set<StoredFile>() on template.FileId equals file.Id
        where template.Number == number
        select file.Content).FirstOrDefaultAsync(stop);

    /// <summary>The template that comes with the system.</summary>
    public byte[] Usual() => DefaultTemplate.Make(texts.In(Language.Cs));
}
