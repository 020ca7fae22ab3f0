using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>What has been done to a draft is undone from the record.</summary>
public sealed class UndoStory
{
    /// <summary>Whatever was done, undone step by step, gives what was there before each step; done again, what was there after it.</summary>
    [Theory]
    [BothEngines]
    public async Task Any_edits_undone_in_reverse_give_the_original_and_done_again_the_result(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var random = new Random(20261127);
        var undos = new HashSet<string>();
        for (var round = 0; round < 12 && (round < 4 || undos.Count < DraftActs.Undoable.Count); round++)
        {
            List<(Guid Act, string Before)> done = [];
            while (done.Count < 14)
            {
                var before = await office.Content();
                if (await AnyEdit.Run(office, random) is { } act && await office.Content() is var after && after != before)
                {
                    undos.Add(act.Kind);
                    done.Add((act.Id, before));
                }
            }

            var last = await office.Content();
            List<(Guid Act, string Before)> undone = [];
            foreach (var (act, before) in Enumerable.Reverse(done))
            {
                undone.Add((await office.Undo(act), await Before(before)));
            }

            foreach (var (act, _) in Enumerable.Reverse(undone))
            {
                await office.Undo(act);
            }

            Assert.Equal(last, await office.Content());
        }

        Assert.Equal(DraftActs.Undoable.Order(), undos.Order());

        async Task<string> Before(string expected)
        {
            Assert.Equal(expected, await office.Content());
            return expected;
        }
    }

    [Theory]
    [BothEngines]
    public async Task What_somebody_has_changed_since_is_not_overwritten_and_another_field_stays(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        await desk.Reword(draft, await desk.Node(draft, "A.1"), "Moje");
        var (mine, seen) = (desk.Written!.Id, await desk.Node(draft, "A.1"));
        var other = new NodeTexts(seen.Title, new("Jejich změna"), seen.Text);
        await desk.Do((ChangeTexts change) => change.Run(new(draft, seen.NodeId, seen.Version, other), Desk.Did(DraftActs.Texts), default));
        await desk.Reword(draft, await desk.Node(draft, "A.1"), "Jejich");

        var refused = Assert.Single((await desk.Undo(mine)).Problems);
        Assert.Equal((ProblemKind.Conflict, "record.undo.changed-since"), (refused.Kind, refused.Code));
        Assert.Equal([new TextKey("record.subject.programmes.draft.node"), "A.1", new TextKey("record.field.title")], refused.Arguments);
        Assert.Equal("Jejich", (await desk.Node(draft, "A.1")).Title!.Cs);

        await desk.Reword(draft, await desk.Node(draft, "A.1"), "Moje");
        var before = await desk.Node(draft, "A.1");
        Assert.True((await desk.Undo(mine)).Ok);
        var node = await desk.Node(draft, "A.1");
        Assert.Equal(("Opatření A.1", "Jejich změna"), (node.Title!.Cs, node.Change!.Cs));
        Assert.True(node.Version > before.Version);
        Assert.Equal("programmes.draft.node-changed", Assert.Single((await desk.Reword(draft, before, "Pozdě")).Problems).Code);
        Assert.Equal("record.undo.already", Assert.Single((await desk.Undo(mine)).Problems).Code);
    }

    [Theory]
    [BothEngines]
    public async Task What_would_leave_no_tree_is_refused_and_nothing_is_written(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var a = (await desk.Node(draft, "A")).NodeId;
        var objective = (await desk.Add(draft, a, NodeKind.Objective, "O1")).Value;
        var added = desk.Written!.Id;
        await desk.Add(draft, objective, NodeKind.Measure, "O1.1");
        await Refused(added, "programmes.draft.undo-above", "O1.1");

        var other = (await desk.Add(draft, a, NodeKind.Objective, "O2")).Value;
        var under = (await desk.Add(draft, other, NodeKind.Objective, "O3")).Value;
        await desk.Move(draft, await desk.Node(draft, "O3"), a);
        var moved = desk.Written!.Id;
        Assert.True((await desk.Move(draft, await desk.Node(draft, "O2"), under)).Ok);
        await Refused(moved, "programmes.draft.undo-ring", "O2", "O3");

        await desk.Drop(draft, (await desk.Node(draft, "B.1")).NodeId);
        var dropped = desk.Written!.Id;
        await desk.Add(draft, (await desk.Node(draft, "B")).NodeId, NodeKind.Measure, "B.1");
        await Refused(dropped, "programmes.draft.code-taken", "B.1");

        async Task Refused(Guid act, string code, params string[] about)
        {
            var before = await office.Content();
            var problems = (await desk.Undo(act)).Problems;
            Assert.Equal(about.Select(x => (code, x)), problems.Select(p => (p.Code, $"{p.Arguments[0]}")).Order());
            Assert.Equal(before, await office.Content());
        }
    }

    [Theory]
    [BothEngines]
    public async Task Only_who_may_do_it_may_undo_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (strategist, draft) = (office.Desk, office.Draft);
        var tree = await strategist.Tree(draft);
        var owner = strategist.With(new Grant(Role.Owner, tree.Head.ProgrammeId, tree.Nodes.Single(n => n.Code == "A").NodeId));
        await strategist.Reword(draft, await strategist.Node(draft, "B.1"), "Jinak");
        var foreign = strategist.Written!.Id;
        await strategist.Move(draft, await strategist.Node(draft, "A.2"), (await strategist.Node(draft, "B")).NodeId);
        var across = strategist.Written!.Id;
        await strategist.Reword(draft, await strategist.Node(draft, "A.1"), "Jinak");
        var own = strategist.Written!.Id;
        Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await owner.Undo(foreign)).Problems).Code);
        Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await owner.Undo(across)).Problems).Code);
        Assert.True((await owner.Undo(own)).Ok);
        Assert.True((await strategist.Undo(across)).Ok);
    }

    [Theory]
    [BothEngines]
    public async Task What_the_law_or_the_state_of_the_draft_forbids_is_not_undone(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        await desk.Reword(draft, await desk.Node(draft, "A.1"), "Jinak");
        var edited = desk.Written!.Id;
        var sent = await desk.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr"], new(2030, 1, 1)), Desk.Did(DraftActs.AskDepartments), default));
        Assert.True(sent.Ok);
        Assert.Equal("programmes.draft.other-state", Assert.Single((await desk.Undo(edited)).Problems).Code);
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "Ještě změna", Desk.Did(DraftActs.TakeBack), default))).Ok);
        Assert.Equal("record.undo.never", Assert.Single((await desk.Undo(desk.Written!.Id)).Problems).Code);
        Assert.Equal("record.undo.unknown", Assert.Single((await desk.Undo(Guid.CreateVersion7())).Problems).Code);
    }

    [Theory]
    [BothEngines]
    public async Task Of_two_who_undo_at_once_one_does(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        for (var i = 0; i < 5; i++)
        {
            var seen = await desk.Node(draft, "A.1");
            await desk.Reword(draft, seen, $"Jinak {i}");
            var act = desk.Written!.Id;
            var tries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.With(new Grant(Role.Strategist)).Undo(act))));
            Assert.Single(tries, t => t.Ok);
            Assert.Equal(seen.Title, (await desk.Node(draft, "A.1")).Title);
        }
    }
}
