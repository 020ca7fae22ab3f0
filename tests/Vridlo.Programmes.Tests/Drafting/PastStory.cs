using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Past;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Nodes as they stood at any time, and brought back.</summary>
public sealed class PastStory
{
    [Theory]
    [BothEngines]
    public async Task A_node_is_rebuilt_from_the_record_as_it_stood_at_any_moment(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft, random) = (office.Desk, office.Draft, new Random(7));
        List<(Instant At, IReadOnlyDictionary<NodeId, string> Said)> moments = [];
        for (var i = 0; i < 25; i++)
        {
            desk.World.Clock.Now += Duration.FromMinutes(1);
            await AnyEdit.Run(office, random);
            moments.Add((desk.World.Clock.Now, (await desk.Tree(draft)).Nodes.ToDictionary(n => n.NodeId, Said)));
        }

        var all = moments.SelectMany(m => m.Said.Keys).ToHashSet();
        foreach (var (at, said) in moments.Where((_, i) => i % 6 == 0))
        {
            foreach (var node in all)
            {
                var past = await desk.Do((ReadPast read) => read.InDraft(draft, node, at, default));
                Assert.Equal(said.GetValueOrDefault(node), past is null ? null : Said(past));
            }
        }
    }

    [Theory]
    [BothEngines]
    public async Task What_was_dropped_comes_back_under_its_identity_and_the_return_can_be_undone(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var node = await desk.Node(draft, "B.1");
        var before = desk.World.Clock.Now;
        desk.World.Clock.Now += Duration.FromHours(1);
        await desk.Reword(draft, node, "Jinak");
        await desk.Drop(draft, node.NodeId);
        var dropped = await office.Content();
        var past = (await desk.Do((ReadPast read) => read.InDraft(draft, node.NodeId, before, default)))!;
        int? seen = null;
        Assert.True((await Bring(desk)).Ok);
        var back = await desk.Node(draft, "B.1");
        Assert.Equal((node.NodeId, node.ParentId, node.Title, node.Text), (back.NodeId, back.ParentId, back.Title, back.Text));

        await office.Undo(desk.Written!.Id);
        seen = null;
        Assert.Equal(dropped, await office.Content());
        await desk.Add(draft, node.ParentId, NodeKind.Measure, "B.1");
        Assert.Equal("programmes.draft.code-taken", Assert.Single((await Bring(desk)).Problems).Code);
        Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await Bring(desk.With(new Grant(Role.Reader)))).Problems).Code);

        Task<Result<NodeId>> Bring(Desk by) => by.Do((BringBack bring) => bring.Run(new(draft, node.NodeId, seen, past), Desk.Did(DraftActs.BringBack), default));
    }

    [Theory]
    [BothEngines]
    public async Task Nothing_that_was_written_since_is_overwritten_by_the_past(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var node = await desk.Node(draft, "B.1");
        var before = desk.World.Clock.Now;
        desk.World.Clock.Now += Duration.FromHours(1);
        Assert.True((await desk.Reword(draft, node, "Viděné")).Ok);
        var seen = (await desk.Node(draft, "B.1")).Version;
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "B.1"), "Napsané mezitím")).Ok);
        var past = (await desk.Do((ReadPast read) => read.InDraft(draft, node.NodeId, before, default)))!;
        foreach (var version in new int?[] { seen, null })
        {
            Assert.Equal((ProblemKind.Conflict, "programmes.draft.node-changed"), Assert.Single((await Bring(version)).Problems.Select(p => (p.Kind, p.Code))));
        }

        Assert.Equal("Napsané mezitím", (await desk.Node(draft, "B.1")).Title!.Cs);
        Assert.True((await Bring((await desk.Node(draft, "B.1")).Version)).Ok);
        Assert.Equal(node.Title, (await desk.Node(draft, "B.1")).Title);
        await desk.Drop(draft, node.NodeId);
        Assert.Equal("programmes.draft.node-gone", Assert.Single((await Bring(seen)).Problems).Code);

        Task<Result<NodeId>> Bring(int? version) => desk.Do((BringBack bring) => bring.Run(new(draft, node.NodeId, version, past), Desk.Did(DraftActs.BringBack), default));
    }

    [Theory]
    [BothEngines]
    public async Task Only_who_may_read_drafts_sees_what_they_said(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var node = (await office.Desk.Node(office.Draft, "A.1")).NodeId;
        var now = office.Desk.World.Clock.Now;
        Task<PastNode?> Read(Desk by) => by.Do((ReadPast read) => read.InDraft(office.Draft, node, now, default));
        Assert.NotNull(await Read(office.Desk));
        Assert.Null(await Read(office.Desk.With(new Grant(Role.Owner, TypedId.New<ProgrammeId>()))));
    }

    private static string Said(DraftNode node) => Said(new PastNode(node.Kind, node.Code, NodeTexts.Of(node), node.ParentId, node.Department));

    private static string Said(PastNode node) => $"{node.Kind} {node.Code} {node.Texts.Title} {node.Texts.Change} {node.Texts.Text} {node.Above?.Value} {node.Department}";
}
