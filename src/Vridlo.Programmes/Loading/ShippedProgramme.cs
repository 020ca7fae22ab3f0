using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Loading;

/// <summary>The programme that ships with the system, loaded into an empty installation.</summary>
internal static class ShippedProgramme
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "programmes", "prkk-2021");

    public static async Task Load(IServiceProvider services, CancellationToken stop)
    {
        if (await services.GetRequiredService<IProgrammeLedger>().First(stop) is not null)
        {
            return;
        }

        var loaded = await services.GetRequiredService<LoadPackage>().Run(Folder, new(Actor.System, "programmes.load", "first start"), stop);
        if (!loaded.Ok)
        {
            throw new InvalidOperationException($"The shipped programme cannot be loaded: {string.Join("; ", loaded.Problems)}");
        }
    }
}
