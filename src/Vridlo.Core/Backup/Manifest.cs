using System.Text.Json;

namespace Vridlo.Core.Backup;

/// <summary>What an archive holds; its last part but the manifest's own hash.</summary>
/// <param name="Format">the form of the archive; a reader refuses one it does not know</param>
/// <param name="Version">the version of the program that wrote it</param>
/// <param name="Engine">the engine whose database it holds</param>
/// <param name="Migration">the newest migration the database has</param>
/// <param name="MadeAt">when, ISO 8601, UTC</param>
/// <param name="Acts">the number of the last act by the record's head</param>
/// <param name="Head">the seal by the record's head, hexadecimal</param>
/// <param name="Parts">everything else in the archive, in order</param>
internal sealed record Manifest(int Format, string Version, string Engine, string Migration, string MadeAt, long Acts, string Head, IReadOnlyList<ManifestPart> Parts)
{
    public const int Known = 2;
    public const string Name = "manifest.json";
    public const string Hash = "manifest.sha256";

    /// <summary>Room for some hundred thousand files; what claims more is refused before it is read.</summary>
    public const long Largest = 64 * 1024 * 1024;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The version of this program.</summary>
    public static string Program { get; } = typeof(Manifest).Assembly.GetName().Version!.ToString();
}

/// <summary>A part of an archive.</summary>
/// <param name="Name">its name in the archive</param>
/// <param name="Bytes">its length</param>
/// <param name="Sha256">its hash, hexadecimal</param>
/// <param name="Path">of a file of the data folder: where it stands there, with slashes</param>
internal sealed record ManifestPart(string Name, long Bytes, string Sha256, string? Path = null);
