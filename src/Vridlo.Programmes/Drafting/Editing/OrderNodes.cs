using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Puts all children of a node (or the top nodes) into another order.</summary>
internal sealed class OrderNodes(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Parent">the node whose children they are, or null for the top</param>
    /// <param name="Seen">the children in the order in which they were seen</param>
    /// <param name="Wanted">the same children in the order wanted</param>
    internal sealed record Command(DraftId Draft, NodeId? Parent, IReadOnlyList<NodeId> Seen, IReadOnlyList<NodeId> Wanted);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.Run<int>(c.Draft, tree =>
    {
        var children = tree.Children(c.Parent);
        if (!children.Select(n => n.NodeId).SequenceEqual(c.Seen))
        {
            return Problem.Conflict("programmes.draft.order-changed");
        }

        if (!edit.May(tree, c.Parent))
        {
            return EditDraft.Forbidden;
        }

        if (c.Wanted.Count != c.Seen.Count || !c.Wanted.ToHashSet().SetEquals(c.Seen))
        {
            return Problem.Invalid("programmes.draft.order-incomplete", "order");
        }

        DraftTree.Order([.. c.Wanted.Select(n => tree.Find(n)!)]);
        return children.Count;
    }, act, stop);
}
