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
    public async Task<bool> May(Application application, CancellationToken stop)
    {
        if (!asker.May(StatementRights.Decide))
        {
            return false;
        }

        var nodes = await db.Set<DecisionNode>().Where(n => n.StatementId == application.Id).Select(n => n.NodeId).ToListAsync(stop);
        if (nodes.Count == 0 && !await db.Set<Decision>().AnyAsync(d => d.Id == application.Id, stop))
        {
            var known = await programme.ByCode(stop);
            nodes = [.. application.Claimed.Split(", ").Select(known.GetValueOrDefault).OfType<Node>().Select(n => n.Id)];
        }

        return await May(nodes, stop);
    }

    /// <summary>Whether whoever asks decides at these nodes, as they stand today.</summary>
    public async Task<bool> May(IReadOnlyCollection<NodeId> nodes, CancellationToken stop) =>
        asker.May(StatementRights.Decide, await ledger.Standing(nodes, clock.Today(), stop));
}
