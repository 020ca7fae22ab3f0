using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Vridlo.Ui.Maps;

/// <summary>
/// Turns degrees into pixels: equirectangular, with degrees of longitude shortened by the cosine of the middle latitude. Over a
/// region shapes and distances are right to about half a per cent, far below what a drawing shows.
/// </summary>
internal sealed class MapFrame
{
    private const double Margin = 0.04;

    private readonly double west;
    private readonly double north;
    private readonly double across;
    private readonly double up;

    /// <param name="outline">what is to fill the frame</param>
    /// <param name="width">pixels across</param>
    public MapFrame(Envelope outline, double width)
    {
        var shortened = Math.Cos(double.DegreesToRadians((outline.MinY + outline.MaxY) / 2));
        (Width, up) = (width, width * (1 - (2 * Margin)) / (Math.Max(outline.Width, 1e-6) * shortened));
        across = up * shortened;
        Height = Math.Round((outline.Height * up) + (2 * Margin * width));
        (west, north) = (outline.MinX - (Margin * width / across), outline.MaxY + (Margin * width / up));
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Degrees of latitude that one pixel shows.</summary>
    public double Pixel => 1 / up;

    /// <summary>Degrees in sight.</summary>
    public Envelope Sight => new(west, west + (Width / across), north - (Height / up), north);

    public double X(double longitude) => (longitude - west) * across;

    public double Y(double latitude) => (north - latitude) * up;

    /// <summary>Pixels of a length on the ground.</summary>
    public double Kilometres(double length) => length / 111.2 * up;

    /// <summary>The shape as the data of an SVG path, to a tenth of a pixel.</summary>
    public string Path(Geometry shape)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
            {
                Ring(polygon.ExteriorRing, path);
                foreach (var hole in polygon.InteriorRings)
                {
                    Ring(hole, path);
                }
            }
        }

        return path.ToString();
    }

    /// <summary>The lines of a shape as the data of an SVG path; empty when it has none.</summary>
    public string Lines(Geometry shape)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is LineString line)
            {
                Follow(line, line.NumPoints, path);
            }
        }

        return path.ToString();
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private void Ring(LineString ring, StringBuilder path)
    {
        Follow(ring, ring.NumPoints - 1, path);
        path.Append('Z');
    }

    private void Follow(LineString line, int count, StringBuilder path)
    {
        var before = (X: double.NaN, Y: double.NaN);
        for (var i = 0; i < count; i++)
        {
            var point = line.GetCoordinateN(i);
            var now = (X: Math.Round(X(point.X), 1), Y: Math.Round(Y(point.Y), 1));
            if (now != before)
            {
                path.Append(i == 0 ? 'M' : 'L').Append(Number(now.X)).Append(' ').Append(Number(now.Y));
            }

            before = now;
        }
    }
}
