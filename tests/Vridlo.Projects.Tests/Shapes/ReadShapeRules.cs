using System.Globalization;
using CsCheck;
using NetTopologySuite.Geometries;
using Vridlo.Core.Places;
using Vridlo.Projects.Shapes;

namespace Vridlo.Projects.Tests.Shapes;

/// <summary>What people send as a line or an area is read, or it is said what is wrong with it.</summary>
public sealed class ReadShapeRules
{
    private const string Gpx =
        """<?xml version="1.0" encoding="UTF-8"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="50.5" lon="12.5"/><trk><trkseg><trkpt lat="50.1" lon="12.9"><ele>400</ele></trkpt><trkpt lat="50.2" lon="12.95"/></trkseg><trkseg><trkpt lat="50.3" lon="13"/><trkpt lat="50.4" lon="13"/></trkseg></trk></gpx>""";

    private const string Kml =
        """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>13,50,0 13.1,50,0 13.1,50.1,0 13,50.1,0 13,50,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>13.02,50.02 13.04,50.02 13.04,50.04 13.02,50.02</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark></Document></kml>""";

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[12.87,50.23]}""", "POINT (12.87 50.23)")]
    [InlineData("""{"type":"LineString","coordinates":[[12.87,50.23,400],[12.9,50.25,410]]}""", "LINESTRING (12.87 50.23, 12.9 50.25)")]
    [InlineData("""{"type":"Feature","properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[12.87,50.23],[12.9,50.25]]}}""", "LINESTRING (12.87 50.23, 12.9 50.25)")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":null},{"type":"Feature","geometry":{"type":"Point","coordinates":[12,50]}},{"type":"Feature","geometry":{"type":"Point","coordinates":[13,50]}}]}""", "MULTIPOINT ((12 50), (13 50))")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"MultiLineString","coordinates":[[[12,50],[13,50]],[[14,50],[15,50]]]}]}""", "MULTILINESTRING ((12 50, 13 50), (14 50, 15 50))")]
    [InlineData("\uFEFF LINESTRING (12.123456789 50, 13 50) ", "LINESTRING (12.1234568 50, 13 50)")]
    [InlineData(Gpx, "MULTILINESTRING ((12.9 50.1, 12.95 50.2), (13 50.3, 13 50.4))")]
    [InlineData("""<gpx><wpt lat="50.5" lon="12.5"/></gpx>""", "POINT (12.5 50.5)")]
    [InlineData(Kml, "POLYGON ((13 50, 13.1 50, 13.1 50.1, 13 50.1, 13 50), (13.02 50.02, 13.04 50.02, 13.04 50.04, 13.02 50.02))")]
    public void What_is_right_is_read(string text, string shape) => Assert.Equal(shape, Read(text).Text);

    /// <summary>The same corner of the Czech network, said and not said to be in metres.</summary>
    [Theory]
    [InlineData("""{"type":"LineString","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5514"}},"coordinates":[[-868208.52,-1095793.96],[-868000,-1095793.96]]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[-868208.52,-1095793.96],[-868000,-1095793.96]]}""")]
    [InlineData("""LINESTRING (1095793.96 868208.52, 1095793.96 868000)""")]
    [InlineData("""SRID=5514;LINESTRING (-868208.52 -1095793.96, -868000 -1095793.96)""")]
    public void Metres_of_the_national_network_become_degrees(string text)
    {
        var line = Read(text);
        Assert.Equal(12.8069888666667, line.Geometry.Coordinates[0].X, 1.5e-5);
        Assert.Equal(49.4522626972222, line.Geometry.Coordinates[0].Y, 1.0e-5);
        Assert.Equal(0.20852, line.Kilometres!.Value, 1e-4);
    }

    [Theory]
    [InlineData("", "projects.shape.empty")]
    [InlineData("  \n", "projects.shape.empty")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "projects.shape.empty")]
    [InlineData("LINESTRING EMPTY", "projects.shape.empty")]
    [InlineData("50.2, 12.9", "projects.shape.unknown")]
    [InlineData("cyklostezka podél řeky", "projects.shape.unknown")]
    [InlineData("<html></html>", "projects.shape.unknown")]
    [InlineData("{\n\"type\":\"Point\",\n\"coordinates\":[NaN,50]}", "projects.shape.not-json", 3L)]
    [InlineData("{", "projects.shape.not-json", 1L)]
    [InlineData("[1,2]", "projects.shape.not-geojson")]
    [InlineData("""{"type":"Topology","objects":{}}""", "projects.shape.not-geojson")]
    [InlineData("""{"type":"Point"}""", "projects.shape.not-geojson")]
    [InlineData("<gpx><trk></gpx>", "projects.shape.not-xml", 1)]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "c">]><gpx>&b;</gpx>""", "projects.shape.not-xml", 1)]
    [InlineData("""{"type":"Polygon","coordinates":[[[13,50],[13.1,50],[13.1,50.1],[13,50.1]]]}""", "projects.shape.open")]
    [InlineData("POLYGON ((13 50, 13.1 50, 13.1 50.1, 13 50.1))", "projects.shape.open")]
    [InlineData("""{"type":"LineString","coordinates":[[13,50]]}""", "projects.shape.open")]
    [InlineData("LINESTRING (13 50, 13 50)", "projects.shape.short")]
    [InlineData("POLYGON ((13 50, 13.1 50.1, 13.1 50, 13 50.1, 13 50))", "projects.shape.crossing", "50.05", "13.05")]
    [InlineData("GEOMETRYCOLLECTION (POINT (13 50), LINESTRING (13 50, 14 50))", "projects.shape.mixed")]
    [InlineData("POINT (NaN 50)", "projects.shape.number")]
    [InlineData("""{"type":"Point","coordinates":[1e999,50]}""", "projects.shape.number")]
    [InlineData("""<gpx><wpt lat="x" lon="12.5"/></gpx>""", "projects.shape.number")]
    [InlineData("""{"type":"Point","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"coordinates":[1432741,6477000]}""", "projects.shape.system", "3857")]
    [InlineData("SRID=3857;POINT (1432741 6477000)", "projects.shape.system", "3857")]
    [InlineData("POINT (1432741 6477000)", "projects.shape.degrees")]
    [InlineData("SRID=x;POINT (13 50)", "projects.shape.system", "x")]
    [InlineData("""{"type":"Point","coordinates":["a","b"]}""", "projects.shape.not-geojson")]
    [InlineData("""{"type":"LineString","coordinates":[1,2]}""", "projects.shape.not-geojson")]
    [InlineData("""{"type":"Polygon","coordinates":[[[13,50],[13,50],[13,50],[13,50]]]}""", "projects.shape.crossing", "50", "13")]
    [InlineData("""{"type":"Point","crs":{"type":"name","properties":{"name":"EPSG:5514"}},"coordinates":[12.9,50.2]}""", "projects.shape.degrees")]
    public void What_is_wrong_is_said(string text, string problem, params object[] values)
    {
        var read = ReadShape.Run(text);
        Assert.Equal([problem], read.Problems.Select(p => p.Code));
        Assert.Equal(values.Select(Plain), read.Problems[0].Arguments.Select(Plain));
    }

    [Fact]
    public void What_is_too_much_is_said()
    {
        string Line(int points) => $"LINESTRING ({string.Join(", ", Enumerable.Range(0, points).Select(i => string.Create(CultureInfo.InvariantCulture, $"{12 + (i / 1e5)} 50")))})";
        Assert.Equal(ReadShape.MostPoints, Read(Line(ReadShape.MostPoints)).Points);
        Assert.Equal("projects.shape.many", ReadShape.Run(Line(ReadShape.MostPoints + 1)).Problems[0].Code);
        Assert.Equal("projects.shape.long", ReadShape.Run(new string(' ', ReadShape.Longest + 1)).Problems[0].Code);
        Assert.False(ReadShape.Run("{\"a\":" + new string('[', 500_000)).Ok);
        Assert.False(ReadShape.Run(new string('(', 500_000)).Ok);
        Assert.False(ReadShape.Run(string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", 100_000))).Ok);
        Assert.False(ReadShape.Run("POINT\0(13 50)").Ok);
        Assert.False(ReadShape.Run("<gpx>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).Ok);
    }

    /// <summary>Parcels that touch are one area, as large as they are together.</summary>
    [Fact]
    public void Areas_that_touch_are_one()
    {
        const string west = "((13 50, 13.1 50, 13.1 50.1, 13 50.1, 13 50))", east = "((13.1 50, 13.2 50, 13.2 50.1, 13.1 50.1, 13.1 50))";
        var both = Read($"MULTIPOLYGON ({west}, {east})");
        Assert.Equal(1, both.Geometry.NumGeometries);
        Assert.Equal(Read($"POLYGON {west}").Hectares!.Value + Read($"POLYGON {east}").Hectares!.Value, both.Hectares!.Value, 1e-3);
    }

    /// <summary>Whatever line is written as GeoJSON is read as it was, to a centimetre.</summary>
    [Fact]
    public void What_is_written_is_read_as_it_was() =>
        Gen.Select(Gen.Double[12.1, 14], Gen.Double[49.9, 50.6]).Array[2, 50].Sample(points =>
        {
            var line = Read($$"""{"type":"LineString","coordinates":[{{string.Join(',', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.Item1:R},{p.Item2:R}]")))}}]}""");
            Assert.Equal(points.Length, line.Points);
            Assert.All(points.Zip(line.Geometry.Coordinates), p => Assert.True(new Coordinate(p.First.Item1, p.First.Item2).Distance(p.Second) < 1e-7));
        });

    private static Shape Read(string text) => ReadShape.Run(text) is { Ok: true } read ? read.Value : throw new InvalidOperationException(ReadShape.Run(text).Problems[0].Code);

    private static string Plain(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
