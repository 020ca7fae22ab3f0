using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Places;

namespace Vridlo.Places.List;

/// <summary>What a list of municipalities is narrowed to; page, CSV and JSON answer the same one.</summary>
/// <param name="Within">code of the region or district</param>
/// <param name="Text">part of the name, or null</param>
internal sealed record PlaceFilter(string? Within, string? Text)
{
    public IQueryable<Place> In(IPlaces places)
    {
        var found = places.Municipalities(Text);
        if (!string.IsNullOrEmpty(Within))
        {
            found = found.Where(p => p.Region == Within || p.Parent == Within);
        }

        return found;
    }
}

/// <summary>A stretch of a list in Czech order.</summary>
/// <param name="Rows">the places</param>
/// <param name="Next">code after which the next stretch begins, or null at the end</param>
internal sealed record PlaceRows(IReadOnlyList<Place> Rows, string? Next)
{
    /// <summary>The <paramref name="size"/> places after the one with the code.</summary>
    public static async Task<PlaceRows> After(IPlaces places, IQueryable<Place> found, string? after, int size, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(after) && await places.All.FirstOrDefaultAsync(p => p.Code == after, stop) is { } last)
        {
#pragma warning disable CA1309 // The database compares, by the collation of the column.
            found = found.Where(p => string.Compare(p.Name, last.Name) > 0 || (p.Name == last.Name && string.Compare(p.Code, last.Code) > 0));
#pragma warning restore CA1309
        }

        var rows = await found.OrderBy(p => p.Name).ThenBy(p => p.Code).Take(size + 1).ToListAsync(stop);
        return rows.Count > size ? new(rows[..size], rows[size - 1].Code) : new(rows, null);
    }
}
