using System.Text.Json;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>A merge and what was decided of its conflicts are undone from the record.</summary>
public sealed class UndoMergingStory
{
    [Theory]
    [BothEngines]
    public async Task A_merge_and_all_decisions_undone_in_reverse_give_the_original_and_done_again_the_result(Engine engine)
    {
        var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        await using var office = new Office(world, desk, await desk.Amend(edition: "zmena-2"));
        var draft = office.Draft;
        foreach (var (code, title) in new[] { ("8.1", "Moje znění"), ("8.3", "Jen moje") })
        {
            Assert.True((await desk.Reword(draft, await desk.Node(draft, code), title)).Ok);
        }

        Assert.True((await desk.Drop(draft, (await desk.Node(draft, "8.2")).NodeId)).Ok);
        Assert.True((await desk.Add(draft, (await desk.Node(draft, "2")).NodeId, NodeKind.Measure, "2.99")).Ok);
        Assert.True((await world.Enter(Package.Later())).Ok);

        List<(Guid Act, string Before)> done = [];
        var before = await Content(office);
        Assert.True((await Rebase(office)).Ok);
        done.Add((desk.Written!.Id, before));
        var ways = new HashSet<ConflictDecision>();
        while ((await Conflicts(office)).FirstOrDefault(c => c.Decision is ConflictDecision.Open) is { } conflict)
        {
            before = await Content(office);
            var way = conflict.Field is "title.cs" ? ConflictDecision.Own : done.Count % 2 == 0 ? ConflictDecision.Theirs : ConflictDecision.Mine;
            if (!(await Decide(office, conflict, way, "Jiné znění")).Ok)
            {
                // Two nodes cannot have one code: another is written.
                way = ConflictDecision.Own;
                var decided = await Decide(office, conflict, way, $"2.{done.Count}x");
                Assert.True(decided.Ok, $"{conflict.Kind} {conflict.Field} {string.Join("; ", decided.Problems)}");
            }

            ways.Add(way);
            done.Add((desk.Written!.Id, before));
        }

        Assert.Equal(3, ways.Count);
        var last = await Content(office);
        List<Guid> undone = [];
        foreach (var (act, was) in Enumerable.Reverse(done))
        {
            undone.Add(await office.Undo(act));
            Assert.Equal(was, await Content(office));
        }

        Assert.Equal(("2021", 0), ((await desk.Tree(draft)).Head.BaseCode, (await Conflicts(office)).Count));
        foreach (var act in Enumerable.Reverse(undone))
        {
            await office.Undo(act);
        }

        Assert.Equal(last, await Content(office));
    }

    [Theory]
    [BothEngines]
    public async Task What_was_built_on_it_since_keeps_it_from_being_undone(Engine engine)
    {
        await using var office = await Differing(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        Assert.True((await Rebase(office)).Ok);
        var merged = desk.Written!.Id;
        Assert.True((await Decide(office, Assert.Single(await Conflicts(office)), ConflictDecision.Theirs)).Ok);
        var decided = desk.Written!.Id;
        await Refused(office, merged, "record.undo.changed-since");

        await desk.Reword(draft, await desk.Node(draft, "A.1"), "Zase jinak");
        await Refused(office, decided, "record.undo.changed-since");
        await office.Undo(desk.Written!.Id);

        Assert.True((await desk.World.Enter(Approved("2026-b", "2026-a", "Opatření A.1 jejich") with { InForceFrom = new(2026, 4, 1), Title = new("Nový název") })).Ok);
        Assert.True((await Rebase(office)).Ok);
        var again = desk.Written!.Id;
        await Refused(office, decided, "programmes.merge.merged-since");

        var back = await office.Undo(again);
        await office.Undo(decided);
        Assert.Equal(("Moje", ConflictDecision.Open), ((await desk.Node(draft, "A.1")).Title!.Cs, Assert.Single(await Conflicts(office)).Decision));
        await Refused(office, back, "programmes.merge.undecided");
        await office.Undo(merged);
        Assert.Equal(("2026", 0), ((await desk.Tree(draft)).Head.BaseCode, (await Conflicts(office)).Count));
    }

    [Theory]
    [BothEngines]
    public async Task A_draft_that_was_sent_out_keeps_what_was_decided_and_only_who_may_decide_may_undo(Engine engine)
    {
        await using var office = await Differing(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        Assert.True((await Rebase(office)).Ok);
        var merged = desk.Written!.Id;
        Assert.True((await Decide(office, Assert.Single(await Conflicts(office)), ConflictDecision.Mine)).Ok);
        var decided = desk.Written!.Id;
        var tree = await desk.Tree(draft);
        Desk Owner(string area) => desk.With(new Grant(Role.Owner, tree.Head.ProgrammeId, tree.Nodes.Single(n => n.Code == area).NodeId));
        Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await Owner("B").Undo(decided)).Problems).Code);

