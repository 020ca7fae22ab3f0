using NetTopologySuite.Geometries;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Showing;
using Vridlo.Ui.Maps;

namespace Vridlo.Projects.Shapes;

/// <summary>Draws one project with the land around it, so near that its shape can be seen and so far that one knows where it is.</summary>
internal sealed class OneOnMap(IPlaces places, OwnProgramme programme)
{
    /// <summary>Kilometres in sight at least, across and up; further up than this names are written of the larger towns only.</summary>
    private const double Across = 20, Up = 13, NamesAll = 30;

    private const double Around = 1.4, KilometresOfDegree = 111.2;

    /// <returns>null when the project has no shape, or the territory none</returns>
    public async Task<MapPicture?> Of(ProjectShown shown, CancellationToken stop) =>
        shown.Project.Shape is { } shape && (shown.Place?.Region ?? (await programme.Edition(stop))?.Territory) is { } region && await places.Territory(region, stop) is { } territory
            ? Of(territory, shape, shown.Project.Title) : null;

    private static MapPicture? Of(Territory territory, Shape shape, string title) => territory.Outline is not { } outline ? null : new()
    {
        Title = title,
        Outline = outline.Shape,
        Sight = Sight(shape.Geometry.EnvelopeInternal, out var near),
        Around = [.. territory.Shapes.Where(s => s.Place.Kind == territory.Self.Kind && s.Place.Code != territory.Self.Code).Select(s => s.Shape)],
        Areas = [.. territory.Shapes.Where(s => s.Place.Kind is PlaceKind.District or PlaceKind.Municipality && s.Place.Region == territory.Self.Code)
            .Select(s => new MapArea(s.Place.Code, s.Place.Name, s.Shape, null, Fine: s.Place.Kind is PlaceKind.Municipality))],
        Shapes = [new(title, shape.Geometry, null)],
        Marks = [.. from place in territory.Municipalities
                    where place is { Latitude: not null, Longitude: not null }
                    let large = place.Status is PlaceStatus.ExtendedPowers or PlaceStatus.AuthorisedOffice
                    select new MapMark(
                        place.Code, place.Name, place.Longitude!.Value, place.Latitude!.Value, null, large ? MapMarkKind.Town : MapMarkKind.Point,
                        near || large ? place.Name : null, large ? 0 : 1, large ? 3.5 : 2.2)],
    };

    /// <summary>The shape with room around it, in the form of the picture.</summary>
    private static Envelope Sight(Envelope shape, out bool near)
    {
        var shortened = KilometresOfDegree * Math.Cos(double.DegreesToRadians(shape.Centre.Y));
        var (wide, high) = (Math.Max(Across, shape.Width * shortened * Around), Math.Max(Up, shape.Height * KilometresOfDegree * Around));
        (wide, high) = (Math.Max(wide, high * Across / Up), Math.Max(high, wide * Up / Across));
        near = high < NamesAll;
        var sight = new Envelope(shape.Centre);
        sight.ExpandBy(wide / shortened / 2, high / KilometresOfDegree / 2);
        return sight;
    }
}
