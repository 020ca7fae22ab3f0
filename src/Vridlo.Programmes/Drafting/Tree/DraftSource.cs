using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>Where the parts of a draft are read from.</summary>
internal sealed record DraftSource(AppDb Db, DraftId Id, QueryTrackingBehavior Tracking)
{
    public IQueryable<DraftNode> Nodes => Of<DraftNode>().Where(n => n.DraftId == Id);

    public IQueryable<DraftNeed> Needs => Of<DraftNeed>().Where(n => n.DraftId == Id);

    public IQueryable<DraftDepartment> Departments => Of<DraftDepartment>().Where(d => d.DraftId == Id);

    public IQueryable<DraftHeir> Heirs => Of<DraftHeir>().Where(h => h.DraftId == Id);

    /// <summary>It is read first: if somebody writes in between, its version is the older one and the commit fails.</summary>
    public Task<Draft?> Head(CancellationToken stop) => Of<Draft>().FirstOrDefaultAsync(d => d.Id == Id, stop);

    /// <summary>
    /// A node and those above it. A union, and not of all rows: somebody may be moving nodes, and the way must end all the same. Asked for
    /// within another question, which names its columns: a prepared statement does not outlive a change of what a star stands for.
    /// </summary>
    public IQueryable<DraftNode> Upwards(NodeId from) => Db.Set<DraftNode>().FromSql(
        $"""
        WITH RECURSIVE way AS (
            SELECT * FROM programmes_draft_node WHERE draft_id = {Id.Value} AND node_id = {from.Value}
            UNION SELECT above.* FROM programmes_draft_node above JOIN way ON above.draft_id = way.draft_id AND above.node_id = way.parent_id)
        SELECT * FROM way
        """).Where(n => n.DraftId == Id).AsTracking(Tracking);

    private IQueryable<T> Of<T>()
        where T : class => Db.Set<T>().AsTracking(Tracking);
}
