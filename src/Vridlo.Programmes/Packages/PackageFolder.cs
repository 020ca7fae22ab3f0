using System.Text;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Packages;

/// <summary>
/// Puts a package into a folder all at once: it is written beside the folder and then takes its place. A package that was
/// there before is kept under the folder's name with <c>.old</c>.
/// </summary>
internal static class PackageFolder
{
    /// <summary>Why the folder cannot take a package: it holds something else. Null when it can.</summary>
    public static Problem? Refusal(string folder) =>
        File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !IsPackage(folder))
            ? Problem.Conflict("programmes.package.folder-taken", folder)
            : null;

    public static async Task Write(string folder, EditionContent content, object? doubts, CancellationToken stop)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var beside = $"{target}.{Guid.CreateVersion7():N}";
        try
        {
            foreach (var (path, text) in PackageWriter.Files(content).Concat(doubts is null ? [] : [("doubts.yaml", PackageYaml.Write(doubts))]))
            {
                var full = Path.Combine(beside, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllTextAsync(full, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), stop);
            }

            MakeWay(target);
            Directory.Move(beside, target);
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static void MakeWay(string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        }
        else if (IsPackage(target))
        {
            var old = target + ".old";
            if (Directory.Exists(old))
            {
                Directory.Delete(old, recursive: true);
            }

            Directory.Move(target, old);
        }
        else
        {
            Directory.Delete(target);
        }
    }

    private static bool IsPackage(string folder) => File.Exists(Path.Combine(folder, "programme.yaml"));
}
