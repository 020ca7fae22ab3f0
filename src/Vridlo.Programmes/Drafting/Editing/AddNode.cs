using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Adds a node below another, before one of its children or after all of them.</summary>
internal sealed class AddNode(EditDraft edit)
{
    internal sealed record Command(DraftId Draft, NodeId? Parent, NodeId? Before, NodeKind Kind, string Code, NodeTexts Texts, string? Department = null);

    public Task<Result<NodeId>> Run(Command c, Act act, CancellationToken stop) => edit.Run<NodeId>(c.Draft, tree =>
    {
        if (!edit.May(tree, c.Parent))
        {
            return EditDraft.Forbidden;
        }

        Problem?[] refused = [tree.PlaceRefused(c.Kind, null, c.Parent), tree.CodeRefused(c.Code, null), AssignDepartment.Refused(tree, c.Department), c.Texts.TooLong];
        if (refused.OfType<Problem>().ToArray() is { Length: > 0 } problems)
        {
            return problems;
        }

        var node = new DraftNode
        {
            DraftId = c.Draft,
            NodeId = TypedId.New<NodeId>(),
            ParentId = c.Parent,
            Order = 0,
            Kind = c.Kind,
            Code = c.Code,
            Department = c.Department,
        };
        c.Texts.Put(node);
        tree.Add(node, c.Before);
        return node.NodeId;
    }, act, stop);
}
