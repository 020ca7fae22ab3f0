using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NetTopologySuite.Geometries;
using Vridlo.Base;

namespace Vridlo.Projects.Shapes;

/// <summary>Reads GPX (tracks and routes, else waypoints) and KML (points, lines and areas); both are always in degrees.</summary>
internal static class ReadTracks
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <returns>the geometries, or one problem</returns>
    public static Result<ShapeFound> Run(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName switch
            {
                "gpx" => new ShapeFound(Gpx(root), "4326"),
                "kml" => new ShapeFound([.. root.Descendants().Select(Kml).OfType<Geometry>()], "4326"),
                _ => Problem.Invalid("projects.shape.unknown"),
            };
        }
        catch (XmlException wrong)
        {
            return Problem.Invalid("projects.shape.not-xml", null, Math.Max(1, wrong.LineNumber));
        }
        catch (ArgumentException)
        {
            return Problem.Invalid("projects.shape.open");
        }
    }

    /// <summary>Waypoints beside a track are notes to it.</summary>
    private static List<Geometry> Gpx(XElement root)
    {
        var ways = root.Descendants().Where(e => e.Name.LocalName is "trkseg" or "rte")
            .Select(e => e.Elements().Where(p => p.Name.LocalName is "trkpt" or "rtept").Select(Where).ToArray())
            .Where(w => w.Length > 1).Select(w => new LineString(w)).ToList<Geometry>();
        return ways.Count > 0 ? ways : [.. root.Descendants().Where(e => e.Name.LocalName == "wpt").Select(w => new Point(Where(w)))];
    }

    private static Coordinate Where(XElement point) => new(Number(point.Attribute("lon")?.Value), Number(point.Attribute("lat")?.Value));

    private static Geometry? Kml(XElement element) => element.Name.LocalName switch
    {
        "Point" => Coordinates(element) is [var first, ..] ? new Point(first) : null,
        "LineString" => new LineString(Coordinates(element)),
        "Polygon" => new Polygon(
            new LinearRing(element.Elements().Where(e => e.Name.LocalName == "outerBoundaryIs").SelectMany(e => Coordinates(e)).ToArray()),
            [.. element.Elements().Where(e => e.Name.LocalName == "innerBoundaryIs").Select(e => new LinearRing(Coordinates(e)))]),
        _ => null,
    };

    /// <summary>Triples with commas, between spaces.</summary>
    private static Coordinate[] Coordinates(XElement element) =>
        [.. from text in element.Descendants().Where(e => e.Name.LocalName == "coordinates").Take(1).SelectMany(e => e.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            let parts = text.Split(',')
            select new Coordinate(Number(parts[0]), Number(parts.ElementAtOrDefault(1)))];

    /// <summary>What is no number is told so once all is read.</summary>
    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
