using System.Globalization;
using Vridlo.Core.Places;
using Vridlo.Core.Samples;

namespace Vridlo.Projects.Demo;

/// <summary>Lines of roads and paths and areas of land for sample projects, as the text of a shape. They are made up and lie on no road.</summary>
internal static class SampleShapes
{
    /// <summary>Degrees of latitude of a kilometre, and of longitude at 50° north.</summary>
    private const double North = 1 / 111.2, East = 1 / 71.5;

    private static readonly string[] Lines = ["doprava", "cestovni", "energetika"], Areas = ["zivotni", "hospodarsky", "sport", "lazenstvi"];

    /// <returns>null when projects of the theme are at a point</returns>
    public static string? Of(SampleTheme theme, Place place, SampleChance chance) => place is not { Latitude: { } latitude, Longitude: { } longitude } || chance.OneIn(3) ? null
        : Lines.Contains(theme.Word) ? Line(latitude, longitude, chance)
        : Areas.Contains(theme.Word) ? Area(latitude, longitude, chance)
        : null;

    /// <summary>A way of two to seven kilometres that keeps its direction more or less.</summary>
    private static string Line(double latitude, double longitude, SampleChance chance)
    {
        var (steps, direction) = (chance.Between(12, 40), chance.Next(360) * Math.PI / 180);
        var points = new List<string>();
        for (var i = 0; i < steps; i++)
        {
            points.Add(Point(latitude, longitude));
            direction += chance.Between(-30, 30) * Math.PI / 180;
            latitude += 0.18 * North * Math.Sin(direction);
            longitude += 0.18 * East * Math.Cos(direction);
        }

        return $"LINESTRING ({string.Join(", ", points)})";
    }

    /// <summary>A piece of land of two to sixty hectares around a point near the middle of the municipality.</summary>
    private static string Area(double latitude, double longitude, SampleChance chance)
    {
        var (corners, size) = (chance.Between(6, 12), chance.Between(100, 450) / 1000.0);
        latitude += chance.Between(-15, 15) / 10.0 * North;
        longitude += chance.Between(-15, 15) / 10.0 * East;
        var points = Enumerable.Range(0, corners).Select(i =>
        {
            var (angle, far) = (2 * Math.PI * i / corners, size * chance.Between(70, 110) / 100);
            return Point(latitude + (far * North * Math.Sin(angle)), longitude + (far * East * Math.Cos(angle)));
        }).ToList();
        return $"POLYGON (({string.Join(", ", points.Append(points[0]))}))";
    }

    private static string Point(double latitude, double longitude) => string.Create(CultureInfo.InvariantCulture, $"{longitude:0.00000} {latitude:0.00000}");
}
