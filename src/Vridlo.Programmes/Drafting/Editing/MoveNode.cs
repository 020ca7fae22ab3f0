using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>
/// Moves a node with what is below it under another (or to the top), before one of its children or after all of them. Where a node
/// stands is the matter of who may edit what stands above it, before and after.
/// </summary>
internal sealed class MoveNode(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId Node, int Version, NodeId? Parent, NodeId? Before);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, node.ParentId) || !edit.May(tree, c.Parent))
        {
            return EditDraft.Forbidden;
        }

        if (tree.PlaceRefused(node.Kind, c.Node, c.Parent) is { } refused)
        {
            return refused;
        }

        tree.Put(node, c.Parent, c.Before);
        return ++node.Version;
    }, act, stop);
}
