using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Operation.Valid;
using Vridlo.Base;
using Vridlo.Core.Places;

namespace Vridlo.Projects.Shapes;

/// <summary>Makes one shape of the geometries that were read, or says why it cannot be one.</summary>
internal static class MakeShape
{
    /// <summary>Seven decimals of a degree are a centimetre.</summary>
    private const int Decimals = 7;

    private static readonly string[] Degrees = ["4326", "CRS84", "4258", "84"], Metres = ["5514", "2065", "102067"];

    public static Result<Shape> Run(ShapeFound found)
    {
        List<Geometry> parts = [.. found.Geometries.SelectMany(Simple)];
        var coordinates = parts.SelectMany(p => p.Coordinates).ToList();
        if (parts.Count == 0)
        {
            return Problem.Invalid("projects.shape.empty");
        }

        if (coordinates.Count > ReadShape.MostPoints)
        {
            return Problem.Invalid("projects.shape.many", null, coordinates.Count, ReadShape.MostPoints);
        }

        if (parts.Select(p => p.Dimension).Distinct().Count() > 1)
        {
            return Problem.Invalid("projects.shape.mixed");
        }

        if (coordinates.Exists(c => !double.IsFinite(c.X) || !double.IsFinite(c.Y)))
        {
            return Problem.Invalid("projects.shape.number");
        }

        var metres = InMetres(found.System, coordinates);
        return metres.Ok ? Joined([.. parts.Select(p => new GeometryEditor().Edit(p, new Placing(metres.Value)))]) : metres.Problems.ToArray();
    }

    private static IEnumerable<Geometry> Simple(Geometry geometry) =>
        geometry.IsEmpty ? [] : geometry is GeometryCollection many ? many.Geometries.SelectMany(Simple) : [geometry];

    /// <summary>Whether the coordinates are metres of S-JTSK: as is said, else as they look.</summary>
    private static Result<bool> InMetres(string? said, List<Coordinate> coordinates)
    {
        if (said is not null && !Degrees.Contains(said) && !Metres.Contains(said))
        {
            return Problem.Invalid("projects.shape.system", null, said);
        }

        return coordinates.TrueForAll(c => Krovak.IsMetres(c.X, c.Y)) ? true
            : !Metres.Contains(said) && coordinates.TrueForAll(c => Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90) ? false
            : Problem.Invalid("projects.shape.degrees");
    }

    private static Result<Shape> Joined(Geometry[] parts)
    {
        switch (parts[0])
        {
            case LineString when parts.Any(p => p.Length == 0):
                return Problem.Invalid("projects.shape.short");
            case Polygon when parts.Select(p => new IsValidOp(p).ValidationError).FirstOrDefault(e => e is not null) is { } error:
                var at = error.Coordinate ?? parts[0].Coordinate;
                return Problem.Invalid("projects.shape.crossing", null, Degree(at.Y), Degree(at.X));
        }

        // Areas that touch, as parcels do, are one area: beside one another they would be no valid shape.
        return Shape.Of(parts switch
        {
            [var only] => only,
            [Point, ..] => new MultiPoint([.. parts.Cast<Point>()]),
            [LineString, ..] => new MultiLineString([.. parts.Cast<LineString>()]),
            _ => UnaryUnionOp.Union(parts),
        });
    }

    private static string Degree(double degrees) => degrees.ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>Puts coordinates where they are, without heights and without more decimals than mean anything.</summary>
    private sealed class Placing(bool metres) : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) =>
            [.. coordinates.Select(c => metres ? Krovak.ToWgs84(c.X, c.Y) : new Coordinate(Math.Round(c.X, Decimals), Math.Round(c.Y, Decimals)))];
    }
}
