using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Tree;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Several people at one draft.</summary>
public sealed class TogetherStory
{
    [Theory]
    [BothEngines]
    public async Task The_second_at_one_node_is_told_and_can_see_theirs(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft, seen) = (office.Desk, office.Draft, await office.Desk.Node(office.Draft, "A.1"));
        Assert.True((await desk.Reword(draft, seen, "Moje")).Ok);
        var second = await desk.Reword(draft, seen, "Jejich");
        Assert.Equal((ProblemKind.Conflict, "programmes.draft.node-changed"), Assert.Single(second.Problems.Select(p => (p.Kind, p.Code))));
        Assert.Equal("Moje", (await desk.Node(draft, "A.1")).Title!.Cs);
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "A.1"), "Jejich po dohodě")).Ok);
    }

    [Theory]
    [BothEngines]
    public async Task All_who_change_different_nodes_at_once_succeed(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var tree = await desk.Tree(draft);
        var done = await Task.WhenAll(tree.Nodes.Select(n => Task.Run(() => desk.Reword(draft, n, "Nově " + n.Code))));
        Assert.All(done, d => Assert.True(d.Ok, string.Join("; ", d.Problems)));
        var after = await desk.Tree(draft);
        Assert.All(after.Nodes, n => Assert.Equal("Nově " + n.Code, n.Title!.Cs));
        Assert.Equal(tree.Head.Version + tree.Nodes.Count, after.Head.Version);
    }

    [Theory]
    [BothEngines]
    public async Task Of_two_moves_that_would_make_a_ring_one_is_refused(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var a = (await desk.Node(draft, "A")).NodeId;
        for (var i = 0; i < 6; i++)
        {
            var left = (await desk.Add(draft, a, NodeKind.Objective, $"L{i}")).Value;
            var right = (await desk.Add(draft, a, NodeKind.Objective, $"R{i}")).Value;
            var tree = await desk.Tree(draft);
            var moved = await Task.WhenAll(
                Task.Run(() => desk.Move(draft, tree.Find(left)!, right)),
                Task.Run(() => desk.Move(draft, tree.Find(right)!, left)));
            Assert.Single(moved, m => m.Ok);
            Assert.Contains(moved, m => m.Problems.Any(p => p.Code == "programmes.draft.below-itself"));
            Assert.Equal((await desk.Tree(draft)).Nodes.Count, (await desk.Tree(draft)).InOrder().Count());
        }
    }

    /// <summary>The test above would show a ring if the draft's version did not guard the tree: without it there is one.</summary>
    [Theory]
    [BothEngines]
    public async Task Without_the_version_of_the_draft_there_is_a_ring(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (left, right) = (await desk.Node(draft, "A.1.1"), await desk.Node(draft, "A.1.2"));
        await desk.World.In(first => desk.World.In(async second =>
        {
            var (one, two) = (first.GetRequiredService<AppDb>(), second.GetRequiredService<AppDb>());
            var (mine, theirs) = ((await DraftTree.Load(one, draft, default))!, (await DraftTree.Load(two, draft, default))!);
            mine.Put(mine.Find(left.NodeId)!, right.NodeId, null);
            theirs.Put(theirs.Find(right.NodeId)!, left.NodeId, null);
            Assert.True(await one.Commit(Desk.Act, default));
            Assert.True(await two.Commit(Desk.Act, default));
        }));
        var tree = await desk.Tree(draft);
        Assert.Equal(tree.Nodes.Count - 2, tree.InOrder().Count());
    }

    [Theory]
    [BothEngines]
    public async Task Nothing_is_dropped_that_somebody_has_just_changed(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var tree = await desk.Tree(draft);
        var (a, activity) = (tree.Nodes.Single(n => n.Code == "A"), tree.Nodes.Single(n => n.Code == "A.2.2"));
        var stamp = tree.Stamp(a.NodeId);
        Assert.True((await desk.Reword(draft, activity, "Právě napsané")).Ok);
        var dropped = await desk.Do((Programmes.Drafting.Editing.DropNode drop) => drop.Run(new(draft, a.NodeId, stamp), Desk.Act, default));
        Assert.Equal("programmes.draft.branch-changed", Assert.Single(dropped.Problems).Code);
        Assert.True((await desk.Drop(draft, a.NodeId)).Ok);
        Assert.Equal("programmes.draft.node-gone", Assert.Single((await desk.Reword(draft, activity, "Pozdě")).Problems).Code);
    }

    /// <summary>Everybody does anything at once; whatever happens, it is a tree with codes of its own.</summary>
    [Theory]
    [BothEngines]
    public async Task A_tree_stays_a_tree_whoever_writes(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var refused = (await Task.WhenAll(Enumerable.Range(0, 6).Select(w => Task.Run(() => Scribble(desk, draft, w))))).SelectMany(p => p).ToList();
        var tree = await desk.Tree(draft);
        Assert.Equal(tree.Nodes.Count, tree.InOrder().Count());
        Assert.Equal(tree.Nodes.Count, tree.Nodes.Select(n => n.Code).Distinct().Count());
        Assert.DoesNotContain("programmes.draft.busy", refused);
        Assert.All(tree.Needs, n => Assert.NotNull(tree.Find(n.MeasureId)));
    }

    private static async Task<IReadOnlyList<string>> Scribble(Desk desk, DraftId draft, int writer)
    {
        var (random, refused) = (new Random(writer), new List<string>());
        for (var i = 0; i < 12; i++)
        {
            var tree = await desk.Tree(draft);
            var nodes = tree.Nodes.ToArray();
            var (node, other) = (nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)]);
            refused.AddRange(random.Next(6) switch
            {
                0 => (await desk.Add(draft, other.NodeId, NodeKind.Activity, $"N{random.Next(30)}")).Problems.Select(p => p.Code),
                1 when nodes.Length > 8 => (await desk.Drop(draft, node.NodeId)).Problems.Select(p => p.Code),
                2 => (await desk.Reword(draft, node, $"{writer}.{i}")).Problems.Select(p => p.Code),
                _ => (await desk.Move(draft, node, other.NodeId)).Problems.Select(p => p.Code),
            });
        }

        return refused;
    }
}
