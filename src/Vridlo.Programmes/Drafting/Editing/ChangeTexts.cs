using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Changes what a node says, in three languages at once. Gives the node's new version.</summary>
internal sealed class ChangeTexts(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId Node, int Version, NodeTexts Texts);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, c.Node))
        {
            return EditDraft.Forbidden;
        }

        if (c.Texts.TooLong is { } tooLong)
        {
            return tooLong;
        }

        c.Texts.Put(node);
        return ++node.Version;
    }, act, stop, alone: true);
}
