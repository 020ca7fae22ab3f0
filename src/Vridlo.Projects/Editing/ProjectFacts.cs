using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Editing;

/// <summary>What must be known to read a project.</summary>
internal interface IProjectFacts
{
    /// <inheritdoc cref="IOrganisations.Find"/>
    ValueTask<OrganisationListed?> Organisation(string? number, string name, CancellationToken stop);

    /// <summary>Whether there is a municipality with this code.</summary>
    ValueTask<bool> IsMunicipality(string code, CancellationToken stop);

    /// <summary>Whether a shape lies beyond the territory of the programme and its surroundings, so that somebody ought to say that it is meant.</summary>
    ValueTask<bool> IsFar(Shape shape, CancellationToken stop);

    /// <summary>What a project can carry out, by code.</summary>
    ValueTask<IReadOnlyDictionary<string, Node>> Nodes(CancellationToken stop);

    /// <summary>The day of now at the office.</summary>
    LocalDate Today { get; }
}

/// <summary>Asks the database for each; for one project.</summary>
internal sealed class AskedFacts(IOrganisations organisations, IPlaces places, OwnProgramme nodes, IClock clock) : IProjectFacts
{
    public LocalDate Today => clock.Today();

    public async ValueTask<OrganisationListed?> Organisation(string? number, string name, CancellationToken stop) => await organisations.Find(number, name, stop);

    public async ValueTask<bool> IsMunicipality(string code, CancellationToken stop) => await places.All.AnyAsync(p => p.Code == code && p.Kind == PlaceKind.Municipality, stop);

    public async ValueTask<bool> IsFar(Shape shape, CancellationToken stop) =>
        await nodes.Edition(stop) is { } edition && await places.Shape(edition.Territory, stop) is { } territory && Surroundings.LeaveOut(territory.Shape.EnvelopeInternal, shape);

    public async ValueTask<IReadOnlyDictionary<string, Node>> Nodes(CancellationToken stop) => await nodes.ByCode(stop);
}

/// <summary>What a project near the border may still lie in: half a degree on all sides, some 36 km to the east and west, 55 km to the north and south.</summary>
internal static class Surroundings
{
    private const double Degrees = 0.5;

    public static bool LeaveOut(Envelope territory, Shape shape)
    {
        var wider = territory.Copy();
        wider.ExpandBy(Degrees);
        return !wider.Contains(shape.Geometry.EnvelopeInternal);
    }
}

/// <summary>Has read all of it before; for thousands of projects.</summary>
internal sealed class LoadedFacts(IReadOnlyList<OrganisationListed> organisations, MunicipalityNames municipalities, IReadOnlyDictionary<string, Node> nodes, Envelope? territory, LocalDate today) : IProjectFacts
{
    private readonly Dictionary<OrganisationId, OrganisationListed> byId = organisations.ToDictionary(o => o.Id);
    private readonly Dictionary<string, OrganisationListed> byNumber = organisations.Where(o => o.Number is not null).ToDictionary(o => o.Number!, StringComparer.Ordinal);
    private readonly ILookup<string, OrganisationListed> byName = organisations.Where(o => o.Self == o.Id).ToLookup(o => o.NameKey, StringComparer.Ordinal);
    private readonly HashSet<string> codes = [.. municipalities.All.Select(m => m.Code)];
    private readonly ILookup<string, Place> places = municipalities.All.ToLookup(m => Folding.Fold(m.Name), StringComparer.Ordinal);

    public LocalDate Today => today;

    public ValueTask<OrganisationListed?> Organisation(string? number, string name, CancellationToken stop)
    {
        if (number is not null)
        {
            return new(byNumber.TryGetValue(number, out var one) ? byId[one.Self] : null);
        }

        var named = name.Length == 0 ? [] : byName[OrganisationNames.Key(name)].Take(2).ToList();
        return new(named.Count == 1 ? named[0] : null);
    }

    public ValueTask<bool> IsMunicipality(string code, CancellationToken stop) => new(codes.Contains(code));

    public ValueTask<bool> IsFar(Shape shape, CancellationToken stop) => new(territory is not null && Surroundings.LeaveOut(territory, shape));

    public ValueTask<IReadOnlyDictionary<string, Node>> Nodes(CancellationToken stop) => new(nodes);

    /// <summary>The code of a municipality by its code, its name or its name with the district; what was given when there is none, or several.</summary>
    public string Municipality(string given) => codes.Contains(given) ? given
        : (given.Contains(',', StringComparison.Ordinal) ? municipalities.Called(given) : [.. places[Folding.Fold(given)].Take(2)]) is [var only] ? only.Code : given;

    /// <summary>The one that is meant by an identity.</summary>
    public OrganisationListed Meant(OrganisationId organisation) => byId[byId[organisation].Self];
}