        Assert.True((await desk.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr"], new(2030, 1, 1)), Desk.Did(DraftActs.AskDepartments), default))).Ok);
        await Refused(office, decided, "programmes.draft.other-state");
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "Ještě změna", Desk.Did(DraftActs.TakeBack), default))).Ok);
        Assert.True((await Owner("A").Undo(decided)).Ok);
        Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await Owner("A").Undo(merged)).Problems).Code);
        await office.Undo(merged);
    }

    /// <summary>A draft that says of A.1 otherwise than an edition approved meanwhile.</summary>
    private static async Task<Office> Differing(Engine engine)
    {
        var world = await World.Empty(engine);
        Assert.True((await world.Enter(Small.Programme())).Ok);
        var desk = Desk.Of(world);
        var office = new Office(world, desk, await desk.Amend("ostrov-2026", "2027"));
        Assert.True((await desk.Reword(office.Draft, await desk.Node(office.Draft, "A.1"), "Moje")).Ok);
        Assert.True((await world.Enter(Approved("2026-a", "2026", "Opatření A.1 jejich"))).Ok);
        return office;
    }

    private static EditionContent Approved(string edition, string follows, string title)
    {
        var small = Small.Programme(edition);
        var measures = small.Nodes[0].Children;
        return small with
        {
            Follows = follows,
            InForceFrom = new(2026, 3, 1),
            Nodes = [small.Nodes[0] with { Children = [measures[0] with { Title = new(title, measures[0].Title!.En) }, .. measures.Skip(1)] }, .. small.Nodes.Skip(1)],
        };
    }

    private static async Task Refused(Office office, Guid act, string code)
    {
        var before = await Content(office);
        Assert.Equal([code], (await office.Desk.Undo(act)).Problems.Select(p => p.Code).Distinct());
        Assert.Equal(before, await Content(office));
    }

    /// <summary>All that the draft says, which edition it has seen, and what stands open or decided.</summary>
    private static async Task<string> Content(Office office) => JsonSerializer.Serialize(
        new
        {
            Said = await office.Content(),
            (await office.Desk.Tree(office.Draft)).Head.BaseCode,
            Conflicts = (await Conflicts(office)).OrderBy(c => c.Id.Value),
        },
        RecordJson.Options);

    private static Task<Result<RebaseDraft.Rebased>> Rebase(Office office) =>
        office.Desk.Do((RebaseDraft rebase) => rebase.Run(office.Draft, Desk.Did(DraftActs.Rebase), default));

    private static Task<IReadOnlyList<DraftConflict>> Conflicts(Office office) => office.Desk.Do((ReadDrafts read) => read.Conflicts(office.Draft, default));

    private static async Task<Result<int>> Decide(Office office, DraftConflict conflict, ConflictDecision decision, string? own = null)
    {
        var seen = PresentWording.Stamp(await office.Desk.Tree(office.Draft), conflict);
        return await office.Desk.Do((DecideConflict decide) => decide.Run(new(office.Draft, conflict.Id, seen, decision, own), Desk.Did(DraftActs.Decide), default));
    }
}
