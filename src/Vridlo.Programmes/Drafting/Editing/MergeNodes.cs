using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>
/// Merges a node into another of its kind. The other takes over its children, its needs and both texts; a title that differs stands
/// as the first line of the text taken over, so that nothing that was said is gone.
/// </summary>
internal sealed class MergeNodes(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId Into, int IntoVersion, NodeId From, int FromVersion, Localized? Title = null);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<int>(c.Draft, c.Into, c.IntoVersion, (tree, into) =>
    {
        var seen = tree.Seen(c.From, c.FromVersion);
        if (!seen.Ok)
        {
            return seen.Problems.ToArray();
        }

        if (!edit.May(tree, into.ParentId) || !edit.May(tree, seen.Value.ParentId))
        {
            return EditDraft.Forbidden;
        }

        if (c.Into == c.From || into.Kind != seen.Value.Kind || tree.Path(c.Into).Contains(c.From) || tree.Path(c.From).Contains(c.Into))
        {
            return Problem.Invalid("programmes.draft.merge-unlike", "from");
        }

        Merge(tree, into, seen.Value, c.Title);
        return ++into.Version;
    }, act, stop);

    private static void Merge(DraftTree tree, DraftNode into, DraftNode from, Localized? title)
    {
        var text = from.Title == into.Title ? from.Text : NodeTexts.Joined(from.Title, from.Text);
        new NodeTexts(title ?? into.Title ?? from.Title, NodeTexts.Joined(into.Change, from.Change), NodeTexts.Joined(into.Text, text)).Put(into);
        into.Aliases = [.. into.Aliases, .. from.Aliases.Except(into.Aliases)];
        foreach (var child in tree.Children(from.NodeId))
        {
            tree.Put(child, into.NodeId, null);
            child.Version++;
        }

        foreach (var need in tree.Needs.Where(n => n.MeasureId == from.NodeId))
        {
            need.MeasureId = into.NodeId;
            need.Version++;
        }

        tree.Remove(from);
        tree.Inherit(from.NodeId, into.NodeId);
    }
}
