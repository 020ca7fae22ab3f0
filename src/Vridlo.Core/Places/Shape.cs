using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>What a shape is made of.</summary>
[Words("shape")]
public enum ShapeKind
{
    /// <summary>bod, or several</summary>
    Point,

    /// <summary>čára, or several</summary>
    Line,

    /// <summary>plocha, or several</summary>
    Area,
}

/// <summary>
/// Where a thing is on the ground: points, lines or areas, of one kind; degrees, WGS 84, x is longitude. It is kept as well-known text, which both
/// engines, people and programs for maps read, and is read no sooner than somebody asks what is in it. Two with the same text are equal.
/// </summary>
public sealed class Shape : IEquatable<Shape>
{
    private readonly Lazy<Geometry> geometry;
    private readonly Lazy<Geometry> metres;

    private Shape(string text, Func<Geometry> read)
    {
        (Text, geometry) = (text, new(read));
        metres = new(() => InMetres(Geometry));
    }

    /// <summary>A shape of a geometry, which must not be changed any more.</summary>
    /// <exception cref="ArgumentException">when it is empty or of several kinds</exception>
    public static Shape Of(Geometry geometry) => geometry is IPuntal or ILineal or IPolygonal && !geometry.IsEmpty
        ? new(new WKTWriter().Write(geometry), () => geometry)
        : throw new ArgumentException("A shape is of points, of lines or of areas.", nameof(geometry));

    /// <summary>A point.</summary>
    public static Shape At(double latitude, double longitude) => Of(new Point(longitude, latitude));

    /// <summary>A shape from the text in which it is kept.</summary>
    public static Shape Stored(string text) => new(text, () => new WKTReader().Read(text));

    /// <summary>The text in which it is kept: WKT without coordinate system.</summary>
    public string Text { get; }

    /// <summary>The shape itself; not to be changed.</summary>
    public Geometry Geometry => geometry.Value;

    /// <summary>What it is made of.</summary>
    public ShapeKind Kind => Geometry switch { IPuntal => ShapeKind.Point, ILineal => ShapeKind.Line, _ => ShapeKind.Area };

    /// <summary>How many points it is made of; that in which a boundary closes counts twice.</summary>
    public int Points => Geometry.NumPoints;

    /// <summary>Its place when it is one point, else null.</summary>
    public Coordinate? Single => Geometry is Point point ? point.Coordinate : null;

    /// <summary>Length of lines in kilometres, measured in S-JTSK, which is right to about one part in ten thousand in the Czech Republic; null of all others.</summary>
    public double? Kilometres => Kind is ShapeKind.Line ? metres.Value.Length / 1000 : null;

    /// <summary>Area of areas in hectares, measured in S-JTSK; null of all others.</summary>
    public double? Hectares => Kind is ShapeKind.Area ? metres.Value.Area / 10_000 : null;

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static Geometry InMetres(Geometry degrees)
    {
        var copy = degrees.Copy();
        copy.Apply(new ToMetres());
        copy.GeometryChanged();
        return copy;
    }

    private sealed class ToMetres : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence points)
        {
            for (var i = 0; i < points.Count; i++)
            {
                var point = Krovak.FromWgs84(points.GetX(i), points.GetY(i));
                points.SetX(i, point.X);
                points.SetY(i, point.Y);
            }
        }
    }
}
