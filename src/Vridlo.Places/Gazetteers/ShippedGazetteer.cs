using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Places;
using Vridlo.Core.Record;

namespace Vridlo.Places.Gazetteers;

/// <summary>The gazetteer of the whole republic that ships with the system.</summary>
internal static class ShippedGazetteer
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "territory");
    private static readonly string[] Names = ["municipalities.csv", "regions.geojson", "districts.geojson", "offices.csv", "names.csv", "abroad.csv"];

    /// <summary>Enters it, unless this very gazetteer was entered before.</summary>
    public static async Task Load(IServiceProvider services, CancellationToken stop)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            files[name] = await File.ReadAllBytesAsync(Path.Combine(Folder, name), stop);
            digest.AppendData(files[name]);
        }

        var gazetteer = GazetteerFiles.Read(files, Convert.ToHexStringLower(digest.GetCurrentHash()));
        if (await services.GetRequiredService<IPlaces>().Enter(gazetteer, stop))
        {
            await services.GetRequiredService<AppDb>().Commit(new(Actor.System, "places.gazetteer", "první spuštění"), stop);
        }
    }
}
