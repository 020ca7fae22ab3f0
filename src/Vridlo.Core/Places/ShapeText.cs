using Vridlo.Base;

namespace Vridlo.Core.Places;

/// <summary>Says of a shape what people want to know, and not its coordinates.</summary>
public static class ShapeText
{
    /// <summary>A point by its degrees; a line or an area by its kind, length or area, and how many points it has.</summary>
    public static string Say(this Texts t, Shape shape) => shape.Single is { } point
        ? $"{t[ShapeKind.Point]} {Degrees(point.Y, t)}, {Degrees(point.X, t)}"
        : string.Join(", ", new[] { t[shape.Kind], t.Measure(shape), t.Count("shape.points", shape.Points) }.OfType<string>());

    /// <summary>Length of lines in kilometres (metres when short), area of areas in hectares (square metres when small); null of points.</summary>
    public static string? Measure(this Texts t, Shape shape) => shape switch
    {
        { Kilometres: < 1 and { } km } => t["shape.metres", (long)Math.Round(km * 1000)],
        { Kilometres: { } km } => t["shape.kilometres", NumberText.Write((decimal)km, km < 100 ? 1 : 0, t.Language)],
        { Hectares: < 1 and { } ha } => t["shape.square-metres", (long)Math.Round(ha * 10_000)],
        { Hectares: { } ha } => t["shape.hectares", NumberText.Write((decimal)ha, ha < 100 ? 1 : 0, t.Language)],
        _ => null,
    };

    private static string Degrees(double degrees, Texts t) => NumberText.Write((decimal)degrees, 5, t.Language) + "°";
}
