namespace Vridlo.Places.Boundaries;

/// <summary>Turns arcs, which cadastral boundaries have at bends of roads, into chords no farther from them than half a metre.</summary>
internal static class Arcs
{
    private const double Deviation = 0.5;

    /// <summary>Chords along arcs through points 0-1-2, 2-3-4 and so on.</summary>
    public static List<(double A, double B)> Along(List<(double A, double B)> points)
    {
        List<(double A, double B)> chords = points.Count > 0 ? [points[0]] : [];
        for (var i = 0; i + 2 < points.Count; i += 2)
        {
            chords.AddRange(Through(points[i], points[i + 1], points[i + 2], whole: false));
        }

        return chords;
    }

    /// <summary>Chords around the circle through the first three points, closed.</summary>
    public static List<(double A, double B)> Around(List<(double A, double B)> points) =>
        points.Count < 3 ? points : [points[0], .. Through(points[0], points[1], points[2], whole: true)[..^1], points[0]];

    private static List<(double A, double B)> Through((double A, double B) from, (double A, double B) over, (double A, double B) to, bool whole)
    {
        // The centre is where the perpendicular bisectors meet; coordinates relative to the first point keep the digits.
        var (bx, by, cx, cy) = (over.A - from.A, over.B - from.B, to.A - from.A, to.B - from.B);
        var twice = 2 * ((bx * cy) - (by * cx));
        if (Math.Abs(twice) < 1e-9)
        {
            return [over, to];
        }

        var (b, c) = ((bx * bx) + (by * by), (cx * cx) + (cy * cy));
        var (x, y) = (((cy * b) - (by * c)) / twice, ((bx * c) - (cx * b)) / twice);
        var radius = Math.Sqrt((x * x) + (y * y));
        var begin = Math.Atan2(-y, -x);
        var sweep = whole ? 2 * Math.PI : Turn(begin, Math.Atan2(by - y, bx - x), Math.Atan2(cy - y, cx - x));
        var steps = Math.Clamp((int)Math.Ceiling(Math.Abs(sweep) / (2 * Math.Acos(Math.Max(0, 1 - (Deviation / radius))))), 2, 720);
        return [.. Enumerable.Range(1, steps).Select(i => i == steps && !whole
            ? to
            : (from.A + x + (radius * Math.Cos(begin + (sweep * i / steps))), from.B + y + (radius * Math.Sin(begin + (sweep * i / steps)))))];
    }

    /// <summary>The angle from begin to end that passes over the one between, positive against the clock.</summary>
    private static double Turn(double begin, double over, double end)
    {
        static double Positive(double angle) => angle < 0 ? angle + (2 * Math.PI) : angle;
        var (toOver, toEnd) = (Positive(over - begin), Positive(end - begin));
        return toOver <= toEnd ? toEnd : toEnd - (2 * Math.PI);
    }
}
