using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Importing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting;

/// <summary>Reads drafts, for those who may (<see cref="MayRead(Draft)"/>).</summary>
internal sealed class ReadDrafts(AppDb db, Asker asker)
{
    public const string Right = "programmes.read-drafts";

    /// <summary>Whoever has a role in any part of the programme that lets drafts be read reads the whole draft: a part says little without the rest.</summary>
    public bool MayRead(Draft draft) => MayRead(draft.ProgrammeId);

    /// <inheritdoc cref="MayRead(Draft)"/>
    public bool MayRead(ProgrammeId programme) => asker.May(Right) && asker.Grants.Any(g => g.Programme is null || g.Programme == programme);

    /// <summary>The drafts, open ones first, the newest first.</summary>
    public async Task<IReadOnlyList<Draft>> All(CancellationToken stop) =>
        await db.Set<Draft>().AsNoTracking().OrderBy(d => d.OpenKey == null).ThenByDescending(d => d.Id).ToListAsync(stop);

    /// <summary>A draft with its whole tree, or null. What somebody else has made of a node meanwhile is found here too.</summary>
    public Task<DraftTree?> Tree(DraftId id, CancellationToken stop) => DraftTree.Read(db, id, stop);

    /// <summary>A draft with one node and what stands above it, or null.</summary>
    public Task<DraftTree?> TreeAt(DraftId id, NodeId node, CancellationToken stop) => DraftTree.ReadNode(db, id, node, stop);

    /// <summary>What a measure of a draft needs, in its order.</summary>
    public async Task<IReadOnlyList<DraftNeed>> Needs(DraftId id, NodeId measure, CancellationToken stop) => await db.Set<DraftNeed>().AsNoTracking()
        .Where(n => n.DraftId == id && n.MeasureId == measure).OrderBy(n => n.Position).ThenBy(n => n.Key).ToListAsync(stop);

    /// <summary>The departments of a draft, in their order.</summary>
    public async Task<IReadOnlyList<DraftDepartment>> Departments(DraftId id, CancellationToken stop) => await db.Set<DraftDepartment>().AsNoTracking()
        .Where(d => d.DraftId == id).OrderBy(d => d.Position).ThenBy(d => d.Key).ToListAsync(stop);

    /// <summary>The conflicts of a draft, open ones first.</summary>
    public async Task<IReadOnlyList<DraftConflict>> Conflicts(DraftId id, CancellationToken stop) => await db.Set<DraftConflict>().AsNoTracking()
        .Where(c => c.DraftId == id).OrderBy(c => c.DecidedAt != null).ThenBy(c => c.Id).ToListAsync(stop);

    /// <summary>How many conflicts of a draft are still to decide.</summary>
    public Task<int> OpenConflicts(DraftId id, CancellationToken stop) =>
        db.Set<DraftConflict>().CountAsync(c => c.DraftId == id && c.Decision == ConflictDecision.Open, stop);

    /// <summary>What the import was not sure of, in the order of the document.</summary>
    public async Task<IReadOnlyList<DraftDoubt>> Doubts(DraftId id, CancellationToken stop) =>
        await db.Set<DraftDoubt>().AsNoTracking().Where(d => d.DraftId == id).OrderBy(d => d.Number).ToListAsync(stop);

    /// <summary>The document a draft was read from, or null.</summary>
    public Task<DraftDocument?> Document(DraftId id, CancellationToken stop) =>
        db.Set<DraftDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.DraftId == id, stop);

    /// <summary>What has happened to a draft on its way, from the first step.</summary>
    public async Task<IReadOnlyList<DraftStep>> Steps(DraftId id, CancellationToken stop) =>
        await db.Set<DraftStep>().AsNoTracking().Where(s => s.DraftId == id).OrderBy(s => s.Id).ToListAsync(stop);

    /// <summary>What the departments asked have answered, the last round first.</summary>
    public async Task<IReadOnlyList<DraftAnswer>> Answers(DraftId id, CancellationToken stop) => await db.Set<DraftAnswer>().AsNoTracking()
        .Where(a => a.DraftId == id).OrderByDescending(a => a.Round).ThenBy(a => a.Department).ToListAsync(stop);

    /// <summary>The mid-term reports of editions, the newest first.</summary>
    public async Task<IReadOnlyList<MidTermReport>> MidTerm(IReadOnlyCollection<EditionId> editions, CancellationToken stop) =>
        await db.Set<MidTermReport>().AsNoTracking().Where(r => editions.Contains(r.EditionId)).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(stop);

    /// <summary>The mid-term reports of all editions, the newest first.</summary>
    public async Task<IReadOnlyList<MidTermReport>> MidTerm(CancellationToken stop) =>
        await db.Set<MidTermReport>().AsNoTracking().OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(stop);

    /// <summary>A mid-term report, or null.</summary>
    public Task<MidTermReport?> MidTerm(ReportId id, CancellationToken stop) => db.Set<MidTermReport>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);
}
