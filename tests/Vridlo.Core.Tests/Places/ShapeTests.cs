using CsCheck;
using NetTopologySuite.Geometries;
using Vridlo.Core.Places;

namespace Vridlo.Core.Tests.Places;

/// <summary>Shapes are as long and as large as they are on the ground, and are kept without loss.</summary>
public sealed class ShapeTests
{
    private static readonly Gen<Coordinate> Place = Gen.Select(Gen.Int[121_000_000, 188_000_000], Gen.Int[486_000_000, 510_000_000], (x, y) => new Coordinate(x / 1e7, y / 1e7));

    /// <summary>A tenth of a degree along the meridian and the parallel at 50° north, by the integrals over the ellipsoid of WGS 84.</summary>
    [Theory]
    [InlineData(13.0, 50.0, 13.0, 50.1, 11.123003)]
    [InlineData(13.0, 50.0, 13.1, 50.0, 7.169575)]
    [InlineData(18.0, 50.0, 18.0, 50.1, 11.123003)]
    public void Length_is_that_of_the_ellipsoid(double west, double south, double east, double north, double kilometres)
    {
        var line = Shape.Of(new LineString([new(west, south), new(east, north)]));
        Assert.Equal(kilometres, line.Kilometres!.Value, kilometres * 3e-4);
        Assert.Null(line.Hectares);
    }

    /// <summary>A tenth of a degree each way from 50° north, 13° east, without a hole of a quarter of it.</summary>
    [Fact]
    public void Area_is_that_of_the_ellipsoid_less_its_holes()
    {
        var whole = Square(13, 50, 0.1);
        Assert.Equal(7966.446, Shape.Of(new Polygon(whole)).Hectares!.Value, 7966 * 5e-4);
        var pierced = Shape.Of(new Polygon(whole, [Square(13.025, 50.025, 0.05)]));
        Assert.Equal(7966.446 * 0.75, pierced.Hectares!.Value, 7966 * 1e-3);
        Assert.Null(pierced.Kilometres);
        Assert.Equal((ShapeKind.Area, 10, null), (pierced.Kind, pierced.Points, pierced.Single));
    }

    [Fact]
    public void What_is_kept_is_what_was_given() => Gen.Select(Place.Array[2, 60], Gen.Int[0, 2]).Sample((points, kind) =>
    {
        Geometry geometry = kind switch { 0 => new Point(points[0]), 1 => new LineString(points), _ => new MultiPoint([.. points.Select(p => new Point(p))]) };
        var kept = Shape.Stored(Shape.Of(geometry).Text);
        Assert.Equal(geometry.Coordinates, kept.Geometry.Coordinates);
        Assert.Equal(Shape.Of(geometry), kept);
        Assert.Equal(Shape.Of(geometry).Kilometres, kept.Kilometres);
    });

    [Fact]
    public void Is_of_one_kind_and_not_empty()
    {
        Assert.Throws<ArgumentException>(() => Shape.Of(new GeometryCollection([new Point(13, 50), new LineString([new(13, 50), new(14, 50)])])));
        Assert.Throws<ArgumentException>(() => Shape.Of(new Polygon(null)));
    }

    private static LinearRing Square(double west, double south, double side) =>
        new([new(west, south), new(west + side, south), new(west + side, south + side), new(west, south + side), new(west, south)]);
}
