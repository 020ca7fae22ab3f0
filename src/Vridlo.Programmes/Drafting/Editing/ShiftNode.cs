using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Moves a node one place up or down among its siblings; at the end it stays where it is.</summary>
internal sealed class ShiftNode(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId Node, int Version, bool Up);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, node.ParentId))
        {
            return EditDraft.Forbidden;
        }

        var siblings = tree.Children(node.ParentId);
        var at = siblings.Index().First(s => s.Item == node).Index;
        if (c.Up ? at > 0 : at < siblings.Count - 1)
        {
            tree.Put(node, node.ParentId, (c.Up ? siblings[at - 1] : siblings.ElementAtOrDefault(at + 2))?.NodeId);
        }

        return ++node.Version;
    }, act, stop);
}
