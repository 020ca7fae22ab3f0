using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;

namespace Vridlo.Core.Places;

/// <summary>The ledger of places: what is entered.</summary>
internal sealed partial class PlaceLedger(AppDb db, IClock clock, Kept kept) : IPlaces
{
    public async Task<bool> Enter(Gazetteer gazetteer, CancellationToken stop)
    {
        if (await Latest(PlaceLoadKind.Gazetteer, stop) == gazetteer.Digest)
        {
            return false;
        }

        var load = Begin(PlaceLoadKind.Gazetteer, gazetteer.File, gazetteer.Digest, gazetteer.Places.Count, gazetteer.Shapes.Count);
        var known = await db.Set<PlaceRow>().ToDictionaryAsync(p => p.Code, stop);
        foreach (var place in gazetteer.Places)
        {
            if (known.TryGetValue(place.Code, out var row))
            {
                Write(place, row);
            }
            else
            {
                db.Add(Row(place));
            }
        }

        var fromRegister = await (
            from shape in db.Set<PlaceGeometryRow>()
            join before in db.Set<PlaceLoadRow>() on shape.LoadId equals before.Id
            where before.Kind == PlaceLoadKind.Register
            select shape.PlaceCode).ToListAsync(stop);
        await Shape(load, gazetteer.Shapes.Where(s => !fromRegister.Contains(s.Key)), stop);
        return true;
    }

    public async Task<Result<IReadOnlyList<string>>> Enter(Boundaries boundaries, CancellationToken stop)
    {
        if (await Latest(PlaceLoadKind.Register, stop) == boundaries.Digest)
        {
            return Problem.Conflict("places.boundaries.known", boundaries.File);
        }

        var known = await db.Set<PlaceRow>().Select(p => p.Code).ToHashSetAsync(stop);
        var shapes = boundaries.Shapes.Where(s => known.Contains(s.Key)).ToList();
        var load = Begin(PlaceLoadKind.Register, boundaries.File, boundaries.Digest, 0, shapes.Count);
        await Shape(load, shapes, stop);
        return boundaries.Shapes.Keys.Where(c => !known.Contains(c)).Order(StringComparer.Ordinal).ToList();
    }

    private Task<string?> Latest(PlaceLoadKind kind, CancellationToken stop) =>
        db.Set<PlaceLoadRow>().Where(l => l.Kind == kind).OrderByDescending(l => l.Id).Select(l => l.Digest).FirstOrDefaultAsync(stop);

    private PlaceLoadRow Begin(PlaceLoadKind kind, string file, string digest, int places, int shapes)
    {
        var load = new PlaceLoadRow
        {
            Id = TypedId.New<PlaceLoadId>(),
            Kind = kind,
            File = file,
            Digest = digest,
            Places = places,
            Shapes = shapes,
            LoadedAt = clock.GetCurrentInstant(),
        };
        db.Add(load);
        return load;
    }

    private async Task Shape(PlaceLoadRow load, IEnumerable<KeyValuePair<string, Geometry>> shapes, CancellationToken stop)
    {
        var known = await db.Set<PlaceGeometryRow>().ToDictionaryAsync(g => g.PlaceCode, stop);
        var writer = new WKBWriter();
        foreach (var (code, shape) in shapes)
        {
            var bounds = Bounds.Of(shape);
            if (!known.TryGetValue(code, out var row))
            {
                db.Add(new PlaceGeometryRow
                {
                    PlaceCode = code,
                    LoadId = load.Id,
                    Wkb = writer.Write(shape),
                    West = bounds.West,
                    South = bounds.South,
                    East = bounds.East,
                    North = bounds.North,
                });
                continue;
            }

            (row.LoadId, row.Wkb) = (load.Id, writer.Write(shape));
            (row.West, row.South, row.East, row.North) = (bounds.West, bounds.South, bounds.East, bounds.North);
        }
    }

    private static PlaceRow Row(Place place)
    {
        var row = new PlaceRow { Code = place.Code, Kind = place.Kind, Status = place.Status, Name = place.Name, Folded = "" };
        Write(place, row);
        return row;
    }

    private static void Write(Place place, PlaceRow row)
    {
        (row.Kind, row.Status, row.Name, row.Folded) = (place.Kind, place.Status, place.Name, Folding.Fold(place.Name));
        (row.Names, row.ParentCode, row.RegionCode) = (place.Names, place.Parent, place.Region);
        (row.Postcode, row.Latitude, row.Longitude) = (place.Postcode, place.Latitude, place.Longitude);
    }
}
