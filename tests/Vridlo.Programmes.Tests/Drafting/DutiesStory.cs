using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Duties;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Drafts as tasks, and nodes of drafts as things that can be spoken of.</summary>
public sealed class DutiesStory
{
    private static readonly LocalDate Deadline = new(2026, 12, 10);

    [Theory]
    [BothEngines]
    public async Task The_way_of_a_draft_waits_for_those_who_go_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Enter(Small.Programme());
        var strategist = Desk.Of(world);
        var draft = await strategist.Amend("ostrov-2026");
        var node = await strategist.Node(draft, "A.1");
        var programme = (await strategist.Tree(draft)).Head.ProgrammeId;
        var (owner, elsewhere, reader) = (strategist.With(new Grant(Role.Owner, programme, node.NodeId)), strategist.With(new Grant(Role.Owner, new ProgrammeId(Guid.CreateVersion7()))), strategist.With(new Grant(Role.Reader)));
        Assert.Empty(await Waiting(owner));

        Assert.True((await strategist.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr"], Deadline), Desk.Act, default))).Ok);
        var asked = Assert.Single(await Waiting(owner));
        Assert.Equal(("programmes.duty.comment", Deadline, $"/prace/koncepty/{draft.Value}/schvalovani"), (asked.TextKey, asked.Due!.Value, asked.Path));
        Assert.Empty(await Waiting(elsewhere));
        Assert.Empty(await Waiting(reader));

        Assert.Empty(await Waiting(strategist));

        Assert.True((await strategist.Do((AnswerDraft answer) => answer.Run(new(draft, "dopr", AnswerKind.WithComments, "Chybí most."), Desk.Act, default))).Ok);
        Assert.Empty(await Waiting(owner));
        Assert.Equal("programmes.duty.settle", Assert.Single(await Waiting(strategist)).TextKey);
        Assert.True((await strategist.Do((SettleComment settle) => settle.Run(new(draft, "dopr", Settlement.Accepted, "Doplněn."), Desk.Act, default))).Ok);
        Assert.Equal("programmes.duty.hand-over", Assert.Single(await Waiting(strategist)).TextKey);
        Assert.True((await strategist.Do((SendToCouncil send) => send.Run(new(draft, false), Desk.Act, default))).Ok);
        Assert.Equal(("programmes.duty.council", (LocalDate?)null), Assert.Single((await Waiting(strategist)).Select(d => (d.TextKey, d.Due))));
        Assert.Empty(await Waiting(owner));
    }

    /// <summary>A new node is spoken of by the identity it keeps, and is not public before it stands in an edition.</summary>
    [Theory]
    [BothEngines]
    public async Task A_node_that_stands_only_in_a_draft_is_found_there(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Enter(Small.Programme());
        var strategist = Desk.Of(world);
        var draft = await strategist.Amend("ostrov-2026");
        var (above, old) = (await strategist.Node(draft, "A"), await strategist.Node(draft, "A.1"));
        var made = (await strategist.Add(draft, above.NodeId, NodeKind.Measure, "A.9", "Jen v konceptu")).Value;

        var found = await strategist.Do((KnownSubjects subjects) => subjects.Find([NodeSubjects.Key(made), NodeSubjects.Key(old.NodeId), new("programme.node", "x")], default));
        Assert.Equal(2, found.Count);
        var (fresh, known) = (found[NodeSubjects.Key(made)], found[NodeSubjects.Key(old.NodeId)]);
        Assert.Equal((false, "A.9 Jen v konceptu", $"/prace/koncepty/{draft.Value}/uzel/{made.Value}"), (fresh.IsPublic, fresh.Title.Cs, fresh.Path));
        Assert.Equal([made, above.NodeId], fresh.At.Path);
        Assert.Equal((true, "/programy/ostrov-2026/A.1"), (known.IsPublic, known.Path));
        Assert.Equal([old.NodeId, above.NodeId], known.At.Path);
    }

    private static Task<IReadOnlyList<Duty>> Waiting(Desk desk) => desk.Do((MyDuties mine) => mine.All(default));
}
