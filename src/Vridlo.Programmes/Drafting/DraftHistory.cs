using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting;

/// <summary>Who may read the history of drafts: of the whole draft who reads it as a whole, of nodes and needs who reads that part of it.</summary>
internal sealed class DraftHistory(AppDb db, Asker asker, ReadHistory history)
{
    public const string Node = "programmes.draft.node";
    public const string Need = "programmes.draft.need";

    public static void Declare(Declarations d)
    {
        d.History(new(Node, ReadDrafts.Right, (unit, stop) => Of(unit).Nodes(stop)));
        d.History(new(Need, ReadDrafts.Right, (unit, stop) => Of(unit).Needs(stop)));
        d.History(new("programmes.draft", ReadDrafts.Right, (unit, stop) => Of(unit).Whole(stop)));
        d.History(new("programmes.draft.department", ReadDrafts.Right));
        d.History(new("programmes.draft.conflict", ReadDrafts.Right));
        d.History(new("programmes.draft.doubt", ReadDrafts.Right));
        d.History(new("programmes.draft.heir", ReadDrafts.Right));
        d.History(new("programmes.draft.step", ReadDrafts.Right));
        d.History(new("programmes.draft.answer", ReadDrafts.Right));
        d.History(new(MidTerm.UndoMidTerm.Subject, ReadDrafts.Right));

        static DraftHistory Of(IServiceProvider unit) => new(unit.GetRequiredService<AppDb>(), unit.GetRequiredService<Asker>(), unit.GetRequiredService<ReadHistory>());
    }

    private async Task<IReadOnlyCollection<string>> Whole(CancellationToken stop) =>
        [.. (await db.Set<Draft>().AsNoTracking().ToListAsync(stop)).Where(d => asker.May(ReadDrafts.Right, new(d.ProgrammeId, []))).Select(d => d.Id.Value.ToString())];

    /// <summary>Nodes that stand, or stood when they were dropped, where whoever asks may read.</summary>
    private async Task<IReadOnlyCollection<string>> Nodes(CancellationToken stop)
    {
        List<string> ids = [];
        foreach (var draft in await Drafts(stop))
        {
            var above = await Above(draft, stop);
            ids.AddRange(above.Keys.Where(n => asker.May(ReadDrafts.Right, new(draft.ProgrammeId, Path(n, above)))).Select(n => $"{draft.Id.Value}/{n.Value}"));
        }

        return ids;
    }

    /// <summary>Needs of measures, and those that are gone, where whoever asks may read.</summary>
    private async Task<IReadOnlyCollection<string>> Needs(CancellationToken stop)
    {
        List<string> ids = [];
        foreach (var draft in await Drafts(stop))
        {
            var (id, above) = (draft.Id, await Above(draft, stop));
            var needs = await db.Set<DraftNeed>().Where(n => n.DraftId == id).Select(n => new { n.Key, n.MeasureId }).ToDictionaryAsync(n => $"{id.Value}/{n.Key}", n => n.MeasureId, stop);
            foreach (var gone in await history.Gone(Need, $"{id.Value}/", stop))
            {
                needs[gone.Id] = needs.GetValueOrDefault(gone.Id, new(gone.Before!["measure_id"].GetGuid()));
            }

            ids.AddRange(needs.Where(n => asker.May(ReadDrafts.Right, new(draft.ProgrammeId, Path(n.Value, above)))).Select(n => n.Key));
        }

        return ids;
    }

    /// <summary>The drafts of programmes in which whoever asks has a role.</summary>
    private async Task<IReadOnlyList<Draft>> Drafts(CancellationToken stop)
    {
        var programmes = asker.Grants.Select(g => g.Programme).ToHashSet();
        return [.. (await db.Set<Draft>().AsNoTracking().ToListAsync(stop)).Where(d => programmes.Contains(null) || programmes.Contains(d.ProgrammeId))];
    }

    /// <summary>What stands above each node, of those that are gone what stood above them last.</summary>
    private async Task<Dictionary<NodeId, NodeId?>> Above(Draft draft, CancellationToken stop)
    {
        var (id, prefix) = (draft.Id, draft.Id.Value + "/");
        var above = await db.Set<DraftNode>().Where(n => n.DraftId == id).Select(n => new { n.NodeId, n.ParentId }).ToDictionaryAsync(n => n.NodeId, n => n.ParentId, stop);
        foreach (var gone in await history.Gone(Node, prefix, stop))
        {
            var parent = gone.Before!["parent_id"] is { ValueKind: System.Text.Json.JsonValueKind.String } known ? new NodeId(known.GetGuid()) : (NodeId?)null;
            above.TryAdd(new(Guid.Parse(gone.Id[prefix.Length..])), parent);
        }

        return above;
    }

    /// <summary>A node and all above it, by what stands above each.</summary>
    internal static HashSet<NodeId> Path(NodeId node, Dictionary<NodeId, NodeId?> above)
    {
        var path = new HashSet<NodeId>();
        for (NodeId? at = node; at is { } here && path.Add(here);)
        {
            at = above.GetValueOrDefault(here);
        }

        return path;
    }
}
