using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Public.Editions;

/// <summary>Folds the nodes of an edition, which stand in the order of the document, into a tree to show.</summary>
internal static class TreeItems
{
    public static IReadOnlyList<TreeItem> Of(IReadOnlyList<Node> nodes, Way way)
    {
        var at = 0;
        return Level(nodes.Count == 0 ? 0 : nodes[0].Depth);

        List<TreeItem> Level(int depth)
        {
            var items = new List<TreeItem>();
            while (at < nodes.Count && nodes[at].Depth >= depth)
            {
                var node = nodes[at++];
                items.Add(new(node.Kind is NodeKind.Heading ? "" : node.Code, node.Title, way.Node(node), Level(node.Depth + 1)));
            }

            return items;
        }
    }
}
