namespace Vridlo.Core.Data;

/// <summary>
/// Puts the content of a restored data folder in the place of the old. It is made ready in a folder inside; the renaming of that one is
/// the moment from which the new content counts, and whoever opens the installation next ends what was broken off.
/// </summary>
public static class RestoredFolder
{
    private const string Preparing = "restoring";
    private const string Ready = "restored";
    private const string Moving = "restored-moving";

    /// <summary>Whether a name at the top of the data folder is one of those used here.</summary>
    public static bool IsOwn(string name) => name.Equals(Preparing, StringComparison.OrdinalIgnoreCase)
        || name.Equals(Ready, StringComparison.OrdinalIgnoreCase) || name.Equals(Moving, StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty folder for the new content.</summary>
    public static string Prepare(DataFolder data)
    {
        var folder = Path.Combine(data.Path, Preparing);
        Drop(folder);
        return data.Private(Preparing);
    }

    /// <summary>From here on the new content counts.</summary>
    public static void Commit(DataFolder data)
    {
        Directory.Move(Path.Combine(data.Path, Preparing), Path.Combine(data.Path, Ready));
        Finish(data);
    }

    /// <summary>Ends what was begun; does nothing where nothing was.</summary>
    public static void Finish(DataFolder data)
    {
        var (ready, moving) = (Path.Combine(data.Path, Ready), Path.Combine(data.Path, Moving));
        if (Directory.Exists(ready))
        {
            foreach (var old in new DirectoryInfo(data.Path).EnumerateFileSystemInfos().Where(i => i.Name != Ready))
            {
                Remove(old);
            }

            Directory.Move(ready, moving);
        }

        if (Directory.Exists(moving))
        {
            foreach (var each in new DirectoryInfo(moving).EnumerateFileSystemInfos())
            {
                Directory.Move(each.FullName, Path.Combine(data.Path, each.Name));
            }

            Directory.Delete(moving);
        }
    }

    /// <summary>Drops what was only being prepared.</summary>
    public static void Abandon(DataFolder data) => Drop(Path.Combine(data.Path, Preparing));

    private static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Remove(FileSystemInfo old)
    {
        if (old is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            old.Delete();
        }
    }
}
