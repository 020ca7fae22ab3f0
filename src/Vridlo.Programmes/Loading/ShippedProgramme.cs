using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Loading;

/// <summary>
/// What ships with the system: a region's programme, loaded into an installation that has none of its own, and the UN goals, loaded where
/// they are missing.
/// </summary>
internal static class ShippedProgramme
{
    private const string Goals = "un-sdg";

    public static async Task Load(IServiceProvider services, CancellationToken stop)
    {
        var ledger = services.GetRequiredService<IProgrammeLedger>();
        if (await ledger.First(stop) is null)
        {
            await Load(services, "prkk-2021", stop);
        }

        if (!await ledger.Programmes.AnyAsync(p => p.Code == Goals, stop))
        {
            await Load(services, Goals, stop);
        }
    }

    private static async Task Load(IServiceProvider services, string package, CancellationToken stop)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "programmes", package);
        var loaded = await services.GetRequiredService<LoadPackage>().Run(folder, new(Actor.System, "programmes.load", "první spuštění"), stop);
        if (!loaded.Ok)
        {
            throw new InvalidOperationException($"The shipped programme {package} cannot be loaded: {string.Join("; ", loaded.Problems)}");
        }
    }
}
