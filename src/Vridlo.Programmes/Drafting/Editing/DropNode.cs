using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Drops a node with everything below it and what it needs.</summary>
internal sealed class DropNode(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Node">the node</param>
    /// <param name="Stamp">the stamp of the branch that was seen: nothing is dropped that somebody has changed since</param>
    internal sealed record Command(DraftId Draft, NodeId Node, string Stamp);

    /// <summary>What is, or would be, gone.</summary>
    /// <param name="Nodes">codes of the nodes, in the order of the document</param>
    /// <param name="Needs">keys of the needs of measures among them</param>
    /// <param name="Shortened">keys of the needs that stay and no longer serve a dropped activity</param>
    internal sealed record Dropped(IReadOnlyList<string> Nodes, IReadOnlyList<string> Needs, IReadOnlyList<string> Shortened);

    public Task<Result<Dropped>> Run(Command c, Act act, CancellationToken stop) => edit.Run<Dropped>(c.Draft, tree =>
    {
        if (tree.Find(c.Node) is not { } node)
        {
            return Problem.Conflict("programmes.draft.node-gone");
        }

        if (!edit.May(tree, node.ParentId))
        {
            return EditDraft.Forbidden;
        }

        return tree.Stamp(c.Node) == c.Stamp ? Drop(tree, c.Node) : Problem.Conflict("programmes.draft.branch-changed", node.Code);
    }, act, stop);

    /// <summary>What dropping would take along, for asking first.</summary>
    public static Dropped Preview(DraftTree tree, NodeId top)
    {
        var branch = tree.Branch(top).Select(n => n.NodeId).ToHashSet();
        return new(
            [.. tree.Branch(top).Select(n => n.Code)],
            [.. tree.Needs.Where(n => branch.Contains(n.MeasureId)).Select(n => n.Key)],
            [.. tree.Needs.Where(n => !branch.Contains(n.MeasureId) && n.Activities.Any(branch.Contains)).Select(n => n.Key)]);
    }

    public static Dropped Drop(DraftTree tree, NodeId top)
    {
        var (dropped, branch) = (Preview(tree, top), tree.Branch(top));
        foreach (var need in dropped.Needs.Select(k => tree.Need(k)!))
        {
            tree.Remove(need);
        }

        var gone = branch.Select(n => n.NodeId).ToHashSet();
        foreach (var need in dropped.Shortened.Select(k => tree.Need(k)!))
        {
            need.Activities = [.. need.Activities.Where(a => !gone.Contains(a))];
            need.Version++;
        }

        foreach (var node in branch.Reverse())
        {
            tree.Remove(node);
        }

        return dropped;
    }
}
