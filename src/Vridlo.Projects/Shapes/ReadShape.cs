using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Vridlo.Base;
using Vridlo.Core.Places;

namespace Vridlo.Projects.Shapes;

/// <summary>
/// Reads a shape from what was pasted or sent: GeoJSON, GPX, KML or well-known text, in degrees (WGS 84) or in the metres of S-JTSK. What several
/// features say is taken together. Says plainly what is wrong; nothing is mended by guessing.
/// </summary>
internal static class ReadShape
{
    /// <summary>Most letters.</summary>
    public const int Longest = 3_000_000;

    /// <summary>Most points. A cycle path across the region that has one each five metres has as many.</summary>
    public const int MostPoints = 20_000;

    /// <summary>Brackets within brackets of well-known text; areas within a collection need four.</summary>
    private const int Deepest = 8;

    /// <returns>the shape, or one problem without field</returns>
    public static Result<Shape> Run(string text)
    {
        if (text.Length > Longest)
        {
            return Problem.Invalid("projects.shape.long", null, Longest / 1_000_000);
        }

        var trimmed = text.TrimStart('\uFEFF').Trim();
        var found = trimmed switch
        {
            [] => Problem.Invalid("projects.shape.empty"),
            _ when trimmed.Contains('\0', StringComparison.Ordinal) => Problem.Invalid("projects.shape.unknown"),
            ['{' or '[', ..] => ReadGeoJson.Run(trimmed),
            ['<', ..] => ReadTracks.Run(trimmed),
            [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] => WellKnown(trimmed),
            _ => Problem.Invalid("projects.shape.unknown"),
        };
        return found.Ok ? MakeShape.Run(found.Value) : found.Problems.ToArray();
    }

    /// <summary>The text of a file: UTF-8, or what its first bytes say.</summary>
    public static async Task<string> Text(Stream file, CancellationToken stop)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var (text, buffer) = (new StringBuilder(), new char[32 * 1024]);
        while (text.Length <= Longest && await reader.ReadAsync(buffer, stop) is > 0 and var read)
        {
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static Result<ShapeFound> WellKnown(string text)
    {
        if (IsDeep(text))
        {
            return Problem.Invalid("projects.shape.unknown");
        }

        // PostGIS writes the coordinate system before it: SRID=5514;POINT (…).
        var system = text.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase) && text.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? text[5..end].Trim() : null;
        try
        {
            return new ShapeFound([new WKTReader().Read(system is null ? text : text[(text.IndexOf(';', StringComparison.Ordinal) + 1)..])], system);
        }
        catch (ParseException)
        {
            return Problem.Invalid("projects.shape.unknown");
        }
        catch (ArgumentException)
        {
            return Problem.Invalid("projects.shape.open");
        }
    }

    /// <summary>The reader calls itself for each collection within a collection; too many would end the process.</summary>
    private static bool IsDeep(string text)
    {
        var depth = 0;
        return text.Any(c => (depth += c switch { '(' => 1, ')' => -1, _ => 0 }) > Deepest);
    }
}

/// <summary>What stands in a text: geometries in whatever units, and the code of their coordinate system (EPSG) if it is said.</summary>
internal sealed record ShapeFound(IReadOnlyList<Geometry> Geometries, string? System);
