using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>
/// Splits a node in two: the first keeps the identity, and with it the instruments; the second stands right after it and takes the
/// children and needs that are named.
/// </summary>
internal sealed class SplitNode(EditDraft edit)
{
    internal sealed record Command(
        DraftId Draft, NodeId Node, int Version, NodeTexts First, NodeTexts Second, string Code, IReadOnlyList<NodeId> Children, IReadOnlyList<string> Needs);

    public Task<Result<NodeId>> Run(Command c, Act act, CancellationToken stop) => edit.RunOn<NodeId>(c.Draft, c.Node, c.Version, (tree, node) =>
    {
        if (!edit.May(tree, node.ParentId))
        {
            return EditDraft.Forbidden;
        }

        return Refused(c, tree) is { Length: > 0 } refused ? refused : Split(c, tree, node).NodeId;
    }, act, stop);

    private static Problem[] Refused(Command c, DraftTree tree) =>
    [
        .. new[] { tree.CodeRefused(c.Code, null), c.First.TooLong, c.Second.TooLong is { } second ? second with { Field = "second." + second.Field } : null }.OfType<Problem>(),
        .. c.Children.Any(n => tree.Find(n)?.ParentId != c.Node) ? [Problem.Conflict("programmes.draft.order-changed")] : Array.Empty<Problem>(),
        .. c.Needs.Any(k => tree.Need(k)?.MeasureId != c.Node) ? [Problem.Conflict("programmes.draft.need-gone")] : Array.Empty<Problem>(),
    ];

    private static DraftNode Split(Command c, DraftTree tree, DraftNode node)
    {
        var after = tree.Children(node.ParentId).SkipWhile(s => s != node).Skip(1).FirstOrDefault();
        var second = new DraftNode
        {
            DraftId = c.Draft,
            NodeId = TypedId.New<NodeId>(),
            ParentId = node.ParentId,
            Order = 0,
            Kind = node.Kind,
            Code = c.Code,
            Department = node.Department,
            Source = node.Source,
        };
        c.First.Put(node);
        c.Second.Put(second);
        node.Version++;
        tree.Add(second, after?.NodeId);
        foreach (var child in tree.Children(c.Node).Where(n => c.Children.Contains(n.NodeId)).ToList())
        {
            tree.Put(child, second.NodeId, null);
            child.Version++;
        }

        foreach (var need in c.Needs.Select(k => tree.Need(k)!))
        {
            need.MeasureId = second.NodeId;
            need.Version++;
        }

        return second;
    }
}
