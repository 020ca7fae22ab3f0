using Microsoft.EntityFrameworkCore;
using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>Says which nodes of the ledger the nodes of a content are.</summary>
internal sealed partial class ProgrammeLedger
{
    public async Task<Identified> Identify(EditionContent content, CancellationToken stop)
    {
        var programme = await db.Set<ProgrammeRow>().Where(p => p.Code == content.Code).Select(p => (ProgrammeId?)p.Id).FirstOrDefaultAsync(stop);
        var follows = content.Follows is { } code && programme is { } owner
            ? await db.Set<EditionRow>().Where(e => e.ProgrammeId == owner && e.Code == code).Select(e => (EditionId?)e.Id).FirstOrDefaultAsync(stop)
            : null;
        var nodes = await Matched(content, follows, stop);
        foreach (var node in content.Nodes.SelectMany(Identities.Flat))
        {
            nodes.TryAdd(node.Code, TypedId.New<NodeId>());
        }

        return new(programme ?? TypedId.New<ProgrammeId>(), nodes);
    }

    private async Task<Dictionary<string, NodeId>> Matched(EditionContent content, EditionId? follows, CancellationToken stop) => Identities.Match(
        content.Nodes,
        follows is { } earlier ? await db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == earlier).ToListAsync(stop) : []);
}
