using Vridlo.Core.Programme;

namespace Vridlo.Projects.Contributions;

/// <summary>Finds nodes in a tree.</summary>
internal static class NodesBelow
{
    /// <summary>The node with this code and all below it; none when there is no such node.</summary>
    public static IEnumerable<NodeId> AtOrBelow(this IReadOnlyList<Node> tree, string code) =>
        tree.FirstOrDefault(n => n.Code == code) is { } top ? tree.Where(top.Holds).Select(n => n.Id).Prepend(top.Id) : [];
}
