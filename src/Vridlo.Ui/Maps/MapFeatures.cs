using NetTopologySuite.Geometries;

namespace Vridlo.Ui.Maps;

/// <summary>What a map draws: land, its parts, marks and names. Coordinates are degrees, WGS 84; x is longitude.</summary>
public sealed record MapPicture
{
    /// <summary>What the map shows, for those who do not see it.</summary>
    public required string Title { get; init; }

    /// <summary>The territory itself: it decides what is in sight, unless that is said.</summary>
    public required Geometry Outline { get; init; }

    /// <summary>What is in sight, when it is a part of the territory only; null for all of it.</summary>
    public Envelope? Sight { get; init; }

    /// <summary>Parts of the territory, drawn as land.</summary>
    public IReadOnlyList<MapArea> Areas { get; init; } = [];

    /// <summary>Land around the territory.</summary>
    public IReadOnlyList<Geometry> Around { get; init; } = [];

    /// <summary>Things drawn over the land where they are, as points, lines or areas.</summary>
    public IReadOnlyList<MapShape> Shapes { get; init; } = [];

    /// <summary>Marks, the largest last on top.</summary>
    public IReadOnlyList<MapMark> Marks { get; init; } = [];

    /// <summary>Names of what lies around.</summary>
    public IReadOnlyList<MapName> Names { get; init; } = [];

    /// <summary>Code of the mark or area the page is about, or null.</summary>
    public string? Here { get; init; }
}

/// <summary>An area.</summary>
/// <param name="Code">its official code</param>
/// <param name="Title">what it is called when pointed at</param>
/// <param name="Shape">polygon or polygons</param>
/// <param name="Href">where it leads, or null</param>
/// <param name="Name">what is written in it, or null</param>
/// <param name="Fine">whether it is a municipality inside a district: drawn with a thin line</param>
public sealed record MapArea(string Code, string Title, Geometry Shape, string? Href, string? Name = null, bool Fine = false);

/// <summary>A thing over the land.</summary>
/// <param name="Title">what it is called when pointed at</param>
/// <param name="Shape">points, lines or areas</param>
/// <param name="Href">where it leads, or null</param>
public sealed record MapShape(string Title, Geometry Shape, string? Href);

/// <summary>A mark at a point.</summary>
/// <param name="Code">the official code of its place</param>
/// <param name="Title">what it is called when pointed at, with its figure when it has one</param>
/// <param name="Longitude">degrees east</param>
/// <param name="Latitude">degrees north</param>
/// <param name="Href">where it leads, or null</param>
/// <param name="Kind">how it is drawn</param>
/// <param name="Label">its name as written on the map, or null when it is only a point</param>
/// <param name="Rank">0 for names that phones show too, 1 for those written where there is room</param>
/// <param name="Radius">radius in pixels of a map 600 wide</param>
public sealed record MapMark(
    string Code, string Title, double Longitude, double Latitude, string? Href,
    MapMarkKind Kind = MapMarkKind.Point, string? Label = null, int Rank = 1, double Radius = 1.8);

/// <summary>How a mark is drawn.</summary>
public enum MapMarkKind
{
    /// <summary>a small grey point: the place is there, nothing is said of it</summary>
    Point,

    /// <summary>a grey point with a name</summary>
    Town,

    /// <summary>a circle whose area says a number</summary>
    Figure,
}

/// <summary>A name that is not a mark.</summary>
/// <param name="Text">the name</param>
/// <param name="Longitude">degrees east</param>
/// <param name="Latitude">degrees north</param>
public sealed record MapName(string Text, double Longitude, double Latitude);
