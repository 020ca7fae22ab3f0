using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Converters;
using Vridlo.Core.Places;

namespace Vridlo.Places.Boundaries;

/// <summary>Reads boundaries from GeoJSON, in degrees as the standard says or in the metres of S-JTSK as offices export it.</summary>
internal static class BoundaryGeoJson
{
    private const double LargestDegree = 180;

    private static readonly string[] Codes = ["code", "kod", "kod_obec", "kod_obce", "kod_lau1", "kod_cznuts3", "nutslau", "lau2"];
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <exception cref="JsonException">when the file is no feature collection</exception>
    public static async Task<List<BoundaryFound>> Read(Stream file, CancellationToken stop)
    {
        var features = await JsonSerializer.DeserializeAsync<FeatureCollection>(file, Options, stop) ?? throw new JsonException();
        return [.. features.Select((feature, i) => (feature, at: i + 1)).Where(f => f.feature.Geometry is not null)
            .Select(f => new BoundaryFound(f.at, Code(f.feature), Shape(f.feature.Geometry)))];
    }

    private static string Code(IFeature feature)
    {
        var names = feature.Attributes?.GetNames() ?? [];
        return Codes.Select(c => names.FirstOrDefault(n => n.Equals(c, StringComparison.OrdinalIgnoreCase)))
            .OfType<string>()
            .Select(n => $"{feature.Attributes![n]}".Trim())
            .FirstOrDefault(c => c.Length > 0) ?? "";
    }

    private static Geometry? Shape(Geometry shape)
    {
        if (shape is not IPolygonal)
        {
            return null;
        }

        return shape.Coordinates.Any(c => Math.Abs(c.X) > LargestDegree) ? new GeometryEditor().Edit(shape, Metres.Instance) : shape;
    }

    private sealed class Metres : GeometryEditor.CoordinateOperation
    {
        public static Metres Instance { get; } = new();

        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) =>
            [.. coordinates.Select(c => Krovak.ToWgs84(c.X, c.Y))];
    }
}
