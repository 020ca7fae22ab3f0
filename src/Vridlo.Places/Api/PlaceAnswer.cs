using Vridlo.Core.Places;

namespace Vridlo.Places.Api;

/// <summary>A stretch of places.</summary>
/// <param name="Places">the places</param>
/// <param name="Next">value of <c>after</c> for the next stretch, or null at the end</param>
internal sealed record PlacesAnswer(IReadOnlyList<PlaceAnswer> Places, string? Next);

/// <summary>A place for machines; coordinates are degrees, WGS 84.</summary>
internal sealed record PlaceAnswer(
    string Code, string Kind, string Name, string? Status, string? Parent, string? Region, string? Postcode, double? Latitude, double? Longitude)
{
    public static PlaceAnswer Of(Place place) => new(
        place.Code,
        Spelled(place.Kind.ToString()),
        place.Name,
        place.Status is PlaceStatus.Ordinary ? null : Spelled(place.Status.ToString()),
        place.Parent,
        place.Region,
        place.Postcode,
        place.Latitude,
        place.Longitude);

    /// <summary>ExtendedPowers as extended-powers.</summary>
    private static string Spelled(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
