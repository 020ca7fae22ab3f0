using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Integrity;

namespace Vridlo.Core.Programme;

/// <summary>The checks of the ledger of programmes and of the list of instruments.</summary>
internal static class ProgrammeChecks
{
    public static IEnumerable<IntegrityCheck> All =>
    [
        new("core.check.node-altered", Altered),
        new("core.check.link-dangling", Dangling),
    ];

    /// <summary>Nodes whose words are not those that were entered: an approved edition never changes.</summary>
    private static async Task<IReadOnlyList<string>> Altered(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var altered = new List<string>();
        foreach (var edition in await db.Set<EditionRow>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(stop))
        {
            var rows = await db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == edition.Id).ToListAsync(stop);
            var below = rows.OrderBy(r => r.Position).ToLookup(r => r.ParentId, r => r.Digest);
            altered.AddRange(
                from row in rows.OrderBy(r => r.Position)
                where row.Digest != NodeDigest.Of(row.NodeId, ProgrammeLedger.Content(row), string.Concat(below[row.NodeId]))
                select $"{edition.Code} {row.Code}");
        }

        return altered;
    }

    /// <summary>Instruments linked to a node that no edition has.</summary>
    private static async Task<IReadOnlyList<string>> Dangling(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        return await (
            from link in db.Set<InstrumentLink>()
            join instrument in db.Set<Instrument>() on link.InstrumentId equals instrument.Id
            where !db.Set<NodeRow>().Any(n => n.NodeId == link.NodeId)
            select instrument.Code).Distinct().OrderBy(code => code).ToListAsync(stop);
    }
}
