using System.Globalization;
using System.Xml.Linq;
using NetTopologySuite.Geometries;
using Vridlo.Core.Places;

namespace Vridlo.Places.Boundaries;

/// <summary>Reads polygons of GML 3.2 in S-JTSK, as the register writes them, into WGS 84.</summary>
internal static class GmlSurface
{
    private static readonly XNamespace Gml = "http://www.opengis.net/gml/3.2";
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <returns>the area, or null when it is not one</returns>
    public static Geometry? Read(XElement surface)
    {
        var polygons = surface.Descendants()
            .Where(e => e.Name == Gml + "Polygon" || e.Name == Gml + "PolygonPatch")
            .Select(Polygon)
            .ToList();
        return polygons.Count == 0 || polygons.Contains(null) ? null
            : polygons.Count == 1 ? polygons[0]
            : Factory.CreateMultiPolygon([.. polygons.OfType<Polygon>()]);
    }

    private static Polygon? Polygon(XElement polygon)
    {
        var shell = polygon.Element(Gml + "exterior") is { } exterior ? Ring(exterior) : null;
        var holes = polygon.Elements(Gml + "interior").Select(Ring).ToList();
        return shell is null || holes.Contains(null) ? null : Factory.CreatePolygon(shell, [.. holes.OfType<LinearRing>()]);
    }

    private static LinearRing? Ring(XElement boundary)
    {
        var points = new List<(double A, double B)>();
        foreach (var part in boundary.Descendants().Where(e => e.Name.Namespace == Gml && e.Elements().Any(IsPosition)))
        {
            var found = Positions(part);
            if (found is null)
            {
                return null;
            }

            points.AddRange(part.Name.LocalName switch
            {
                "Arc" or "ArcString" => Arcs.Along(found),
                "Circle" => Arcs.Around(found),
                _ => found,
            });
        }

        var ring = points.Select(p => Krovak.ToWgs84(p.A, p.B)).ToList();
        var open = ring.Count < 3 || !ring.All(c => double.IsFinite(c.X) && double.IsFinite(c.Y)) || !ring[0].Equals2D(ring[^1]);
        return open || ring.Count < 4 ? null : Factory.CreateLinearRing([.. ring]);
    }

    private static bool IsPosition(XElement element) => element.Name == Gml + "posList" || element.Name == Gml + "pos";

    /// <summary>The pairs of numbers of an element; null when a number cannot be read or one is left over.</summary>
    private static List<(double A, double B)>? Positions(XElement part)
    {
        var points = new List<(double A, double B)>();
        foreach (var list in part.Elements().Where(IsPosition))
        {
            var words = list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var step = (int?)list.Attribute("srsDimension") ?? 2;
            if (step is < 2 or > 3 || words.Length % step != 0)
            {
                return null;
            }

            for (var i = 0; i < words.Length; i += step)
            {
                if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
                    || !double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var b))
                {
                    return null;
                }

                points.Add((a, b));
            }
        }

        return points;
    }
}
