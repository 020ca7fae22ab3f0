using Microsoft.EntityFrameworkCore;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Sources;

/// <summary>The sources that a list can be narrowed to, by name.</summary>
internal static class SourceChoices
{
    public static async Task<IReadOnlyList<FilterChoice>> All(AppDb db, CancellationToken stop)
    {
        var sources = await db.Set<Source>().AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.Code, s.Name }).ToListAsync(stop);
        return [.. sources.Select(s => new FilterChoice(s.Code, "", new(s.Name)))];
    }
}
