using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Core.Places;

namespace Vridlo.Places.Boundaries;

/// <summary>What loading boundaries came to.</summary>
/// <param name="Loaded">how many places have their boundary from this file</param>
/// <param name="Refused">boundaries that were not taken, each with its reason</param>
internal sealed record BoundariesLoaded(int Loaded, IReadOnlyList<BoundaryRefused> Refused);

/// <summary>Loads boundaries of municipalities, districts and regions from a file of the state's register.</summary>
internal sealed class LoadBoundaries(AppDb db, IPlaces places)
{
    /// <summary>Degrees by which a boundary is simplified, neighbours alike: about ten metres.</summary>
    private const double Tolerance = 0.0001;

    /// <summary>Degrees a boundary may lie away from the known point of its place.</summary>
    private const double Astray = 0.1;

    /// <summary>The share of its area that mending may change.</summary>
    private const double Mended = 0.01;

    private static readonly Envelope Republic = new(12.0, 18.9, 48.5, 51.1);

    /// <param name="path">the file</param>
    /// <param name="region">code of the region to load, or null for the whole republic</param>
    /// <param name="progress">share done</param>
    /// <param name="act">who does it and why</param>
    /// <param name="stop">gives up; nothing is written then</param>
    public async Task<Result<BoundariesLoaded>> Run(string path, string? region, IProgress<double> progress, Act act, CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            return Problem.Invalid("places.boundaries.no-file", null, path);
        }

        var known = await places.All.Where(p => p.Kind != PlaceKind.Abroad).ToDictionaryAsync(p => p.Code, stop);
        bool Wanted(string code) => region is null || !known.TryGetValue(code, out var place) || place.Region == region;
        var found = await BoundaryFile.Read(path, Wanted, progress, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var refused = new List<BoundaryRefused>();
        var taken = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        foreach (var boundary in found.Value.Where(b => Wanted(b.Code)))
        {
            var shape = Check(boundary, known, out var why);
            if (shape is null || !taken.TryAdd(boundary.Code, shape))
            {
                refused.Add(new(boundary.At, boundary.Code, why ?? "twice"));
            }
        }

        return taken.Count == 0 ? None(path, refused) : await Enter(path, Simplified(taken, known), refused, act, stop);
    }

    private async Task<Result<BoundariesLoaded>> Enter(
        string path, Dictionary<string, Geometry> shapes, List<BoundaryRefused> refused, Act act, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
        var entered = await places.Enter(new Core.Places.Boundaries(Path.GetFileName(path), digest, shapes), stop);
        if (!entered.Ok)
        {
            return entered.Problems.ToArray();
        }

        return await db.Commit(act, stop)
            ? new BoundariesLoaded(shapes.Count, refused)
            : Problem.Conflict("places.boundaries.meanwhile");
    }

    private static Problem None(string path, List<BoundaryRefused> refused) =>
        refused.Count == 0
            ? Problem.Invalid("places.boundaries.none", null, Path.GetFileName(path))
            : Problem.Invalid("places.boundaries.all-refused", null, Path.GetFileName(path), refused.Count, refused[0].At, refused[0].Code);

    private static Geometry? Check(BoundaryFound boundary, Dictionary<string, Place> known, out string? why)
    {
        why = !known.ContainsKey(boundary.Code) ? "unknown"
            : boundary.Shape is null or { IsEmpty: true } ? "unreadable"
            : !Republic.Contains(boundary.Shape.EnvelopeInternal) ? "outside"
            : null;
        if (why is not null)
        {
            return null;
        }

        var place = known[boundary.Code];
        if (place is { Latitude: { } latitude, Longitude: { } longitude } && boundary.Shape!.Distance(new Point(longitude, latitude)) > Astray)
        {
            why = "elsewhere";
            return null;
        }

        var mended = boundary.Shape!.IsValid ? boundary.Shape : GeometryFixer.Fix(boundary.Shape);
        why = mended is IPolygonal && Math.Abs(mended.Area - boundary.Shape.Area) <= boundary.Shape.Area * Mended ? null : "invalid";
        return why is null ? mended : null;
    }

    /// <summary>Simplifies places of one kind and region together, so that neighbours keep one boundary between them.</summary>
    private static Dictionary<string, Geometry> Simplified(Dictionary<string, Geometry> shapes, Dictionary<string, Place> known)
    {
        var simplified = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        foreach (var together in shapes.GroupBy(s => (known[s.Key].Kind, known[s.Key].Region)))
        {
            var codes = together.Select(s => s.Key).ToList();
            var results = CoverageSimplifier.Simplify([.. together.Select(s => s.Value)], Tolerance);
            for (var i = 0; i < codes.Count; i++)
            {
                simplified[codes[i]] = results[i];
            }
        }

        return simplified;
    }
}
