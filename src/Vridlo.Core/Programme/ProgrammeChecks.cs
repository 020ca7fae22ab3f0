using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Integrity;

namespace Vridlo.Core.Programme;

/// <summary>The checks of the ledger of programmes and of the list of instruments.</summary>
internal static class ProgrammeChecks
{
    public static IEnumerable<IntegrityCheck> All =>
    [
        new("core.check.node-altered", Severity.Error, "core.check.node-altered.title", "core.check.node-altered.todo", Altered),
        new("core.check.link-dangling", Severity.Error, "core.check.link-dangling.title", "core.check.link-dangling.todo", LinkDangling),
        new("core.check.need-dangling", Severity.Error, "core.check.need-dangling.title", "core.check.need-dangling.todo", NeedDangling),
        new("core.check.texts-missing", Severity.Note, "core.check.texts-missing.title", "core.check.texts-missing.todo", TextsMissing),
    ];

    /// <summary>The editions in force today.</summary>
    public static async IAsyncEnumerable<EditionHead> InForce(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        var ledger = services.GetRequiredService<IProgrammeLedger>();
        var today = services.GetRequiredService<IClock>().Today();
        foreach (var code in await ledger.Programmes.OrderBy(p => p.Id).Select(p => p.Code).ToListAsync(stop))
        {
            if (await ledger.InForce(code, today, stop) is { } edition)
            {
                yield return edition;
            }
        }
    }

    /// <summary>Nodes whose words are not those that were entered: an approved edition never changes.</summary>
    private static async Task<IReadOnlyList<Finding>> Altered(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var altered = new List<Finding>();
        foreach (var (id, programme, edition) in await Editions(db, stop))
        {
            var rows = await db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == id).ToListAsync(stop);
            var below = rows.OrderBy(r => r.Position).ToLookup(r => r.ParentId, r => r.Digest);
            altered.AddRange(
                from row in rows.OrderBy(r => r.Position)
                where row.Digest != NodeDigest.Of(row.NodeId, ProgrammeLedger.Content(row), string.Concat(below[row.NodeId]))
                select new Finding($"{programme} {edition} {row.Code}", $"/programy/{programme}/vydani/{edition}/{row.Code}"));
        }

        return altered;
    }

    /// <summary>Instruments linked to a node that no edition has.</summary>
    private static async Task<IReadOnlyList<Finding>> LinkDangling(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var codes = await (
            from link in db.Set<InstrumentLink>()
            join instrument in db.Set<Instrument>() on link.InstrumentId equals instrument.Id
            where !db.Set<NodeRow>().Any(n => n.NodeId == link.NodeId)
            select instrument.Code).Distinct().OrderBy(code => code).ToListAsync(stop);
        return [.. codes.Select(code => new Finding(code))];
    }

    /// <summary>Needs of a measure, or serving an activity, that their edition does not have.</summary>
    private static async Task<IReadOnlyList<Finding>> NeedDangling(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var found = await (
            from need in db.Set<NeedRow>()
            join edition in db.Set<EditionRow>() on need.EditionId equals edition.Id
            join programme in db.Set<ProgrammeRow>() on edition.ProgrammeId equals programme.Id
            where !db.Set<NodeRow>().Any(n => n.EditionId == need.EditionId && n.NodeId == need.MeasureId)
                || need.Activities.Any(a => !db.Set<NodeRow>().Any(n => n.EditionId == need.EditionId && n.NodeId == a.ActivityId))
            orderby edition.Id, need.Position
            select new { Programme = programme.Code, Edition = edition.Code, need.Key }).ToListAsync(stop);
        return [.. found.Select(n => new Finding($"{n.Programme} {n.Edition} {n.Key}", $"/programy/{n.Programme}/vydani/{n.Edition}"))];
    }

    /// <summary>Nodes in force whose title is missing in a language.</summary>
    private static async Task<IReadOnlyList<Finding>> TextsMissing(IServiceProvider services, CancellationToken stop)
    {
        var found = new List<Finding>();
        await foreach (var edition in InForce(services, stop))
        {
            found.AddRange(
                from node in await services.GetRequiredService<IProgrammeLedger>().Tree(edition.Id, stop)
                let missing = Enum.GetValues<Language>().Where(l => node.Title?[l] is null).Select(l => l.Code()).ToList()
                where missing.Count > 0
                select new Finding($"{edition.Programme} {node.Code} ({string.Join(", ", missing)})", $"/programy/{edition.Programme}/{node.Code}"));
        }

        return found;
    }

    private static async Task<IReadOnlyList<(EditionId Id, string Programme, string Edition)>> Editions(AppDb db, CancellationToken stop) =>
        [.. (await (
            from edition in db.Set<EditionRow>()
            join programme in db.Set<ProgrammeRow>() on edition.ProgrammeId equals programme.Id
            orderby edition.Id
            select new { edition.Id, Programme = programme.Code, Edition = edition.Code }).ToListAsync(stop)).Select(e => (e.Id, e.Programme, e.Edition))];
}
