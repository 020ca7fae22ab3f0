using NetTopologySuite.Geometries;
using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>
/// The ledger of places: one gazetteer of regions, districts and municipalities with their official codes, and one store of
/// their shapes. Anything that is somewhere refers to it by code, never by name.
/// </summary>
public interface IPlaces
{
    /// <summary>All places, for lists: filter, order (<see cref="Place.Name"/> orders by Czech rules) and page it, then read it.</summary>
    IQueryable<Place> All { get; }

    /// <summary>The municipalities whose name contains the text, whatever its diacritics and case; all when it is empty.</summary>
    IQueryable<Place> Municipalities(string? text);

    /// <summary>The place with the places it lies in, the largest first and itself last; empty when there is no such code.</summary>
    Task<IReadOnlyList<Place>> Way(string code, CancellationToken stop);

    /// <summary>The shape of a place, or null when it has none.</summary>
    Task<PlaceShape?> Shape(string code, CancellationToken stop);

    /// <summary>What a map of a region or district shows; null when there is no such place or it has no shape.</summary>
    Task<Territory?> Territory(string code, CancellationToken stop);

    /// <summary>The municipalities nearest to one, by the distance of their points, the nearest first; not itself.</summary>
    Task<IReadOnlyList<NearPlace>> Near(Place place, int count, CancellationToken stop);

    /// <summary>
    /// Enters a gazetteer: adds places, mends those that differ, removes none; the caller commits. Shapes loaded from the
    /// state's register are kept.
    /// </summary>
    /// <returns>false when this gazetteer was entered already: there is nothing to commit</returns>
    Task<bool> Enter(Gazetteer gazetteer, CancellationToken stop);

    /// <summary>Enters shapes of known places from the state's register; the caller commits.</summary>
    /// <returns>the codes that no place has; <c>places.boundaries.known</c> when this very file was the last one entered</returns>
    Task<Result<IReadOnlyList<string>>> Enter(Boundaries boundaries, CancellationToken stop);
}

/// <summary>A gazetteer to enter.</summary>
/// <param name="File">names of the files it was read from</param>
/// <param name="Digest">SHA-256 of the files</param>
/// <param name="Places">the places; parents need not come first</param>
/// <param name="Shapes">shapes in WGS 84 by the code of their place</param>
public sealed record Gazetteer(string File, string Digest, IReadOnlyList<Place> Places, IReadOnlyDictionary<string, Geometry> Shapes);

/// <summary>Boundaries to enter.</summary>
/// <param name="File">name of the file they were read from</param>
/// <param name="Digest">SHA-256 of the file</param>
/// <param name="Shapes">valid polygons in WGS 84 by the code of their place</param>
public sealed record Boundaries(string File, string Digest, IReadOnlyDictionary<string, Geometry> Shapes);
