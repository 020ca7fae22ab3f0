using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Statements.Register;

namespace Vridlo.Statements;

/// <summary>
/// Whose an application is: of who decides at the nodes of its decision, before there is one at those that the applicant names; one that
/// names none is only of who decides everywhere.
/// </summary>
internal sealed class StatementAccess(AppDb db, IProgrammeLedger ledger, OwnProgramme programme, Asker asker, IClock clock)
{
    public async Task<bool> May(Application application, CancellationToken stop) => (await Own([(application.Id, application.Claimed)], stop)).Count > 0;

    /// <summary>An application that is still open, for whoever changes it as it was seen at a version.</summary>
    public async Task<Result<Application>> Open(StatementId id, int version, CancellationToken stop) =>
        await db.FindAsync<Application>([id], stop) is not { } application ? Problem.NotFound("statements.unknown")
        : !await May(application, stop) ? Problem.Forbidden("statements.may-not-decide-these")
        : application.Stage is not (Stage.Received or Stage.Decided) ? Problem.Conflict("statements.closed")
        : application.Version != version ? Problem.Conflict("statements.changed-meanwhile")
        : application;

    /// <summary>Which of several applications are those of whoever asks.</summary>
    /// <param name="applications">each with the codes of nodes that its applicant names</param>
    /// <param name="stop">ends the reading</param>
    public async Task<IReadOnlySet<StatementId>> Own(IReadOnlyCollection<(StatementId Id, string Claimed)> applications, CancellationToken stop)
    {
        if (applications.Count == 0 || !asker.May(StatementRights.Decide))
        {
            return new HashSet<StatementId>();
        }

        if (asker.MayEverywhere(StatementRights.Decide))
        {
            return applications.Select(a => a.Id).ToHashSet();
        }

        var nodes = await Nodes(applications, stop);
        var standing = (await ledger.Standing([.. nodes.Values.SelectMany(n => n).Distinct()], clock.Today(), stop)).ToLookup(n => n.Id);
        return nodes.Where(a => asker.May(StatementRights.Decide, a.Value.SelectMany(n => standing[n]).ToList())).Select(a => a.Key).ToHashSet();
    }

    /// <summary>Whether whoever asks decides at these nodes, as they stand today.</summary>
    public async Task<bool> May(IReadOnlyCollection<NodeId> nodes, CancellationToken stop) =>
        asker.May(StatementRights.Decide, await ledger.Standing(nodes, clock.Today(), stop));

    private async Task<Dictionary<StatementId, IReadOnlyList<NodeId>>> Nodes(IReadOnlyCollection<(StatementId Id, string Claimed)> applications, CancellationToken stop)
    {
        List<StatementId> ids = [.. applications.Select(a => a.Id)];
        var decided = (await db.Set<Decision>().Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(stop)).ToHashSet();
        var nodes = (await db.Set<DecisionNode>().Where(n => ids.Contains(n.StatementId)).Select(n => new { n.StatementId, n.NodeId }).ToListAsync(stop)).ToLookup(n => n.StatementId, n => n.NodeId);
        var known = await programme.ByCode(stop);
        return applications.ToDictionary(a => a.Id, Of);

        IReadOnlyList<NodeId> Of((StatementId Id, string Claimed) one) => decided.Contains(one.Id)
            ? [.. nodes[one.Id]] : [.. one.Claimed.Split(", ").Select(known.GetValueOrDefault).OfType<Node>().Select(n => n.Id)];
    }
}
