using Vridlo.Core.Places;

namespace Vridlo.Places.Api;

/// <summary>A place for machines; coordinates are degrees, WGS 84.</summary>
internal sealed record PlaceAnswer(
    string Code, PlaceKind Kind, string Name, PlaceStatus? Status, string? Parent, string? Region, string? Postcode, double? Latitude, double? Longitude)
{
    public static PlaceAnswer Of(Place place) => new(
        place.Code,
        place.Kind,
        place.Name,
        place.Status is PlaceStatus.Ordinary ? null : place.Status,
        place.Parent,
        place.Region,
        place.Postcode,
        place.Latitude,
        place.Longitude);
}
