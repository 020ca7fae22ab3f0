using Microsoft.EntityFrameworkCore;
using Vridlo.Base.Lists;
using Vridlo.Core.Places;

namespace Vridlo.Places.List;

/// <summary>Municipalities as a list: the page, its files and the open interface show the same one.</summary>
internal static class PlacesList
{
    /// <param name="places">the ledger</param>
    /// <param name="region">code of the region whose districts can be chosen; null for the whole republic</param>
    /// <param name="stop">ends the reading of the districts</param>
    public static async Task<ListOf<Place>> Of(IPlaces places, string? region, CancellationToken stop)
    {
        var districts = await places.All
            .Where(p => p.Kind == PlaceKind.District && (region == null || p.Region == region)).OrderBy(p => p.Name).ToListAsync(stop);
        var names = districts.ToDictionary(d => d.Code, d => d.Name, StringComparer.Ordinal);
        var code = SortKey<Place>.By(p => p.Code);
        return new()
        {
            Name = "places",
            Id = code,
            Order = "name",
            Columns =
            [
                new("name", "places.col.name", p => p.Name) { Sort = SortKey<Place>.By(p => p.Name), Link = p => $"/obce/{p.Code}" },
                new("status", "places.col.status", p => p.Status),
                new("district", "places.col.district", p => names.GetValueOrDefault(p.Parent ?? "")) { Link = p => $"/okresy/{p.Parent}" },
                new("code", "places.col.code", p => p.Code) { Sort = code, Figures = true },
                new("postcode", "places.col.postcode", p => p.Postcode) { Figures = true },
                new("parent", "places.col.parent", p => p.Parent) { FilesOnly = true },
                new("region", "places.col.region", p => p.Region) { FilesOnly = true },
                new("latitude", "places.col.latitude", p => p.Latitude) { FilesOnly = true },
                new("longitude", "places.col.longitude", p => p.Longitude) { FilesOnly = true },
            ],
            Filters =
            [
                new("q", "places.filter.name", (rows, text) =>
                    from row in rows join named in places.Municipalities(text) on row.Code equals named.Code select row),
                new("within", "places.filter.district", (rows, within) => rows.Where(p => p.Parent == within || p.Region == within))
                {
                    Choices = [.. districts.Select(d => new FilterChoice(d.Code, "", new(d.Name)))],
                },
            ],
        };
    }
}
