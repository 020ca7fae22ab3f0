using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Vridlo.Ui.Maps;

/// <summary>A thing over the land in pixels, with no more points than can be seen.</summary>
/// <param name="Thing">what it is</param>
/// <param name="Area">its areas as the data of an SVG path, or empty</param>
/// <param name="Line">its lines, or empty</param>
/// <param name="Dots">its points; of what is too small to be seen its middle</param>
internal sealed record ShapeDrawn(MapShape Thing, string Area, string Line, IReadOnlyList<(double X, double Y)> Dots)
{
    /// <summary>Pixels below which a shape is shown as a dot.</summary>
    private const double Smallest = 5;

    public static ShapeDrawn Of(MapShape thing, MapFrame frame)
    {
        var (shape, box) = (thing.Shape, thing.Shape.EnvelopeInternal);
        if (shape is IPuntal)
        {
            return new(thing, "", "", [.. shape.Coordinates.Select(c => (frame.X(c.X), frame.Y(c.Y)))]);
        }

        var thinned = new DouglasPeuckerSimplifier(shape) { DistanceTolerance = frame.Pixel / 2, EnsureValidTopology = false }.GetResultGeometry();
        var small = Math.Max(frame.X(box.MaxX) - frame.X(box.MinX), frame.Y(box.MinY) - frame.Y(box.MaxY)) < Smallest;
        return new(thing, frame.Path(thinned), frame.Lines(thinned), small ? [(frame.X(box.Centre.X), frame.Y(box.Centre.Y))] : []);
    }
}
