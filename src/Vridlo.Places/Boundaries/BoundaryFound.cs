using NetTopologySuite.Geometries;

namespace Vridlo.Places.Boundaries;

/// <summary>A boundary as a file has it.</summary>
/// <param name="At">its line in XML, its number in GeoJSON</param>
/// <param name="Code">the official code: six digits, or CZ…</param>
/// <param name="Shape">the area in WGS 84, or null when the file's geometry cannot be read</param>
internal sealed record BoundaryFound(int At, string Code, Geometry? Shape);

/// <summary>A boundary that was not taken.</summary>
/// <param name="At">its line in XML, its number in GeoJSON</param>
/// <param name="Code">its code</param>
/// <param name="Why">the last word of a text key <c>places.boundaries.refused.*</c></param>
internal sealed record BoundaryRefused(int At, string Code, string Why);
