namespace Vridlo.Core.Backup;

/// <summary>Names of files that an archive brings: each leads into the folder it is restored to and nowhere else.</summary>
internal static class FilePaths
{
    private const int Longest = 1000;
    private const int LongestName = 255;

    public static bool AreSafe(IReadOnlyList<ManifestPart> parts)
    {
        var paths = parts.Select(p => p.Path).OfType<string>().ToList();
        var all = paths.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.Count == paths.Count && paths.All(IsSafe) && !paths.Any(path => Above(path).Any(all.Contains));
    }

    private static bool IsSafe(string path) =>
        path.Length <= Longest && path.Split('/') is var names
        && Array.TrueForAll(names, n => n.Length is > 0 and <= LongestName && n is not ("." or "..") && !n.Any(c => c is '\\' or ':' || char.IsControl(c)))
        && !Data.RestoredFolder.IsOwn(names[0]);

    /// <summary>The folders a file lies in, which no other file may be.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }
}
