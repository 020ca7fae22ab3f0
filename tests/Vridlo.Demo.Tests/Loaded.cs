using Vridlo.Testing;

[assembly: AssemblyFixture(typeof(Vridlo.Demo.Tests.Loaded))]

namespace Vridlo.Demo.Tests;

/// <summary>One installation with sample data for each engine, loaded when a test first wants it. Tests only read it.</summary>
public sealed class Loaded : IAsyncDisposable
{
    private readonly Dictionary<Engine, Lazy<Task<Site>>> sites = Enum.GetValues<Engine>().ToDictionary(e => e, e => new Lazy<Task<Site>>(() => Load(e)));

    public Task<Site> On(Engine engine) => sites[engine].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites.Values.Where(s => s.IsValueCreated))
        {
            await (await site.Value).DisposeAsync();
        }
    }

    private static async Task<Site> Load(Engine engine)
    {
        var site = await Site.Shipped(engine);
        var loaded = await Content.Load(site.Services);
        Assert.True(loaded.Ok, string.Join("; ", loaded.Problems.Select(p => p.Code)));
        return site;
    }
}
