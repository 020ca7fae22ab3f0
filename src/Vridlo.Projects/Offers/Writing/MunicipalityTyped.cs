using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>A municipality of the region as people type it: its name, whatever its case and diacritics; its code where a name is there twice.</summary>
internal sealed class MunicipalityTyped(IPlaces places, OwnProgramme programme)
{
    private IReadOnlyList<Place>? all;

    /// <summary>The municipalities of the region by name. Read once in a unit of work.</summary>
    public async Task<IReadOnlyList<Place>> All(CancellationToken stop) => all ??= await programme.Edition(stop) is { Territory: var region }
        ? await places.All.Where(p => p.Kind == PlaceKind.Municipality && p.Region == region).OrderBy(p => p.Name).ThenBy(p => p.Code).ToListAsync(stop) : [];

    /// <returns>the code</returns>
    public async Task<Result<string>> Read(string typed, CancellationToken stop)
    {
        var (sought, known) = (Folding.Fold(typed), await All(stop));
        if (sought.Length == 0)
        {
            return Problem.Invalid("projects.offers.place-missing", "place");
        }

        var found = known.Where(p => p.Code == sought || Folding.Fold(p.Name) == sought).ToList();
        return found switch
        {
            [var only] => only.Code,
            [] => Problem.Invalid("projects.offers.place-unknown", "place", typed.Trim() is { Length: > 60 } text ? text[..60] : typed.Trim()),
            _ => Problem.Invalid("projects.offers.place-several", "place", string.Join(", ", found.Select(p => p.Code))),
        };
    }
}
