using Microsoft.EntityFrameworkCore;
using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>
/// Municipalities as people know them: by name, and those of one name by their district too (Chodov, okres Sokolov). What is shown so is understood when it is typed.
/// </summary>
public sealed class MunicipalityNames
{
    private readonly Dictionary<string, string> districts;
    private readonly HashSet<string> byName, byDistrict;

    private MunicipalityNames(IReadOnlyList<Place> all, Dictionary<string, string> districts)
    {
        (All, this.districts) = (all, districts);
        byName = [.. all.GroupBy(p => Folding.Fold(p.Name)).Where(n => n.Count() == 1).Select(n => n.First().Code)];
        byDistrict = [.. all.GroupBy(p => (Folding.Fold(p.Name), p.Parent)).Where(n => n.Count() == 1).Select(n => n.First().Code)];
    }

    /// <summary>The municipalities in the Czech order of their names.</summary>
    public IReadOnlyList<Place> All { get; }

    /// <summary>Reads the municipalities of a region, none when it is empty, or of the whole republic when it is null.</summary>
    public static async Task<MunicipalityNames> Read(IPlaces places, string? region, CancellationToken stop)
    {
        var read = await places.All.Where(p => p.Kind == PlaceKind.District || (p.Kind == PlaceKind.Municipality && (region == null || p.Region == region)))
            .OrderBy(p => p.Name).ThenBy(p => p.Code).ToListAsync(stop);
        return new([.. read.Where(p => p.Kind is PlaceKind.Municipality)], read.Where(p => p.Kind is PlaceKind.District).ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal));
    }

    /// <summary>What one of these is called: its name, with its district when others have the name too; its code when even that is doubled.</summary>
    public string Of(Place municipality, Texts t) => byName.Contains(municipality.Code) ? municipality.Name
        : byDistrict.Contains(municipality.Code) && District(municipality) is { } district ? $"{municipality.Name}, {t["places.district.named", district]}" : municipality.Code;

    /// <summary>Those of these that a text means: a code, a name whatever its case and diacritics, or a name and the district behind a comma.</summary>
    public IReadOnlyList<Place> Called(string typed)
    {
        var parts = Folding.Fold(typed).Split(',', 2, StringSplitOptions.TrimEntries);
        return [.. All.Where(p => p.Code == parts[0] || (Folding.Fold(p.Name) == parts[0] && (parts.Length == 1 || Within(p, parts[1]))))];
    }

    private bool Within(Place municipality, string folded) => District(municipality) is { } district && folded.Contains(Folding.Fold(district), StringComparison.Ordinal);

    private string? District(Place municipality) => districts.GetValueOrDefault(municipality.Parent ?? "");
}
