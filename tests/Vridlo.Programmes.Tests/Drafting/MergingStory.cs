using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class MergingStory
{
    [Theory]
    [BothEngines]
    public async Task A_draft_takes_over_what_was_approved_meanwhile_and_asks_where_both_differ(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        var draft = await desk.Amend(edition: "zmena-2");
        Assert.Equal("programmes.merge.nothing-new", Code(await Rebase(desk, draft)));
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "8.1"), "Moje znění")).Ok);
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "8.3"), "Jen moje")).Ok);
        Assert.True((await desk.Drop(draft, (await desk.Node(draft, "8.2")).NodeId)).Ok);
        Assert.True((await desk.Add(draft, (await desk.Node(draft, "2")).NodeId, NodeKind.Measure, "2.99")).Ok);

        Assert.True((await world.Enter(Package.Later())).Ok);
        var rebased = await Rebase(desk, draft);
        Assert.True(rebased.Ok, string.Join("; ", rebased.Problems));
        var (tree, conflicts) = (await desk.Tree(draft), await Conflicts(desk, draft));
        Assert.Equal("zmena-1", tree.Head.BaseCode);
        Assert.Equal(rebased.Value.Conflicts, conflicts.Count);
        Assert.Equal("Jen moje", tree.Nodes.Single(n => n.Code == "8.3").Title!.Cs);
        Assert.Equal("Moje znění", tree.Nodes.Single(n => n.Code == "8.1").Title!.Cs);
        Assert.Equal(2, tree.Nodes.Count(n => n.Code is "2.99" or "2.99-2"));
        Assert.Contains(conflicts, c => c is { Kind: ConflictKind.Field, Field: "title.cs", Mine: "Moje znění" });
        Assert.Contains(conflicts, c => c is { Kind: ConflictKind.Code, Field: "code" });
        var dropped = conflicts.Where(c => c.Kind is ConflictKind.Dropped).ToList();
        Assert.Contains(dropped, c => tree.Find(Wording.NodeOf(c.Thing))!.Code == "1.99");
        Assert.Equal("programmes.merge.undecided", Code(await AgainAfterAnother(world, desk, draft)));
    }

    [Theory]
    [BothEngines]
    public async Task Somebody_decides_mine_theirs_or_another_wording(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        var draft = await desk.Amend(edition: "zmena-2");
        var node = await desk.Node(draft, "8.1");
        Assert.True((await desk.Reword(draft, node, "Moje znění")).Ok);
        Assert.True((await desk.Drop(draft, (await desk.Node(draft, "8.2")).NodeId)).Ok);
        Assert.True((await world.Enter(Package.Later())).Ok);
        Assert.True((await Rebase(desk, draft)).Ok);

        var conflicts = await Conflicts(desk, draft);
        var title = conflicts.Single(c => c is { Kind: ConflictKind.Field, Field: "title.cs" });
        Assert.EndsWith("proměněný", title.Theirs, StringComparison.Ordinal);
        Assert.True((await Decide(desk, draft, title, ConflictDecision.Own, "Společné znění")).Ok);
        Assert.Equal("Společné znění", (await desk.Tree(draft)).Find(node.NodeId)!.Title!.Cs);
        Assert.Equal("programmes.merge.decided-already", Code(await Decide(desk, draft, title, ConflictDecision.Mine)));

        var gone = conflicts.Where(c => c.Kind is ConflictKind.Dropped).ToList();
        Assert.Equal("programmes.merge.mine-or-theirs", Code(await Decide(desk, draft, gone[0], ConflictDecision.Own, "x")));
        foreach (var conflict in (await Conflicts(desk, draft)).Where(c => c.Decision is ConflictDecision.Open))
        {
            var decided = await Decide(desk, draft, conflict, ConflictDecision.Mine);
            Assert.True(decided.Ok, string.Join("; ", decided.Problems));
        }

        var tree = await desk.Tree(draft);
        Assert.DoesNotContain(tree.Nodes, n => n.Code.StartsWith("1.99", StringComparison.Ordinal));
        Assert.Equal(tree.Nodes.Count, tree.InOrder().Count());
        Assert.All(await Conflicts(desk, draft), c => Assert.NotNull(c.DecidedAt));
    }

    [Theory]
    [BothEngines]
    public async Task What_was_written_after_merging_is_not_lost_by_deciding(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        var draft = await desk.Amend(edition: "zmena-2");
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "8.1"), "Moje znění")).Ok);
        Assert.True((await desk.Drop(draft, (await desk.Node(draft, "8.2")).NodeId)).Ok);
        Assert.True((await world.Enter(Package.Later())).Ok);
        Assert.True((await Rebase(desk, draft)).Ok);
        var (tree, conflicts) = (await desk.Tree(draft), await Conflicts(desk, draft));
        var title = conflicts.Single(c => c is { Kind: ConflictKind.Field, Field: "title.cs" });
        var dropped = conflicts.First(c => c is { Kind: ConflictKind.Dropped, Mine: null } && tree.Find(Wording.NodeOf(c.Thing))?.Code == "1.99");
        var (seenTitle, seenBranch) = (PresentWording.Stamp(tree, title), PresentWording.Stamp(tree, dropped));

        Assert.True((await desk.Reword(draft, await desk.Node(draft, "8.1"), "Novější znění")).Ok);
        Assert.True((await desk.Reword(draft, tree.Children(Wording.NodeOf(dropped.Thing))[0], "Také novější")).Ok);
        foreach (var (conflict, seen) in new[] { (title, seenTitle), (dropped, seenBranch) })
        {
            foreach (var decision in new[] { ConflictDecision.Mine, ConflictDecision.Theirs })
            {
                Assert.Equal("programmes.merge.reworded", Code(await Decide(desk, draft, conflict, decision, seen: seen)));
            }
        }

        Assert.Equal("programmes.merge.reworded", Code(await Decide(desk, draft, title, ConflictDecision.Own, "Přes cizí", seenTitle)));
        Assert.All((await Conflicts(desk, draft)), c => Assert.Equal(ConflictDecision.Open, c.Decision));
        Assert.Equal("Novější znění", PresentWording.Of(await desk.Tree(draft), title));
        Assert.True((await Decide(desk, draft, title, ConflictDecision.Mine)).Ok);
        Assert.Equal("Novější znění", (await desk.Node(draft, "8.1")).Title!.Cs);
        Assert.True((await Decide(desk, draft, dropped, ConflictDecision.Mine)).Ok);
        Assert.Null((await desk.Tree(draft)).Find(Wording.NodeOf(dropped.Thing)));
    }

    [Theory]
    [BothEngines]
    public async Task What_only_the_draft_changed_is_untouched_by_merging(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Small.Programme())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026", "2027");
        var moved = await desk.Node(draft, "A.2");
        Assert.True((await desk.Move(draft, moved, (await desk.Node(draft, "B")).NodeId, (await desk.Node(draft, "B.1")).NodeId)).Ok);
        Assert.True((await desk.Do((RecodeNode recode) => recode.Run(new(draft, moved.NodeId, moved.Version + 1, "B.0"), Desk.Act, default))).Ok);

        var small = Small.Programme();
        Assert.True((await world.Enter(small with
        {
            Edition = "2026-a",
            Follows = "2026",
            InForceFrom = new(2026, 3, 1),
            Nodes = [small.Nodes[0], small.Nodes[1] with { Children = [.. small.Nodes[1].Children, small.Nodes[1].Children[0] with { Code = "B.7", Title = new("Zcela nové"), Children = [] }] }],
        })).Ok);
        var rebased = await Rebase(desk, draft);
        Assert.Equal(0, rebased.Value!.Conflicts);
        Assert.Equal(["A", "A.1", "B", "B.0", "B.1", "B.7"], (await desk.Tree(draft)).InOrder().Where(n => n.Node.Kind is not NodeKind.Activity).Select(n => n.Node.Code));
    }

    private static async Task<Result<RebaseDraft.Rebased>> AgainAfterAnother(World world, Desk desk, DraftId draft)
    {
        Assert.True((await world.Enter(Package.Later("jinak") with { Edition = "zmena-1b", Follows = "zmena-1", InForceFrom = new(2026, 7, 1) })).Ok);
        return await Rebase(desk, draft);
    }

    private static Task<Result<RebaseDraft.Rebased>> Rebase(Desk desk, DraftId draft) => desk.Do((RebaseDraft rebase) => rebase.Run(draft, Desk.Act, default));

    private static Task<IReadOnlyList<DraftConflict>> Conflicts(Desk desk, DraftId draft) => desk.Do((ReadDrafts read) => read.Conflicts(draft, default));

    private static async Task<Result<int>> Decide(Desk desk, DraftId draft, DraftConflict conflict, ConflictDecision decision, string? own = null, string? seen = null)
    {
        seen ??= PresentWording.Stamp(await desk.Tree(draft), conflict);
        return await desk.Do((DecideConflict decide) => decide.Run(new(draft, conflict.Id, seen, decision, own), Desk.Act, default));
    }

    private static string Code<T>(Result<T> refused) => Assert.Single(refused.Problems).Code;
}
