using Vridlo.Core.Access;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Comparing;

/// <summary>One programme of a pair: the nodes that can be aligned, which are its goals, areas, objectives and measures.</summary>
public sealed record Side
{
    private readonly Dictionary<NodeId, Node> aligned;

    /// <summary>Takes the tree of an edition in the order of the document.</summary>
    public Side(EditionHead head, IReadOnlyList<Node> tree)
    {
        (Head, Tree) = (head, tree);
        Nodes = [.. tree.Where(n => n.Kind is NodeKind.Goal or NodeKind.Area or NodeKind.Objective or NodeKind.Measure)];
        aligned = Nodes.ToDictionary(n => n.Id);
        var above = new Stack<Node>();
        List<Node> groups = [], leaves = [];
        foreach (var (i, node) in Nodes.Index())
        {
            while (above.TryPeek(out var top) && !top.Holds(node))
            {
                above.Pop();
            }

            if (above.Count == 0)
            {
                groups.Add(node);
            }

            if (i + 1 == Nodes.Count || !node.Holds(Nodes[i + 1]))
            {
                leaves.Add(node);
            }

            above.Push(node);
        }

        (Groups, Leaves) = (groups, leaves);
    }

    /// <summary>The edition in force.</summary>
    public EditionHead Head { get; }

    /// <summary>All its nodes.</summary>
    public IReadOnlyList<Node> Tree { get; }

    /// <summary>The nodes that can be aligned.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Those that have none above them: the rows and columns of the matrix.</summary>
    public IReadOnlyList<Node> Groups { get; }

    /// <summary>Those that have none below them: what is compared and what can have a gap.</summary>
    public IReadOnlyList<Node> Leaves { get; }

    /// <summary>The node, or null when this edition has none that could be aligned.</summary>
    public Node? Aligned(NodeId id) => aligned.GetValueOrDefault(id);

    /// <summary>The group in which a node of this side stands.</summary>
    public Node Group(Node node) => Groups.First(g => g.Id == node.Id || g.Holds(node));

    /// <summary>Its place in the tree.</summary>
    public At At(Node node) => new(Head.ProgrammeId, [.. Tree.Where(n => n.Id == node.Id || n.Holds(node)).Select(n => n.Id)]);
}
