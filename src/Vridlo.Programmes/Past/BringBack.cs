using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting;

namespace Vridlo.Programmes.Past;

/// <summary>
/// Lets a node of a draft say again what it said once. One that has been dropped since is there again under the identity it had, where
/// it stood, or at the top when that is gone too.
/// </summary>
internal sealed class BringBack(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Node">the node</param>
    /// <param name="Version">the version of the node that was seen in the draft; null when it was not there</param>
    /// <param name="Past">what it shall say again</param>
    internal sealed record Command(DraftId Draft, NodeId Node, int? Version, PastNode Past);

    public Task<Result<NodeId>> Run(Command c, Act act, CancellationToken stop) => edit.Run<NodeId>(c.Draft, tree =>
    {
        var there = tree.Find(c.Node);
        if (there?.Version != c.Version)
        {
            return there is null ? Problem.Conflict("programmes.draft.node-gone") : Problem.Conflict("programmes.draft.node-changed", there.Code);
        }

        if (there is not null)
        {
            if (!edit.May(tree, c.Node))
            {
                return EditDraft.Forbidden;
            }

            c.Past.Texts.Put(there);
            there.Version++;
            return c.Node;
        }

        var above = tree.Find(c.Past.Above)?.NodeId;
        if (!edit.May(tree, above))
        {
            return EditDraft.Forbidden;
        }

        Problem?[] refused = [tree.PlaceRefused(c.Past.Kind, null, above), tree.CodeRefused(c.Past.Code, null)];
        if (refused.OfType<Problem>().ToArray() is { Length: > 0 } problems)
        {
            return problems;
        }

        var node = new DraftNode
        {
            DraftId = c.Draft,
            NodeId = c.Node,
            ParentId = above,
            Order = 0,
            Kind = c.Past.Kind,
            Code = c.Past.Code,
            Department = tree.Departments.Any(d => d.Key == c.Past.Department) ? c.Past.Department : null,
        };
        c.Past.Texts.Put(node);
        tree.Add(node, null);
        return c.Node;
    }, act, stop);
}
