using System.Runtime.CompilerServices;

namespace Vridlo.Architecture.Tests;

public sealed class SizeTests
{
    private const int LinesOfCore = 15_000;
    private const int LinesOfFile = 400;

    private static readonly string Source = Path.GetFullPath(Path.Combine(Here(), "../../../src"));

    [Fact]
    public void Core_stays_small() => Assert.InRange(Files().Where(f => f.Contains("/Vridlo.Core/", StringComparison.Ordinal)).Sum(Lines), 1, LinesOfCore);

    [Fact]
    public void A_file_stays_readable() => Assert.Empty(Files().Where(f => Lines(f) > LinesOfFile).Select(f => $"{Path.GetRelativePath(Source, f)}: {Lines(f)}"));

    /// <summary>Decision 44: what a migration does stands in it; the model it led to was nine tenths of all there was to compile.</summary>
    [Fact]
    public void No_migration_carries_a_model() => Assert.Empty(Directory.EnumerateFiles(Source, "*.Designer.cs", SearchOption.AllDirectories));

    private static IEnumerable<string> Files() =>
        from file in Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" or ".ts" or ".css"
        where !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.Contains("/built/", StringComparison.Ordinal)
        select file;

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static string Here([CallerFilePath] string file = "") => file;
}
