using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Loading;
using Vridlo.Programmes.Packages;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests;

public sealed class PackageStory
{
    private static readonly string[] Codes = ["prkk-2021", "un-sdg"];

    private static string Shipped(string code) => Path.Combine(AppContext.BaseDirectory, "programmes", code);

    [Theory]
    [BothEngines]
    public async Task What_is_exported_is_what_was_loaded_byte_for_byte(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        foreach (var code in Codes)
        {
            var folder = Directory.CreateTempSubdirectory("vridlo-export-").FullName;
            try
            {
                var content = await world.In(s => s.GetRequiredService<IProgrammeLedger>().Content(code, null, default));
                await PackageFolder.Write(folder, content!, null, default);

                Assert.Equal(Files(Shipped(code)).Keys, Files(folder).Keys);
                foreach (var (name, bytes) in Files(Shipped(code)))
                {
                    Assert.True(bytes.AsSpan().SequenceEqual(Files(folder)[name]), $"{code}: {name} differs");
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Theory]
    [BothEngines]
    public async Task Loading_the_same_package_again_changes_nothing(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        foreach (var code in Codes)
        {
            var loaded = await Load(world, Shipped(code));
            Assert.True(loaded.Ok);
            Assert.False(loaded.Value.Changed);
        }
    }

    private static Task<Base.Result<Entered>> Load(World world, string folder) => world.In(s =>
        s.GetRequiredService<LoadPackage>().Run(folder, new(new Actor("test", "test"), "programmes.load", "test"), default));

    private static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes),
        StringComparer.Ordinal);
}
