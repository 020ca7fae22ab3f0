using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>A whole draft in memory: what its nodes are to each other. Changes of it are written by whoever loaded it.</summary>
internal sealed partial class DraftTree
{
    private readonly AppDb db;
    private readonly Dictionary<NodeId, DraftNode> nodes;
    private readonly Dictionary<string, DraftNeed> needs;
    private readonly List<DraftDepartment> departments;
    private readonly List<DraftHeir> heirs;

    private DraftTree(AppDb db, Draft head, Parts parts) => (this.db, Head, nodes, needs, departments, heirs) = (
        db,
        head,
        parts.Nodes.ToDictionary(n => n.NodeId),
        parts.Needs.ToDictionary(n => n.Key, StringComparer.Ordinal),
        parts.Departments,
        parts.Heirs);

    public Draft Head { get; }

    public IReadOnlyCollection<DraftNode> Nodes => nodes.Values;

    public IEnumerable<DraftNeed> Needs => needs.Values.OrderBy(n => n.Position).ThenBy(n => n.Key, StringComparer.Ordinal);

    public IEnumerable<DraftDepartment> Departments => departments.OrderBy(d => d.Position).ThenBy(d => d.Key, StringComparer.Ordinal);

    /// <summary>Who takes over what carried out nodes that are no longer there.</summary>
    public IReadOnlyList<DraftHeir> Heirs => heirs;

    /// <summary>The draft as it is now, for changing it, or null.</summary>
    public static Task<DraftTree?> Load(AppDb db, DraftId id, CancellationToken stop) => Whole(db, new(db, id, QueryTrackingBehavior.TrackAll), stop);

    /// <summary>The draft as it is now, for reading only, or null.</summary>
    public static Task<DraftTree?> Read(AppDb db, DraftId id, CancellationToken stop) => Whole(db, new(db, id, QueryTrackingBehavior.NoTracking), stop);

    /// <summary>One node and those above it, for changing what it says, and nothing else: much less than the whole. Null when there is no such draft.</summary>
    public static Task<DraftTree?> LoadNode(AppDb db, DraftId id, NodeId node, CancellationToken stop) => Upwards(db, new(db, id, QueryTrackingBehavior.TrackAll), node, stop);

    /// <summary>One node and those above it, for reading only. Null when there is no such draft.</summary>
    public static Task<DraftTree?> ReadNode(AppDb db, DraftId id, NodeId node, CancellationToken stop) => Upwards(db, new(db, id, QueryTrackingBehavior.NoTracking), node, stop);

    private static async Task<DraftTree?> Whole(AppDb db, DraftSource of, CancellationToken stop) => await of.Head(stop) is { } head
        ? new(db, head, new(await of.Nodes.ToListAsync(stop), await of.Needs.ToListAsync(stop), await of.Departments.ToListAsync(stop), await of.Heirs.ToListAsync(stop)))
        : null;

    /// <summary>The draft as it will be when what has been changed in the unit of work is written.</summary>
    public DraftTree Changed()
    {
        return new(db, Head, new(Of<DraftNode>(n => n.DraftId), Of<DraftNeed>(n => n.DraftId), Of<DraftDepartment>(d => d.DraftId), Of<DraftHeir>(h => h.DraftId)));

        List<T> Of<T>(Func<T, DraftId> draft)
            where T : class => [.. db.ChangeTracker.Entries<T>().Where(e => e.State is not EntityState.Deleted).Select(e => e.Entity).Where(e => draft(e) == Head.Id)];
    }

    private static async Task<DraftTree?> Upwards(AppDb db, DraftSource of, NodeId node, CancellationToken stop) =>
        await of.Head(stop) is { } head ? new(db, head, new(await of.Upwards(node).ToListAsync(stop), [], [], [])) : null;

    public DraftNode? Find(NodeId? id) => id is { } known ? nodes.GetValueOrDefault(known) : null;

    public DraftNeed? Need(string key) => needs.GetValueOrDefault(key);

    /// <summary>The node and all above it, itself first; empty for the programme as a whole.</summary>
    public IReadOnlyList<NodeId> Path(NodeId? id)
    {
        var path = new List<NodeId>();
        for (var node = Find(id); node is not null; node = Find(node.ParentId))
        {
            path.Add(node.NodeId);
        }

        return path;
    }

    /// <summary>The place of a node in the tree, for asking who may do what there.</summary>
    public At At(NodeId? id) => new(Head.ProgrammeId, Path(id));

    /// <summary>What stands right below a node, or at the top, in order.</summary>
    public IReadOnlyList<DraftNode> Children(NodeId? parent) => [.. Ordered(nodes.Values.Where(n => n.ParentId == parent))];

    /// <summary>The node and everything below it, in the order of the document.</summary>
    public IReadOnlyList<DraftNode> Branch(NodeId top) => [.. InOrder(top).Select(n => n.Node)];

    /// <summary>Everything in the order of the document, or a node and what is below it, with its depth.</summary>
    public IEnumerable<(DraftNode Node, int Depth)> InOrder(NodeId? top = null)
    {
        var below = nodes.Values.ToLookup(n => n.ParentId);
        IEnumerable<DraftNode> tops = Find(top) is { } one ? [one] : Ordered(below[null]);
        return tops.SelectMany(n => Walk(n, 0));

        IEnumerable<(DraftNode, int)> Walk(DraftNode node, int depth) =>
            Ordered(below[node.NodeId]).SelectMany(n => Walk(n, depth + 1)).Prepend((node, depth));
    }

    /// <summary>
    /// Stands for a branch as somebody saw it, so that nothing is dropped or renumbered that has been changed since.
    /// </summary>
    public string Stamp(NodeId top) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(' ', Branch(top).Select(n => $"{n.NodeId.Value}:{n.Version}")))))[..16];

    /// <summary>The department that answers for a node: its own, or of the nearest node above.</summary>
    public string? Owner(NodeId id) => Path(id).Select(n => nodes[n].Department).FirstOrDefault(d => d is not null);

    /// <summary>The node if it is still as it was seen.</summary>
    public Result<DraftNode> Seen(NodeId id, int version) => Find(id) switch
    {
        null => Problem.Conflict("programmes.draft.node-gone"),
        { } node when node.Version != version => Problem.Conflict("programmes.draft.node-changed", node.Code),
        { } node => node,
    };

    private static IOrderedEnumerable<DraftNode> Ordered(IEnumerable<DraftNode> siblings) =>
        siblings.OrderBy(n => n.ParentId is null ? DraftKinds.Part(n.Kind) : 0).ThenBy(n => n.Order).ThenBy(n => n.NodeId.Value);

    private sealed record Parts(List<DraftNode> Nodes, List<DraftNeed> Needs, List<DraftDepartment> Departments, List<DraftHeir> Heirs);
}
