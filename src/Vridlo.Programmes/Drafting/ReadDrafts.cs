using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
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
}
