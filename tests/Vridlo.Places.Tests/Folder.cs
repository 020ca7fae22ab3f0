using System.IO.Compression;

namespace Vridlo.Places.Tests;

/// <summary>A folder that is gone when the test ends.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("vridlo-places-").FullName;

    public string Write(string name, byte[] content)
    {
        var file = Path.Combine(path, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    public string Pack(string source, string how, string name)
    {
        var file = Path.Combine(path, name);
        if (how == "zip")
        {
            using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
            archive.CreateEntryFromFile(source, "inside.xml");
            return file;
        }

        using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        packed.Write(File.ReadAllBytes(source));
        return file;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
