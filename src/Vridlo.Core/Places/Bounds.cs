using NetTopologySuite.Geometries;

namespace Vridlo.Core.Places;

/// <summary>A rectangle of degrees, WGS 84.</summary>
public readonly record struct Bounds(double West, double South, double East, double North)
{
    private const double EarthRadius = 6371.0088;

    /// <summary>The rectangle around a geometry.</summary>
    public static Bounds Of(Geometry shape)
    {
        var box = shape.EnvelopeInternal;
        return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    /// <summary>The rectangle grown on every side by a share of its size.</summary>
    public Bounds Grown(double share) => new(
        West - ((East - West) * share), South - ((North - South) * share), East + ((East - West) * share), North + ((North - South) * share));

    /// <summary>Kilometres between two points along the surface of the Earth taken as a sphere; the error is under 0.5 %.</summary>
    public static double Kilometres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (double.DegreesToRadians(latitudeA), double.DegreesToRadians(latitudeB));
        var high = Math.Sin((b - a) / 2);
        var wide = Math.Sin(double.DegreesToRadians(longitudeB - longitudeA) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((high * high) + (Math.Cos(a) * Math.Cos(b) * wide * wide)));
    }
}
