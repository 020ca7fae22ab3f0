using Vridlo.Base;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>A municipality of the region as people type it: as it is offered, its code, or its name whatever its case and diacritics.</summary>
internal sealed class MunicipalityTyped(IPlaces places, OwnProgramme programme)
{
    private MunicipalityNames? names;

    /// <summary>The municipalities of the region by name. Read once in a unit of work.</summary>
    public async Task<MunicipalityNames> Names(CancellationToken stop) =>
        names ??= await MunicipalityNames.Read(places, (await programme.Edition(stop))?.Territory ?? "", stop);

    /// <returns>the code</returns>
    public async Task<Result<string>> Read(string typed, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Problem.Invalid("projects.offers.place-missing", "place");
        }

        var found = (await Names(stop)).Called(typed);
        return found switch
        {
            [var only] => only.Code,
            [] => Problem.Invalid("projects.offers.place-unknown", "place", typed.Trim() is { Length: > 60 } text ? text[..60] : typed.Trim()),
            _ => Problem.Invalid("projects.offers.place-several", "place", string.Join(", ", found.Select(p => p.Code))),
        };
    }
}
