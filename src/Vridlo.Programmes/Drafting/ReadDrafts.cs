using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting;

/// <summary>Reads drafts. Who may read them is the page's to ask (<see cref="Right"/>).</summary>
internal sealed class ReadDrafts(AppDb db)
{
    public const string Right = "programmes.read-drafts";

    /// <summary>The drafts, open ones first, the newest first.</summary>
    public async Task<IReadOnlyList<Draft>> All(CancellationToken stop) =>
        await db.Set<Draft>().AsNoTracking().OrderBy(d => d.OpenKey == null).ThenByDescending(d => d.Id).ToListAsync(stop);

    /// <summary>A draft with its whole tree, or null. What somebody else has made of a node meanwhile is found here too.</summary>
    public Task<DraftTree?> Tree(DraftId id, CancellationToken stop) => DraftTree.Read(db, id, stop);

    /// <summary>The conflicts of a draft, open ones first.</summary>
    public async Task<IReadOnlyList<DraftConflict>> Conflicts(DraftId id, CancellationToken stop) => await db.Set<DraftConflict>().AsNoTracking()
        .Where(c => c.DraftId == id).OrderBy(c => c.DecidedAt != null).ThenBy(c => c.Id).ToListAsync(stop);

    /// <summary>What has happened to a draft on its way, from the first step.</summary>
    public async Task<IReadOnlyList<DraftStep>> Steps(DraftId id, CancellationToken stop) =>
        await db.Set<DraftStep>().AsNoTracking().Where(s => s.DraftId == id).OrderBy(s => s.Id).ToListAsync(stop);

    /// <summary>What the departments asked have answered, the last round first.</summary>
    public async Task<IReadOnlyList<DraftAnswer>> Answers(DraftId id, CancellationToken stop) => await db.Set<DraftAnswer>().AsNoTracking()
        .Where(a => a.DraftId == id).OrderByDescending(a => a.Round).ThenBy(a => a.Department).ToListAsync(stop);

    /// <summary>The mid-term reports of an edition.</summary>
    public async Task<IReadOnlyList<MidTermReport>> MidTerm(EditionId edition, CancellationToken stop) =>
        await db.Set<MidTermReport>().AsNoTracking().Where(r => r.EditionId == edition).OrderBy(r => r.On).ToListAsync(stop);
}
