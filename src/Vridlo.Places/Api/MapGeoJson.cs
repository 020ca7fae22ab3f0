using System.Text.Json;
using NetTopologySuite.Coverage;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Vridlo.Base;
using Vridlo.Core.Places;

namespace Vridlo.Places.Api;

/// <summary>Writes a territory as GeoJSON (RFC 7946) for maps that can be moved.</summary>
internal static class MapGeoJson
{
    /// <summary>Degrees below which a map of a region shows no difference: about twenty metres.</summary>
    private const double Tolerance = 0.0002;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new GeoJsonConverterFactory(new GeometryFactory(new PrecisionModel(100_000)), writeGeometryBBox: false) },
    };

    public static string Write(Territory territory)
    {
        var own = territory.Municipalities.ToDictionary(m => m.Code, StringComparer.Ordinal);
        var shapes = territory.Shapes.Where(s => own.ContainsKey(s.Place.Code)).ToList();
        var thinned = CoverageSimplifier.Simplify([.. shapes.Select(s => s.Shape)], Tolerance);
        var drawn = new FeatureCollection();
        Add(drawn, territory.Self, territory.Outline!.Shape);
        foreach (var district in territory.Shapes.Where(s => s.Place.Parent == territory.Self.Code))
        {
            Add(drawn, district.Place, district.Shape);
        }

        for (var i = 0; i < shapes.Count; i++)
        {
            Add(drawn, shapes[i].Place, thinned[i]);
        }

        foreach (var place in territory.Municipalities.Where(p => p.Latitude is not null))
        {
            Add(drawn, place, new Point(place.Longitude!.Value, place.Latitude!.Value));
        }

        return JsonSerializer.Serialize(drawn, Options);
    }

    private static void Add(FeatureCollection drawn, Place place, Geometry shape)
    {
        var facts = PlaceAnswer.Of(place);
        drawn.Add(new Feature(shape, new AttributesTable
        {
            { "code", facts.Code },
            { "kind", Word(facts.Kind) },
            { "name", facts.Name },
            { "status", facts.Status is { } status ? Word(status) : null },
            { "parent", facts.Parent },
        }));
    }

    /// <summary>As everywhere in the open interface.</summary>
    private static string Word(Enum member) => WordsAttribute.Name(member.ToString());
}
