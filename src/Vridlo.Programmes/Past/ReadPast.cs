using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Past;

/// <summary>Reads nodes as they stood at any time: in editions for everybody, in drafts for those who may read them.</summary>
internal sealed class ReadPast(AppDb db, IProgrammeLedger ledger, ReadHistory history, ReadDrafts drafts)
{
    /// <summary>The node in the edition that was in force on a day, with that edition; null node when it was not in it.</summary>
    public async Task<(EditionHead? Edition, PastNode? Node)> On(string programme, LocalDate day, NodeId node, CancellationToken stop)
    {
        var edition = await ledger.InForce(programme, day, stop);
        var stands = edition is null ? null : (await ledger.History(node, stop)).FirstOrDefault(h => h.Edition == edition.Code)?.Node;
        return stands is null ? (edition, null) : (edition, Of(stands, (await ledger.Node(edition!.Id, stands.Code, stop))!.Above.LastOrDefault()?.Id));
    }

    /// <summary>The node in a draft as it stood at a moment, rebuilt from the record; null when it was not there, or may not be read.</summary>
    public async Task<PastNode?> InDraft(DraftId draft, NodeId node, Instant at, CancellationToken stop) =>
        await db.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == draft, stop) is { } head && drafts.MayRead(head)
            && await history.State(DraftHistory.Node, $"{draft.Value}/{node.Value}", at, stop) is { } state ? PastNode.Of(state) : null;

    /// <summary>The acts that changed the node in the drafts of a programme, the newest first; nothing for those who may not read drafts.</summary>
    public async Task<IReadOnlyList<(Draft Draft, ActShown Act)>> Changes(ProgrammeId programme, NodeId node, int most, CancellationToken stop)
    {
        List<(Draft, ActShown)> found = [];
        var acts = await history.Acts(stop);
        foreach (var draft in await Drafts(programme, stop))
        {
            var of = await history.Of(acts, DraftHistory.Node, $"{draft.Id.Value}/{node.Value}").OrderByDescending(a => a.Sequence).Take(most).ToListAsync(stop);
            found.AddRange(of.Select(a => (draft, a)));
        }

        return [.. found.OrderByDescending(f => f.Item2.Sequence).Take(most)];
    }

    /// <summary>The draft of the programme that can be edited now, or null.</summary>
    public async Task<DraftTree?> Open(ProgrammeId programme, CancellationToken stop) =>
        (await Drafts(programme, stop)).FirstOrDefault(d => d.Status is DraftStatus.Editing) is { } open ? await drafts.Tree(open.Id, stop) : null;

    private async Task<IReadOnlyList<Draft>> Drafts(ProgrammeId programme, CancellationToken stop) => drafts.MayRead(programme)
        ? await db.Set<Draft>().AsNoTracking().Where(d => d.ProgrammeId == programme).OrderByDescending(d => d.Id).ToListAsync(stop)
        : [];

    private static PastNode Of(Node node, NodeId? above) => new(node.Kind, node.Code, new NodeTexts(node.Title, node.Change, node.Text), above, node.Department);
}
