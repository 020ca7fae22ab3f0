using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>Identifies a load of places.</summary>
public readonly record struct PlaceLoadId(Guid Value) : ITypedId<PlaceLoadId>
{
    /// <inheritdoc/>
    public static PlaceLoadId From(Guid value) => new(value);
}

/// <summary>Where places and shapes come from.</summary>
[Words("record.place-load")]
public enum PlaceLoadKind
{
    /// <summary>the gazetteer that ships with the system; its shapes are coarse</summary>
    Gazetteer,

    /// <summary>a file of the state's register (RÚIAN) that an operator loaded</summary>
    Register,
}

/// <summary>A place. Its official code is its key: it is what everything else refers to.</summary>
internal sealed class PlaceRow
{
    public required string Code { get; init; }

    public required PlaceKind Kind { get; set; }

    public required PlaceStatus Status { get; set; }

    public required string Name { get; set; }

    /// <summary>The name folded for searching.</summary>
    public required string Folded { get; set; }

    public Localized? Names { get; set; }

    public string? ParentCode { get; set; }

    public string? RegionCode { get; set; }

    public string? Postcode { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }
}

/// <summary>The area of a place as well-known binary, with its bounds for queries on any engine.</summary>
internal sealed class PlaceGeometryRow
{
    public required string PlaceCode { get; init; }

    public required PlaceLoadId LoadId { get; set; }

    public required byte[] Wkb { get; set; }

    public required double West { get; set; }

    public required double South { get; set; }

    public required double East { get; set; }

    public required double North { get; set; }
}

/// <summary>A load: its row in the record stands for all the places it brought.</summary>
internal sealed class PlaceLoadRow
{
    public required PlaceLoadId Id { get; init; }

    public required PlaceLoadKind Kind { get; init; }

    public required string File { get; init; }

    /// <summary>SHA-256 of the files.</summary>
    public required string Digest { get; init; }

    public required int Places { get; init; }

    public required int Shapes { get; init; }

    public required Instant LoadedAt { get; init; }
}
