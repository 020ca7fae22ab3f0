using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;
using Vridlo.Base;
using Vridlo.Core.Publishing;

namespace Vridlo.Core.Places;

/// <summary>The reading half of the ledger of places: projections without tracking.</summary>
internal sealed partial class PlaceLedger
{
    /// <summary>How much of its size a map shows around the territory.</summary>
    private const double Surroundings = 0.06;

    private const double KilometresOfDegree = 111.2;

    private static readonly Expression<Func<PlaceRow, Place>> AsPlace = p => new Place
    {
        Code = p.Code,
        Kind = p.Kind,
        Status = p.Status,
        Name = p.Name,
        Names = p.Names,
        Parent = p.ParentCode,
        Region = p.RegionCode,
        Postcode = p.Postcode,
        Latitude = p.Latitude,
        Longitude = p.Longitude,
    };

    private static readonly Func<PlaceRow, Place> ToPlace = AsPlace.Compile();

    public IQueryable<Place> All => db.Set<PlaceRow>().AsNoTracking().Select(AsPlace);

    public IQueryable<Place> Municipalities(string? text)
    {
        var rows = db.Set<PlaceRow>().AsNoTracking().Where(p => p.Kind == PlaceKind.Municipality);
        var folded = Folding.Fold(text ?? "");
        return (folded.Length == 0 ? rows : rows.Where(p => p.Folded.Contains(folded))).Select(AsPlace);
    }

    public async Task<IReadOnlyList<Place>> Way(string code, CancellationToken stop)
    {
        var rows = db.Set<PlaceRow>().AsNoTracking();
        var found = await (
            from self in rows
            from place in rows
            where self.Code == code && (place.Code == self.Code || place.Code == self.ParentCode || place.Code == self.RegionCode)
            select place).Select(AsPlace).ToListAsync(stop);
        return [.. found.OrderBy(p => p.Kind)];
    }

    public async Task<PlaceShape?> Shape(string code, CancellationToken stop) =>
        (await Shapes(db.Set<PlaceGeometryRow>().Where(g => g.PlaceCode == code), stop)).FirstOrDefault();

    public Task<Territory?> Territory(string code, CancellationToken stop) =>
        kept.Get((nameof(Territory), code), [Topics.Places], () => ReadTerritory(code, stop), t => t is null ? 0 : (10 * t.Shapes.Count) + t.Municipalities.Count);

    private async Task<Territory?> ReadTerritory(string code, CancellationToken stop)
    {
        if (await Shape(code, stop) is not { Place: { Kind: PlaceKind.Region or PlaceKind.District } self } outline)
        {
            return null;
        }

        var sight = Bounds.Of(outline.Shape).Grown(Surroundings);
        var shapes = await Shapes(
            db.Set<PlaceGeometryRow>().Where(g => g.West <= sight.East && g.East >= sight.West && g.South <= sight.North && g.North >= sight.South),
            stop);
        var places = await db.Set<PlaceRow>().AsNoTracking()
            .Where(p => (p.Kind == PlaceKind.Municipality && (p.RegionCode == code || p.ParentCode == code))
                || (p.Kind == PlaceKind.Abroad && p.Longitude >= sight.West && p.Longitude <= sight.East
                    && p.Latitude >= sight.South && p.Latitude <= sight.North))
            .OrderBy(p => p.Name).ThenBy(p => p.Code)
            .Select(AsPlace)
            .ToListAsync(stop);
        return new(
            self,
            [.. shapes.OrderBy(s => s.Place.Kind).ThenBy(s => s.Place.Code, StringComparer.Ordinal)],
            [.. places.Where(p => p.Kind is PlaceKind.Municipality)],
            [.. places.Where(p => p.Kind is PlaceKind.Abroad)]);
    }

    public async Task<IReadOnlyList<NearPlace>> Near(Place place, int count, CancellationToken stop)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return [];
        }

        const double reach = 40 / KilometresOfDegree;
        var wide = reach / Math.Cos(double.DegreesToRadians(latitude));
        var near = await All
            .Where(p => p.Kind == PlaceKind.Municipality && p.Code != place.Code)
            .Where(p => p.Latitude > latitude - reach && p.Latitude < latitude + reach)
            .Where(p => p.Longitude > longitude - wide && p.Longitude < longitude + wide)
            .ToListAsync(stop);
        return [.. near
            .Select(p => new NearPlace(p, Bounds.Kilometres(latitude, longitude, p.Latitude!.Value, p.Longitude!.Value)))
            .OrderBy(n => n.Kilometres).ThenBy(n => n.Place.Code, StringComparer.Ordinal)
            .Take(count)];
    }

    private async Task<List<PlaceShape>> Shapes(IQueryable<PlaceGeometryRow> wanted, CancellationToken stop)
    {
        var rows = await (
            from shape in wanted.AsNoTracking()
            join place in db.Set<PlaceRow>().AsNoTracking() on shape.PlaceCode equals place.Code
            join load in db.Set<PlaceLoadRow>().AsNoTracking() on shape.LoadId equals load.Id
            select new { place, shape.Wkb, load.Kind, load.File, load.LoadedAt }).ToListAsync(stop);
        var reader = new WKBReader();
        return [.. rows.Select(r => new PlaceShape(ToPlace(r.place), reader.Read(r.Wkb), new(r.Kind, r.File, r.LoadedAt)))];
    }
}
