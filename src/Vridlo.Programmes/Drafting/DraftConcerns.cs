using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Notices;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting;

/// <summary>
/// Who answers for a part of a plan is told when somebody changes in a draft what a node there says or needs, where it stands, or whether it is there. A draft
/// is edited in many small acts: all of them are one notice.
/// </summary>
internal static class DraftConcerns
{
    private const string Together = "programmes.draft.edited";

    public static Task<IReadOnlyList<Concern>> OfNodes(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop) =>
        Told(unit, IsOpening(act) ? [] : Seen([.. changes.Select(c => Node.Of(c.Read()))]), stop);

    /// <summary>What a measure needs is part of what it says: who answers for the measure is told, and for the one that the need was taken from.</summary>
    public static async Task<IReadOnlyList<Concern>> OfNeeds(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        List<Node> measures = [];
        foreach (var inDraft in IsOpening(act) ? [] : changes.Select(c => (Key: c.Id.Split('/', 2), Was: Was(c.Read(), "measure_id"))).GroupBy(c => new DraftId(Guid.Parse(c.Key[0]))))
        {
            var (id, keys) = (inDraft.Key, inDraft.Select(c => c.Key[1]).ToList());
            var now = await unit.GetRequiredService<AppDb>().Set<DraftNeed>().AsNoTracking().Where(n => n.DraftId == id && keys.Contains(n.Key)).ToDictionaryAsync(n => n.Key, n => n.MeasureId, stop);
            measures.AddRange(from need in inDraft
                              let at = now.TryGetValue(need.Key[1], out var measure) ? measure : need.Was
                              where at is not null
                              select new Node(id, at.Value, need.Was, IsItself: true));
        }

        return await Told(unit, measures, stop);
    }

    private static async Task<IReadOnlyList<Concern>> Told(IServiceProvider unit, List<Node> changed, CancellationToken stop)
    {
        var (db, people) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IPeople>());
        var answering = changed.Count == 0 ? [] : (await people.Grants(stop)).Where(g => g.Grant is { Role: Role.Owner or Role.Guarantor, Programme: not null }).ToList();
        var concerns = new List<Concern>();
        foreach (var inDraft in answering.Count == 0 ? [] : changed.GroupBy(n => n.Draft))
        {
            var id = inDraft.Key;
            var draft = await db.Set<Draft>().AsNoTracking().FirstAsync(d => d.Id == id, stop);
            var above = await db.Set<DraftNode>().Where(n => n.DraftId == id).Select(n => new { n.NodeId, n.ParentId }).ToDictionaryAsync(n => n.NodeId, n => n.ParentId, stop);
            foreach (var node in inDraft)
            {
                above.TryAdd(node.Id, node.WasBelow);
            }

            var places = inDraft.SelectMany(n => (NodeId?[])[n.Id, n.WasBelow]).OfType<NodeId>().SelectMany(n => DraftHistory.Path(n, above)).ToHashSet();
            var told = answering.Where(g => g.Grant.Reaches(new(draft.ProgrammeId, places))).Select(g => g.Person).Distinct().ToList();
            concerns.Add(new(draft.EditionTitle, $"/prace/koncepty/{id.Value}/zmeny", null, told, IsPublic: false) { Together = Together });
        }

        return concerns;
    }

    private static bool IsOpening(ActDone act) => act.Changes.Any(c => c is { Subject: "programmes.draft", Before: null });

    /// <summary>Those that somebody sees changed, and not those that only make room where another is put between them.</summary>
    private static List<Node> Seen(List<Node> all) => all.Exists(n => n.IsItself) ? [.. all.Where(n => n.IsItself)] : all;

    /// <summary>The node that a column named before the change; null when it named none, or is what it was.</summary>
    private static NodeId? Was(ChangedThing change, string column) =>
        change.Before?.GetValueOrDefault(column) is { ValueKind: JsonValueKind.String } node ? new(node.GetGuid()) : null;

    /// <param name="Draft">the draft</param>
    /// <param name="Id">the node</param>
    /// <param name="WasBelow">what it stood below when it was moved or dropped; of what a measure needs, the measure that needed it before</param>
    /// <param name="IsItself">whether it is new, gone, or was changed as somebody sees it, and not only in its order</param>
    private sealed record Node(DraftId Draft, NodeId Id, NodeId? WasBelow, bool IsItself)
    {
        public static Node Of(ChangedThing change)
        {
            var key = change.Id.Split('/');
            return new(
                new(Guid.Parse(key[0])), new(Guid.Parse(key[1])), Was(change, "parent_id"),
                change.Before?.ContainsKey("version") is not false || change.After is null);
        }
    }
}
