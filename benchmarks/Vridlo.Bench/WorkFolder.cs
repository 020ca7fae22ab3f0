namespace Vridlo.Bench;

internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vridlo-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
