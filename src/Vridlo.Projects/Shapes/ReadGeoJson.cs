using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Vridlo.Base;

namespace Vridlo.Projects.Shapes;

/// <summary>Reads GeoJSON (RFC 7946), and of the standard before it the member <c>crs</c>, which offices still write.</summary>
internal static class ReadGeoJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <returns>the geometries, or one problem</returns>
    public static Result<ShapeFound> Run(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Found(json.RootElement);
        }
        catch (JsonException wrong)
        {
            return Problem.Invalid("projects.shape.not-json", null, (wrong.LineNumber ?? 0) + 1);
        }
    }

    private static Result<ShapeFound> Found(JsonElement root)
    {
        List<Geometry> found = [];
        try
        {
            return Collect(root, found) ? new ShapeFound(found, SystemOf(root)) : Problem.Invalid("projects.shape.not-geojson");
        }
        catch (JsonException)
        {
            return Problem.Invalid("projects.shape.not-geojson");
        }
        catch (ArgumentException)
        {
            return Problem.Invalid("projects.shape.open");
        }
    }

    /// <returns>false when it is no GeoJSON</returns>
    private static bool Collect(JsonElement thing, List<Geometry> found)
    {
        if (thing.ValueKind is not JsonValueKind.Object || !thing.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String)
        {
            return false;
        }

        switch (type.GetString())
        {
            case "FeatureCollection" when thing.TryGetProperty("features", out var features) && features.ValueKind is JsonValueKind.Array:
                return features.EnumerateArray().All(f => Collect(f, found));
            case "GeometryCollection" when thing.TryGetProperty("geometries", out var parts) && parts.ValueKind is JsonValueKind.Array:
                return parts.EnumerateArray().All(g => Collect(g, found));
            case "Feature" when thing.TryGetProperty("geometry", out var geometry):
                return geometry.ValueKind is JsonValueKind.Null || Collect(geometry, found);
            case "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" when thing.TryGetProperty("coordinates", out var coordinates) && coordinates.ValueKind is JsonValueKind.Array:
                if (thing.Deserialize<Geometry>(Options) is { } one)
                {
                    found.Add(one);
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>urn:ogc:def:crs:EPSG::5514, EPSG:5514, urn:ogc:def:crs:OGC:1.3:CRS84: what stands behind the last colon.</summary>
    private static string? SystemOf(JsonElement root) =>
        root.TryGetProperty("crs", out var crs) && crs.ValueKind is JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object
        && properties.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String
            ? name.GetString()!.Split(':')[^1] : null;
}
