using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Organisations.Editing;

/// <summary>The seat of an organisation as people type it: the name of a municipality or its code. Of one name those of the own region are meant first.</summary>
internal sealed class SeatTyped(IPlaces places, OwnProgramme programme)
{
    private MunicipalityNames? near;

    /// <summary>The municipalities of the region. Read once in a unit of work.</summary>
    public async Task<MunicipalityNames> Near(CancellationToken stop) => near ??= await MunicipalityNames.Read(places, (await programme.Edition(stop))?.Territory ?? "", stop);

    /// <summary>What stands in the form for the municipality of a code; empty for none.</summary>
    public async Task<string> Name(string? code, Texts t, CancellationToken stop)
    {
        if (code is null)
        {
            return "";
        }

        var names = await Near(stop);
        if (names.All.All(p => p.Code != code))
        {
            names = await All(stop);
        }

        return names.Called(code) is [var place] ? names.Of(place, t) : code;
    }

    /// <summary>The facts with the code of the seat. What means no municipality, or several, stays as it was typed, and the register refuses it.</summary>
    public async Task<OrganisationFacts> Read(OrganisationFacts facts, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(facts.Place))
        {
            return facts;
        }

        var found = (await Near(stop)).Called(facts.Place);
        if (found.Count == 0)
        {
            found = (await All(stop)).Called(facts.Place);
        }

        return found is [var only] ? facts with { Place = only.Code } : facts;
    }

    private Task<MunicipalityNames> All(CancellationToken stop) => MunicipalityNames.Read(places, null, stop);
}
