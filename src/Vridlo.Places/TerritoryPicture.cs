using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using Vridlo.Base;
using Vridlo.Core.Places;
using Vridlo.Ui;
using Vridlo.Ui.Maps;

namespace Vridlo.Places;

/// <summary>Turns a territory into what a map draws.</summary>
internal static class TerritoryPicture
{
    private const int WrittenOut = 3;

    /// <summary>Width of a spaced capital letter and height of a line as shares of the picture.</summary>
    private const double LetterShare = 0.019;
    private const double LineShare = 0.05;

    /// <param name="territory">a region or district</param>
    /// <param name="t">the reader's texts</param>
    /// <param name="to">the reader's addresses</param>
    /// <param name="here">code of the place the page is about, or null</param>
    public static MapPicture Of(Territory territory, Texts t, Links to, string? here = null)
    {
        var outline = territory.Outline!.Shape;
        var own = territory.Municipalities.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var municipalities = territory.Shapes.Where(s => own.Contains(s.Place.Code)).ToList();
        var drawn = municipalities.Select(s => s.Place.Code).ToHashSet(StringComparer.Ordinal);
        var lone = territory.Self.Kind is PlaceKind.District;
        return new()
        {
            Title = t["places.map.title", Name(territory.Self, t)],
            Outline = outline,
            Around = [.. territory.Shapes.Where(s => Beside(s.Place, territory.Self)).Select(s => s.Shape)],
            Areas =
            [
                .. territory.Shapes.Where(s => s.Place.Kind is PlaceKind.District && (lone ? s.Place.Code == territory.Self.Code : s.Place.Parent == territory.Self.Code))
                    .Select(s => District(s, t, to, lone)),
                .. municipalities.Select(s => new MapArea(s.Place.Code, Title(s.Place, t), s.Shape, to[$"/obce/{s.Place.Code}"], Fine: true)),
            ],
            Marks = [.. territory.Municipalities
                .Where(m => m is { Latitude: not null, Longitude: not null } && (m.Status is PlaceStatus.ExtendedPowers or PlaceStatus.AuthorisedOffice || m.Code == here || !drawn.Contains(m.Code)))
                .Select(m => Mark(m, t, to, here))],
            Names = [.. Neighbours(territory, t)],
            Here = here,
        };
    }

    /// <summary>What a place is called with its kind: okres Cheb, Karlovarský kraj, Cheb.</summary>
    public static string Name(Place place, Texts t) =>
        place.Kind is PlaceKind.District ? t["places.district.named", place.Name] : place.NameIn(t.Language);

    /// <summary>A municipality with what tells it from its namesakes.</summary>
    public static string Title(Place place, Texts t) =>
        place.Status is PlaceStatus.MilitaryDistrict ? t["places.military.named", place.Name] : place.Name;

    private static MapArea District(PlaceShape shape, Texts t, Links to, bool lone)
    {
        var name = Name(shape.Place, t);
        return lone ? new(shape.Place.Code, name, shape.Shape, null) : new(shape.Place.Code, name, shape.Shape, to[$"/okresy/{shape.Place.Code}"], name);
    }

    private static MapMark Mark(Place place, Texts t, Links to, string? here)
    {
        var (kind, rank, radius) = (place.Status, place.Code == here) switch
        {
            (_, true) => (MapMarkKind.Town, 0, 5.0),
            (PlaceStatus.ExtendedPowers, _) => (MapMarkKind.Town, 0, 4.0),
            (PlaceStatus.AuthorisedOffice, _) => (MapMarkKind.Town, 1, 3.0),
            _ => (MapMarkKind.Point, WrittenOut, 1.8),
        };
        return new(
            place.Code, Title(place, t), place.Longitude!.Value, place.Latitude!.Value, to[$"/obce/{place.Code}"],
            kind, rank < WrittenOut ? place.Name : null, rank, radius);
    }

    /// <summary>Whether a place of the same kind as the territory lies beside it.</summary>
    private static bool Beside(Place place, Place self) => place.Kind == self.Kind && place.Code != self.Code;

    private static IEnumerable<MapName> Neighbours(Territory territory, Texts t)
    {
        foreach (var land in territory.Abroad)
        {
            yield return new(land.NameIn(t.Language), land.Longitude!.Value, land.Latitude!.Value);
        }

        var outline = territory.Outline!.Shape;
        var (sight, edge) = (Sight(outline.EnvelopeInternal), new IndexedFacetDistance(outline));
        foreach (var shape in territory.Shapes.Where(s => Beside(s.Place, territory.Self)))
        {
            var name = Name(shape.Place, t);
            if (RoomFor(name, shape.Shape, edge, sight) is { } point)
            {
                yield return new(name, point.X, point.Y);
            }
        }
    }

    /// <summary>Where a name fits into what is seen of a neighbour, as far from the territory as it can; null when nowhere.</summary>
    private static Coordinate? RoomFor(string name, Geometry neighbour, IndexedFacetDistance edge, Envelope sight)
    {
        const int Steps = 24;
        var land = new IndexedPointInAreaLocator(neighbour);
        var (wide, high) = (sight.Width * (name.Length + 2) * LetterShare, sight.Height * LineShare);
        Coordinate? best = null;
        var farthest = 0.0;
        for (var i = 1; i < Steps * Steps; i++)
        {
            var middle = new Coordinate(sight.MinX + (sight.Width * (i % Steps) / Steps), sight.MinY + (sight.Height * (i / Steps) / Steps));
            var box = new Envelope(middle.X - (wide / 2), middle.X + (wide / 2), middle.Y - (high / 2), middle.Y + (high / 2));
            if (!sight.Contains(box) || land.Locate(middle) is Location.Exterior)
            {
                continue;
            }

            var distance = edge.Distance(neighbour.Factory.ToGeometry(box));
            if (distance > farthest)
            {
                (best, farthest) = (middle, distance);
            }
        }

        return best;
    }

    private static Envelope Sight(Envelope outline)
    {
        var sight = outline.Copy();
        sight.ExpandBy(outline.Width * 0.04, outline.Height * 0.04);
        return sight;
    }
}
