using CsCheck;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Tests.Programme;

public sealed class IdentitiesRules
{
    [Fact]
    public void The_same_tree_keeps_every_identity() => AnyTree.Nodes.Sample(nodes =>
    {
        var earlier = Rows(nodes);
        var found = Identities.Match(nodes, earlier);
        Assert.All(earlier, row => Assert.Equal(row.NodeId, found[row.Code]));
    });

    [Fact]
    public void What_says_what_it_was_is_that_wherever_it_stands() => Gen.Select(AnyTree.Nodes, Gen.Int).Sample((nodes, seed) =>
    {
        var earlier = Rows(nodes).ToDictionary(r => r.Code, r => r.NodeId);
        var moved = AnyTree.Shuffled(nodes, seed);
        var found = Identities.Match(moved, Rows(nodes, earlier));
        Assert.All(moved, node => Assert.Equal(earlier[node.Was!], found[node.Code]));
    });

    [Fact]
    public void No_identity_is_given_twice_and_none_is_made_up() => Gen.Select(AnyTree.Nodes, AnyTree.Nodes).Sample((before, after) =>
    {
        var earlier = Rows(before);
        var found = Identities.Match(after, earlier);
        Assert.Equal(found.Count, found.Values.Distinct().Count());
        Assert.Empty(found.Values.Except(earlier.Select(r => r.NodeId)));
        Assert.Empty(found.Keys.Except(AnyTree.Flat(after).Select(n => n.Code)));
    });

    private static List<NodeRow> Rows(IReadOnlyList<NodeContent> nodes, Dictionary<string, NodeId>? ids = null) =>
        [.. AnyTree.Flat(nodes).Select((n, i) => new NodeRow
        {
            EditionId = default, NodeId = ids?[n.Code] ?? TypedId.New<NodeId>(), Position = i + 1, Last = i + 1, Depth = 0, Kind = n.Kind, Code = n.Code, Title = n.Title, Digest = "",
        })];
}
