using NetTopologySuite.Geometries;
using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>What sort of place it is.</summary>
public enum PlaceKind
{
    /// <summary>kraj; its code is NUTS 3, such as CZ041</summary>
    Region,

    /// <summary>okres; its code is LAU 1, such as CZ0411</summary>
    District,

    /// <summary>obec, town, city or military district; its code has six digits</summary>
    Municipality,

    /// <summary>A part of a neighbouring country, only so that maps can name it; its code is NUTS 2</summary>
    Abroad,
}

/// <summary>What a municipality is beyond being one.</summary>
[Words("places.status")]
public enum PlaceStatus
{
    /// <summary>nothing of the following</summary>
    Ordinary,

    /// <summary>obec s pověřeným obecním úřadem</summary>
    AuthorisedOffice,

    /// <summary>obec s rozšířenou působností (ORP)</summary>
    ExtendedPowers,

    /// <summary>vojenský újezd</summary>
    MilitaryDistrict,
}

/// <summary>A place of the gazetteer. Names are not unique; codes are.</summary>
public sealed record Place
{
    /// <summary>The official code.</summary>
    public required string Code { get; init; }

    /// <summary>What sort of place it is.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>What a municipality is beyond being one.</summary>
    public PlaceStatus Status { get; init; }

    /// <summary>The official Czech name.</summary>
    public required string Name { get; init; }

    /// <summary>The name in other languages where it has one there, or null.</summary>
    public Localized? Names { get; init; }

    /// <summary>Code of the district of a municipality or of the region of a district; null above that.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of the region it lies in (a region's own code); null abroad.</summary>
    public string? Region { get; init; }

    /// <summary>The postcode, five digits without a space; only of municipalities.</summary>
    public string? Postcode { get; init; }

    /// <summary>Degrees north, WGS 84; only of municipalities and names abroad.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84; only of municipalities and names abroad.</summary>
    public double? Longitude { get; init; }

    /// <summary>The name for readers of the language.</summary>
    public string NameIn(Language language) => Names?.For(language).Text ?? Name;
}

/// <summary>A place with what it looks like on a map.</summary>
/// <param name="Place">the place</param>
/// <param name="Shape">its area in WGS 84, x is longitude</param>
/// <param name="Origin">where the area is from</param>
public sealed record PlaceShape(Place Place, Geometry Shape, ShapeOrigin Origin);

/// <summary>Where a shape is from.</summary>
/// <param name="Kind">shipped with the system, or loaded from the state's register</param>
/// <param name="File">name of the loaded file</param>
/// <param name="LoadedAt">when it was loaded</param>
public sealed record ShapeOrigin(PlaceLoadKind Kind, string File, Instant LoadedAt);

/// <summary>A municipality near another.</summary>
/// <param name="Place">the municipality</param>
/// <param name="Kilometres">distance between the two points as the crow flies</param>
public sealed record NearPlace(Place Place, double Kilometres);

/// <summary>What a map of a territory shows.</summary>
/// <param name="Self">the territory: a region or a district</param>
/// <param name="Shapes">all areas in sight: the territory's own and its neighbours', regions before districts before municipalities</param>
/// <param name="Municipalities">the municipalities of the territory in Czech order</param>
/// <param name="Abroad">names of neighbouring countries in sight</param>
public sealed record Territory(
    Place Self, IReadOnlyList<PlaceShape> Shapes, IReadOnlyList<Place> Municipalities, IReadOnlyList<Place> Abroad)
{
    /// <summary>The area of the territory itself, or null when it has none.</summary>
    public PlaceShape? Outline => Shapes.FirstOrDefault(s => s.Place.Code == Self.Code);
}
