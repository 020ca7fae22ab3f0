namespace Vridlo.Core.Data;

/// <summary>The folder in which the installation keeps what is not in its database.</summary>
/// <param name="Path">the folder; it need not be there yet</param>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder below it that only the account of the system may open, made when it is missing.</summary>
    public string Private(string name)
    {
        var folder = System.IO.Path.Combine(Path, name);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
