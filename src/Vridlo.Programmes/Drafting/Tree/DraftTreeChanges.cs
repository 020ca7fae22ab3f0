using System.Text.RegularExpressions;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>What can be done to a tree so that it stays one.</summary>
internal sealed partial class DraftTree
{
    public const int Gap = 1024;

    /// <summary>Why a code cannot be given to a node (to a new one when it is null), or null when it can.</summary>
    public Problem? CodeRefused(string code, NodeId? to) =>
        !Code().IsMatch(code) ? Problem.Invalid("programmes.draft.code-form", "code", code)
        : nodes.Values.Any(n => n.Code == code && n.NodeId != to) ? Problem.Invalid("programmes.draft.code-taken", "code", code)
        : null;

    /// <summary>Why a node of this kind cannot stand below that one, or null when it can.</summary>
    public Problem? PlaceRefused(NodeKind kind, NodeId? self, NodeId? parent) =>
        parent is { } wanted && Find(wanted) is null ? Problem.Conflict("programmes.draft.node-gone")
        : self is { } own && Path(parent).Contains(own) ? Problem.Invalid("programmes.draft.below-itself", "parent")
        : !DraftKinds.Fits(kind, Find(parent)?.Kind) ? Problem.Invalid("programmes.draft.kind-unfit", "parent")
        : null;

    public void Add(DraftNode node, NodeId? before)
    {
        nodes.Add(node.NodeId, node);
        db.Add(node);
        Put(node, node.ParentId, before);
    }

    /// <summary>Adds a node whose place is given afterwards.</summary>
    public DraftNode AddBare(DraftNode node)
    {
        nodes.Add(node.NodeId, node);
        db.Add(node);
        return node;
    }

    /// <summary>Puts a node below another, before one of its children or after all of them.</summary>
    public void Put(DraftNode node, NodeId? parent, NodeId? before)
    {
        node.ParentId = parent;
        var part = parent is null ? DraftKinds.Part(node.Kind) : 0;
        List<DraftNode> siblings = [.. Children(parent).Where(s => s.NodeId != node.NodeId && (parent is not null || DraftKinds.Part(s.Kind) == part))];
        var at = siblings.FindIndex(s => s.NodeId == before);
        at = at < 0 ? siblings.Count : at;
        var from = at == 0 ? (siblings is [var first, ..] ? first.Order - (2 * Gap) : -Gap) : siblings[at - 1].Order;
        var to = at == siblings.Count ? from + (2 * Gap) : siblings[at].Order;
        if (to - from > 1)
        {
            node.Order = from + ((to - from) / 2);
            return;
        }

        siblings.Insert(at, node);
        Order(siblings);
    }

    /// <summary>Gives siblings this order.</summary>
    public static void Order(IReadOnlyList<DraftNode> siblings)
    {
        foreach (var (position, node) in siblings.Index())
        {
            node.Order = position * Gap;
        }
    }

    /// <summary>Takes one node out; whoever does it has taken care of what was below.</summary>
    public void Remove(DraftNode node)
    {
        nodes.Remove(node.NodeId);
        db.Remove(node);
    }

    public void Add(DraftNeed need)
    {
        needs.Add(need.Key, need);
        db.Add(need);
    }

    public void Remove(DraftNeed need)
    {
        needs.Remove(need.Key);
        db.Remove(need);
    }

    public void Add(DraftDepartment department)
    {
        departments.Add(department);
        db.Add(department);
    }

    /// <summary>Numbers everything below a node by its place: 8.1, 8.2, 8.2.1. Gives the codes that would be there twice.</summary>
    public IReadOnlyList<string> Renumber(DraftNode top)
    {
        var taken = nodes.Values.Except(Branch(top.NodeId)).Select(n => n.Code).ToHashSet(StringComparer.Ordinal);
        List<(DraftNode Node, string Code)> wanted = [.. Numbered(top)];
        List<string> twice = [.. wanted.Select(w => w.Code).Where(taken.Contains)];
        foreach (var (node, code) in twice.Count > 0 ? [] : wanted.Where(w => w.Node.Code != w.Code))
        {
            node.Code = code;
            node.Version++;
        }

        return twice;
    }

    private IEnumerable<(DraftNode Node, string Code)> Numbered(DraftNode top) => Walk(top, top.Code);

    private IEnumerable<(DraftNode Node, string Code)> Walk(DraftNode above, string code) =>
        from child in Children(above.NodeId).Index()
        let own = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}.{child.Index + 1}")
        from numbered in Walk(child.Item, own).Prepend((child.Item, own))
        select numbered;

    // Codes stand in addresses.
    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,39}$")]
    private static partial Regex Code();
}
