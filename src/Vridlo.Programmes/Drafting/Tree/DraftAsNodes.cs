using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Tree;

/// <summary>A draft as the nodes of an edition, for comparing it with one.</summary>
internal static class DraftAsNodes
{
    /// <summary>All nodes in the order of the document; of owners only those named at the node itself.</summary>
    public static IReadOnlyList<Node> AsNodes(this DraftTree tree)
    {
        List<(DraftNode Node, int Depth)> order = [.. tree.InOrder()];
        return [.. order.Select((n, i) => new Node
        {
            Id = n.Node.NodeId,
            Kind = n.Node.Kind,
            Code = n.Node.Code,
            Title = n.Node.Title,
            Change = n.Node.Change,
            Text = n.Node.Text,
            Department = n.Node.Department,
            Position = i + 1,
            Last = i + 1 + order.Skip(i + 1).TakeWhile(below => below.Depth > n.Depth).Count(),
            Depth = n.Depth,
            Source = n.Node.Source,
            Aliases = n.Node.Aliases,
            Edits = n.Node.Edits,
        })];
    }
}
