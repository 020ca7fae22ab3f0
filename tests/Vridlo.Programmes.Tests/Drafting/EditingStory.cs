using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class EditingStory
{
    [Theory]
    [BothEngines]
    public async Task Nodes_move_and_the_order_is_that_of_the_document(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (b, first) = (await desk.Node(draft, "B"), await desk.Node(draft, "B.1"));
        Assert.True((await desk.Move(draft, await desk.Node(draft, "A.2"), b.NodeId, first.NodeId)).Ok);
        Assert.Equal("A A.1 B A.2 B.1", await office.Shape());
        Assert.True((await desk.Do((ShiftNode shift) => shift.Run(new(draft, first.NodeId, first.Version, Up: true), Desk.Act, default))).Ok);
        Assert.Equal("A A.1 B B.1 A.2", await office.Shape());
        var again = await desk.Node(draft, "B.1");
        Assert.True((await desk.Do((ShiftNode shift) => shift.Run(new(draft, again.NodeId, again.Version, Up: false), Desk.Act, default))).Ok);
        var children = (await desk.Tree(draft)).Children(b.NodeId).Select(n => n.NodeId).ToList();
        Assert.True((await desk.Do((OrderNodes order) => order.Run(new(draft, b.NodeId, children, [.. Enumerable.Reverse(children)]), Desk.Act, default))).Ok);
        Assert.Equal("A A.1 B B.1 A.2", await office.Shape());
        var stale = await desk.Do((OrderNodes order) => order.Run(new(draft, b.NodeId, children, children), Desk.Act, default));
        Assert.Equal("programmes.draft.order-changed", Assert.Single(stale.Problems).Code);
    }

    [Theory]
    [BothEngines]
    public async Task Nothing_goes_below_itself_or_where_its_kind_does_not_belong(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (a, measure, activity) = (await desk.Node(draft, "A"), await desk.Node(draft, "A.1"), await desk.Node(draft, "A.1.1"));
        Assert.Equal("programmes.draft.below-itself", Code(await desk.Move(draft, a, measure.NodeId)));
        Assert.Equal("programmes.draft.below-itself", Code(await desk.Move(draft, a, a.NodeId)));
        Assert.Equal("programmes.draft.kind-unfit", Code(await desk.Move(draft, activity, null)));
        Assert.Equal("programmes.draft.kind-unfit", Code(await desk.Move(draft, measure, (await desk.Node(draft, "B.1")).NodeId)));
        Assert.Equal("programmes.draft.code-taken", Code(await desk.Add(draft, a.NodeId, NodeKind.Measure, "B.1")));
        Assert.Equal("programmes.draft.code-form", Code(await desk.Add(draft, a.NodeId, NodeKind.Measure, "ne/lze")));
        Assert.Equal(0, (await desk.Tree(draft)).Head.Version);
    }

    [Theory]
    [BothEngines]
    public async Task Texts_are_changed_in_three_languages_at_once(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var node = await office.Desk.Node(office.Draft, "A.1");
        var texts = new NodeTexts(new("Cesty", "Roads", "Wege"), new("  změna \r\n druhá "), null);
        Assert.True((await office.Desk.Do((ChangeTexts change) => change.Run(new(office.Draft, node.NodeId, node.Version, texts), Desk.Act, default))).Ok);
        var now = await office.Desk.Node(office.Draft, "A.1");
        Assert.Equal((new Localized("Cesty", "Roads", "Wege"), new Localized("změna \n druhá"), null), (now.Title!, now.Change!, now.Text));
    }

    [Theory]
    [BothEngines]
    public async Task A_node_is_split_in_two(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (node, second) = (await desk.Node(draft, "A.1"), await desk.Node(draft, "A.1.2"));
        var split = await desk.Do((SplitNode split) => split.Run(
            new(draft, node.NodeId, node.Version, new(new("První"), null, null), new(new("Druhé"), null, new("Text")), "A.1b", [second.NodeId], ["need-1"]), Desk.Act, default));
        Assert.True(split.Ok);
        Assert.Equal("A A.1 A.1b A.2 B B.1", await office.Shape());
        var tree = await desk.Tree(draft);
        Assert.Equal(["A.1.2"], tree.Children(split.Value).Select(n => n.Code));
        Assert.Equal(["A.1.1"], tree.Children(node.NodeId).Select(n => n.Code));
        Assert.Equal(split.Value, tree.Need("need-1")!.MeasureId);
    }

    [Theory]
    [BothEngines]
    public async Task Merged_nodes_keep_both_texts_and_everything_below(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (into, from) = (await desk.Node(draft, "B.1"), await desk.Node(draft, "A.1"));
        Assert.True((await desk.Do((MergeNodes merge) => merge.Run(new(draft, into.NodeId, into.Version, from.NodeId, from.Version), Desk.Act, default))).Ok);
        var tree = await desk.Tree(draft);
        Assert.Equal("A A.2 B B.1", await office.Shape());
        Assert.Equal(["B.1.1", "B.1.2", "A.1.1", "A.1.2"], tree.Children(into.NodeId).Select(n => n.Code));
        var merged = tree.Find(into.NodeId)!;
        Assert.Equal("Text B.1\n\nOpatření A.1\n\nText A.1", merged.Text!.Cs);
        Assert.Equal("Measure A.1", merged.Text.En);
        Assert.Equal(into.NodeId, tree.Need("need-1")!.MeasureId);
        Assert.Equal((from.NodeId, into.NodeId, 10_000), Assert.Single(tree.Heirs.Select(h => (h.FromId, h.ToId, h.Share))));
        var unlike = await desk.Do((MergeNodes merge) => merge.Run(new(draft, into.NodeId, merged.Version, tree.Nodes.Single(n => n.Code == "A").NodeId, 0), Desk.Act, default));
        Assert.Equal("programmes.draft.merge-unlike", Code(unlike));
    }

    [Theory]
    [BothEngines]
    public async Task A_dropped_branch_takes_its_needs_and_says_so(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var activity = await desk.Drop(draft, (await desk.Node(draft, "A.1.2")).NodeId);
        Assert.Equal(["need-1"], activity.Value!.Shortened);
        Assert.Single((await desk.Tree(draft)).Need("need-1")!.Activities);
        var area = await desk.Drop(draft, (await desk.Node(draft, "A")).NodeId);
        Assert.Equal(["A", "A.1", "A.1.1", "A.2", "A.2.1", "A.2.2"], area.Value!.Nodes);
        Assert.Equal(["need-1"], area.Value.Needs);
        Assert.Equal("B B.1", await office.Shape());
        Assert.Empty((await desk.Tree(draft)).Needs);
    }

    [Theory]
    [BothEngines]
    public async Task A_branch_is_numbered_anew_also_where_two_codes_change_places(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (first, second) = (await desk.Node(draft, "A.1"), await desk.Node(draft, "A.2"));
        Assert.True((await desk.Move(draft, second, first.ParentId, first.NodeId)).Ok);
        var tree = await desk.Tree(draft);
        var a = tree.Nodes.Single(n => n.Code == "A");
        Assert.True((await desk.Do((RecodeNode recode) => recode.Run(new(draft, a.NodeId, a.Version, "A", tree.Stamp(a.NodeId)), Desk.Act, default))).Ok);
        tree = await desk.Tree(draft);
        Assert.Equal(["A", "A.1", "A.1.1", "A.1.2", "A.2", "A.2.1", "A.2.2", "B", "B.1", "B.1.1", "B.1.2"], tree.InOrder().Select(n => n.Node.Code));
        Assert.Equal("A.1", tree.Find(second.NodeId)!.Code);
        var stale = await desk.Do((RecodeNode recode) => recode.Run(new(draft, a.NodeId, tree.Find(a.NodeId)!.Version, "C", "old"), Desk.Act, default));
        Assert.Equal("programmes.draft.branch-changed", Code(stale));
    }

    [Theory]
    [BothEngines]
    public async Task Owners_of_an_area_edit_only_their_branch(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (strategist, draft) = (office.Desk, office.Draft);
        var tree = await strategist.Tree(draft);
        DraftNode Coded(string code) => tree.Nodes.Single(n => n.Code == code);
        var owner = strategist.With(new Grant(Role.Owner, tree.Head.ProgrammeId, Coded("A").NodeId));

        Assert.True((await owner.Reword(draft, Coded("A"), "Oblast po mém")).Ok);
        Assert.True((await owner.Reword(draft, Coded("A.1"), "Opatření po mém")).Ok);
        Assert.True((await owner.Add(draft, Coded("A").NodeId, NodeKind.Measure, "A.9")).Ok);
        Assert.True((await owner.Move(draft, Coded("A.1.1"), Coded("A.2").NodeId)).Ok);
        tree = await strategist.Tree(draft);
        Assert.Equal("programmes.draft.may-not-edit", Code(await owner.Reword(draft, Coded("B.1"), "Cizí")));
        Assert.Equal("programmes.draft.may-not-edit", Code(await owner.Move(draft, Coded("A.2"), Coded("B").NodeId)));
        Assert.Equal("programmes.draft.may-not-edit", Code(await owner.Move(draft, Coded("B.1"), Coded("A").NodeId)));
        Assert.Equal("programmes.draft.may-not-edit", Code(await owner.Drop(draft, Coded("A").NodeId)));
        Assert.Equal("programmes.draft.may-not-edit", Code(await owner.Add(draft, null, NodeKind.Area, "C")));
        Assert.Equal("programmes.draft.may-not-edit", Code(await strategist.With(new Grant(Role.Reader)).Reword(draft, Coded("B.1"), "Čtenář")));
    }

    [Theory]
    [BothEngines]
    public async Task Needs_and_departments_are_kept_with_their_rules(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var (measure, own, other) = (await desk.Node(draft, "B.1"), await desk.Node(draft, "B.1.1"), await desk.Node(draft, "A.1.1"));
        SetNeed.Command Need(string key, int? version, params NodeId[] activities) =>
            new(draft, key, version, measure.NodeId, new(Core.Instruments.InstrumentKind.Survey, new("průzkum"), activities));
        Task<Result<int>> Set(SetNeed.Command c) => desk.Do((SetNeed set) => set.Run(c, Desk.Act, default));

        Assert.Equal("programmes.draft.need-activities", Code(await Set(Need("need-2", null, other.NodeId))));
        var added = await Set(Need("need-2", null, own.NodeId));
        Assert.True(added.Ok);
        Assert.Equal("programmes.draft.need-changed", Code(await Set(Need("need-2", null, own.NodeId))));
        Assert.True((await Set(Need("need-2", added.Value))).Ok);
        Assert.Equal("programmes.draft.need-changed", Code(await Set(Need("need-2", added.Value))));
        Assert.Equal(["need-1", "need-2"], (await desk.Tree(draft)).Needs.Select(n => n.Key));
        Assert.True((await desk.Do((DropNeed drop) => drop.Run(new(draft, "need-1", 0), Desk.Act, default))).Ok);

        Task<Result<int>> Assign(string? department) => desk.Do((AssignDepartment assign) => assign.Run(new(draft, measure.NodeId, measure.Version, department), Desk.Act, default));
        Assert.Equal("programmes.draft.department-unknown", Code(await Assign("nikdo")));
        Assert.True((await Assign("dopr")).Ok);
        Assert.Equal("dopr", (await desk.Tree(draft)).Owner(own.NodeId));
    }

    [Theory]
    [BothEngines]
    public async Task What_the_draft_says_of_the_programme_is_changed_by_who_has_seen_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        ChangeHead.Command command = new(office.Draft, 0, ProgrammeKind.Municipality, "555428", new("Nový název"), null, 2026, 2030, "1", new("První"));
        Task<Result<int>> Change(ChangeHead.Command c) => office.Desk.Do((ChangeHead change) => change.Run(c, Desk.Act, default));
        Assert.True((await Change(command)).Ok);
        Assert.Equal("programmes.draft.head-changed", Code(await Change(command)));
        Assert.Equal("programmes.draft.period", Code(await Change(command with { Version = 1, To = 2000 })));
        Assert.Equal("Nový název", (await office.Desk.Tree(office.Draft)).Head.Title.Cs);
    }

    private static string Code<T>(Result<T> refused) => Assert.Single(refused.Problems).Code;
}

/// <summary>An office with one open draft of a small programme.</summary>
internal sealed class Office(World world, Desk desk, DraftId draft) : IAsyncDisposable
{
    public Desk Desk => desk;

    public DraftId Draft => draft;

    public static async Task<Office> Open(Engine engine)
    {
        var world = await World.Empty(engine);
        var desk = Desk.Of(world);
        var opened = await desk.Do((ImportDraft import) => import.Run(Small.Programme(status: EditionStatus.Draft), Desk.Act, default));
        return opened.Ok ? new(world, desk, opened.Value) : throw new InvalidOperationException(string.Join("; ", opened.Problems));
    }

    /// <summary>Areas and measures in the order of the document.</summary>
    public async Task<string> Shape() =>
        string.Join(' ', (await desk.Tree(draft)).InOrder().Where(n => n.Node.Kind is not NodeKind.Activity).Select(n => n.Node.Code));

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
