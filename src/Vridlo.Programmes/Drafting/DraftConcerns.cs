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
/// Who answers for a part of a plan is told when somebody changes in a draft what a node there says, where it stands, or whether it is there. A draft
/// is edited in many small acts: all of them are one notice.
/// </summary>
internal static class DraftConcerns
{
    private const string Together = "programmes.draft.edited";

    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        var (db, people) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IPeople>());
        var changed = Changed(act, changes);
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

    /// <summary>The nodes that somebody changed: not those of a draft that is being opened, nor those that only make room where another is put between them.</summary>
    private static List<Node> Changed(ActDone act, IReadOnlyList<ThingChanged> changes)
    {
        if (act.Changes.Any(c => c is { Subject: "programmes.draft", Before: null }))
        {
            return [];
        }

        List<Node> all = [.. changes.Select(Node.Of)];
        return all.Exists(n => n.IsItself) ? [.. all.Where(n => n.IsItself)] : all;
    }

    /// <param name="Draft">the draft</param>
    /// <param name="Id">the node</param>
    /// <param name="WasBelow">what it stood below when it was moved or dropped</param>
    /// <param name="IsItself">whether it is new, gone, or was changed as somebody sees it, and not only in its order</param>
    private sealed record Node(DraftId Draft, NodeId Id, NodeId? WasBelow, bool IsItself)
    {
        public static Node Of(ThingChanged change)
        {
            var (key, before) = (change.Id.Split('/'), change.Before is null ? default : JsonDocument.Parse(change.Before).RootElement);
            var was = change.Before is not null && before.TryGetProperty("parent_id", out var parent) && parent.ValueKind is JsonValueKind.String ? parent.GetGuid() : (Guid?)null;
            return new(
                new(Guid.Parse(key[0])), new(Guid.Parse(key[1])), was is { } below ? new(below) : null,
                change.Before is null || change.After is null || before.TryGetProperty("version", out _));
        }
    }
}
