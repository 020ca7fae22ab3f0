using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Integrity;

/// <summary>Whether somebody answers for every measure, and whether those who do are still here.</summary>
internal static class PeopleChecks
{
    public static IEnumerable<IntegrityCheck> All =>
    [
        new("core.check.measure-unowned", Severity.Warning, "core.check.measure-unowned.title", "core.check.measure-unowned.todo", Unowned),
        new("core.check.owner-left", Severity.Warning, "core.check.owner-left.title", "core.check.owner-left.todo", Left),
    ];

    public static string Path(PersonId person) => $"/prace/lide/{person.Value}";

    /// <summary>Measures in force of which neither a department nor a person in the role of an owner is known.</summary>
    private static async Task<IReadOnlyList<Finding>> Unowned(IServiceProvider services, CancellationToken stop)
    {
        var ledger = services.GetRequiredService<IProgrammeLedger>();
        var owners = (await services.GetRequiredService<IPeople>().Grants(stop)).Select(g => g.Grant).Where(g => g.Role is Role.Owner).ToList();
        var found = new List<Finding>();
        await foreach (var edition in ProgrammeChecks.InForce(services, stop))
        {
            var tree = await ledger.Tree(edition.Id, stop);
            found.AddRange(
                from measure in tree
                where measure is { Kind: NodeKind.Measure, Department: null }
                let at = new At(edition.ProgrammeId, [.. tree.Where(n => n.Id == measure.Id || n.Holds(measure)).Select(n => n.Id)])
                where !owners.Exists(o => o.Reaches(at))
                select new Finding($"{edition.Programme} {measure.Code}", $"/programy/{edition.Programme}/{measure.Code}"));
        }

        return found;
    }

    /// <summary>People who have left and still hold a role.</summary>
    private static async Task<IReadOnlyList<Finding>> Left(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var left = await db.Set<PersonRow>().AsNoTracking()
            .Where(p => p.LeftAt != null && db.Set<GrantRow>().Any(g => g.PersonId == p.Id)).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        return [.. left.Select(p => new Finding(p.Name, Path(p.Id)))];
    }
}
