using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting;

/// <summary>Checks of drafts, and of roles at what neither an edition nor an open draft has.</summary>
internal static class DraftChecks
{
    private static readonly Duration Old = Duration.FromDays(183);

    public static IEnumerable<IntegrityCheck> All =>
    [
        new("programmes.check.grant-dangling", Severity.Warning, "programmes.check.grant-dangling.title", "programmes.check.grant-dangling.todo", Dangling),
        new("programmes.check.draft-old", Severity.Note, "programmes.check.draft-old.title", "programmes.check.draft-old.todo", Long),
    ];

    private static async Task<IReadOnlyList<Finding>> Dangling(IServiceProvider services, CancellationToken stop)
    {
        var (db, ledger, people) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IProgrammeLedger>(), services.GetRequiredService<IPeople>());
        var found = new List<Finding>();
        foreach (var held in (await people.Grants(stop)).Where(g => g.Grant.Programme is not null))
        {
            if (!await IsThere(db, ledger, held.Grant, stop) && await people.Find(held.Person, stop) is { } person)
            {
                found.Add(new(person.Name, $"/prace/lide/{person.Id.Value}"));
            }
        }

        return found;
    }

    private static async Task<bool> IsThere(AppDb db, IProgrammeLedger ledger, Grant grant, CancellationToken stop) => grant.Node is { } node
        ? (await ledger.History(node, stop)).Count > 0 || await db.Set<DraftNode>().AnyAsync(n => n.NodeId == node && db.Set<Draft>().Any(d => d.Id == n.DraftId && d.OpenKey != null), stop)
        : await ledger.Programmes.AnyAsync(p => p.Id == grant.Programme, stop) || await db.Set<Draft>().AnyAsync(d => d.ProgrammeId == grant.Programme && d.OpenKey != null, stop);

    private static async Task<IReadOnlyList<Finding>> Long(IServiceProvider services, CancellationToken stop)
    {
        var before = services.GetRequiredService<IClock>().GetCurrentInstant() - Old;
        var open = await services.GetRequiredService<AppDb>().Set<Draft>().AsNoTracking()
            .Where(d => d.OpenKey != null && d.OpenedAt < before).OrderBy(d => d.OpenedAt).Select(d => new { d.Code, d.Edition }).ToListAsync(stop);
        return [.. open.Select(d => new Finding($"{d.Code} {d.Edition}"))];
    }
}
