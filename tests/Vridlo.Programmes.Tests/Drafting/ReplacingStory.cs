using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Programmes.Drafting.Replacing;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class ReplacingStory
{
    [Theory]
    [BothEngines]
    public async Task Instruments_of_an_old_plan_find_their_homes_in_the_new_one(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        var opened = await desk.Do((ImportDraft import) => import.Run(New(), Desk.Act, default));
        var draft = opened.Value;
        Assert.Equal(5, (await desk.Do((ProposeHeirs propose) => propose.Run(new(draft, "ostrov-2026", "2026"), Desk.Act, default))).Value);
        var list = await Heirs(desk, draft);
        Assert.Equal(["O1:Y.1=10000", "O2:", "O2.1:", "P:X=10000", "P.1:X.1=5000,X.2=5000", "P.1.1:X.1.1=10000"],
            list.Where(s => s.Node.Code != "Q").OrderBy(s => s.Node.Code, StringComparer.Ordinal).Select(Shown));
        Assert.All(list, s => Assert.False(s.Decided));
        var used = list.Single(s => s.Instruments.Count > 0);
        Assert.Equal("P.1", used.Node.Code);

        await Spend(world, used.Node.Id);
        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.Equal("programmes.replace.undecided", Assert.Single((await ApprovalStory.Assembly(desk, draft)).Problems).Code);
        Assert.True((await desk.Do((Programmes.Drafting.Approving.TakeBackDraft back) => back.Run(draft, "rozhodnout", Desk.Act, default))).Ok);

        var tree = await desk.Tree(draft);
        var (one, two) = (tree.Nodes.Single(n => n.Code == "X.1").NodeId, tree.Nodes.Single(n => n.Code == "X.2").NodeId);
        Assert.Equal("programmes.replace.shares", Assert.Single((await Decide(desk, draft, used.Node.Id, new(one, 7000), new(two, 2000))).Problems).Code);
        Assert.True((await Decide(desk, draft, used.Node.Id, new(one, 7000), new(two, 3000))).Ok);
        Assert.True((await Decide(desk, draft, list.Single(s => s.Node.Code == "O2").Node.Id)).Ok);
        Assert.Equal(["O2"], (await Heirs(desk, draft)).Where(s => s.Homeless && s.Decided).Select(s => s.Node.Code));

        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await ApprovalStory.Assembly(desk, draft)).Ok);
        var links = await world.In(s => s.GetRequiredService<IInstruments>().At([used.Node.Id, one, two], default));
        Assert.Equal(new[] { one, two, used.Node.Id }.OrderBy(n => n.Value), links.Select(l => l.Node).OrderBy(n => n.Value));
        Assert.NotNull(await world.In(s => s.GetRequiredService<IProgrammeLedger>().Edition("ostrov-2026", "2026", default)));
        var sums = await world.In(s => s.GetRequiredService<IMoneyLedger>().Sums.Where(m => m.Amount != 0).ToDictionaryAsync(m => m.Node, m => m.Amount));
        Assert.Equal(new Dictionary<NodeId, long> { [one] = 70_01, [two] = 30_00 }, sums);
    }

    /// <summary>Enters a project that carries out a node.</summary>
    private static async Task Footbridge(IServiceProvider unit, NodeId node)
    {
        var (list, id) = (unit.GetRequiredService<IInstruments>(), TypedId.New<InstrumentId>());
        list.Add(new(id, "P-0777", InstrumentKind.Project, new("Lávka přes Ohři"), "/projekty/P-0777"));
        await list.Link(id, [node], default);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Desk.Act, default));
    }

    /// <summary>Pays something for a project that carries out a node.</summary>
    private static Task Spend(World world, NodeId node) => world.In(async unit =>
    {
        var (db, money, id) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>(), TypedId.New<InstrumentId>());
        await using var begun = await db.Begin(default);
        var fund = (await money.Enter(new("kap-18", new("Kapitola"), Payer.Region, Currency.Czk), default)).Value;
        unit.GetRequiredService<IInstruments>().Add(new(id, "P-0001", InstrumentKind.Project, new("Lávka"), ""));
        Assert.True((await money.Share(id, [new(node, NodeShare.Whole)], new(2026, 3, 1), default)).Ok);
        Assert.True((await money.Post(new(id, fund, 2026, SumKind.Paid, new(100_01, Currency.Czk), new(2026, 3, 1)), default)).Ok);
        Assert.True(await db.Commit(Desk.Act, default));
    });

    [Theory]
    [BothEngines]
    public async Task A_plan_chosen_by_mistake_is_left_again_with_all_that_was_decided_of_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        Assert.True((await world.Enter(Old() with { Code = "omylem-2026" })).Ok);
        var desk = Desk.Of(world);
        var draft = (await desk.Do((ImportDraft import) => import.Run(New(), Desk.Act, default))).Value;
        var (into, from) = (await desk.Node(draft, "X.1"), await desk.Node(draft, "X.2"));
        Assert.True((await desk.Do((MergeNodes merge) => merge.Run(new(draft, into.NodeId, into.Version, from.NodeId, from.Version), Desk.Act, default))).Ok);
        Assert.Equal("programmes.replace.choose", Assert.Single((await Propose(desk, draft, null)).Problems).Code);
        var merged = await All(desk, draft);

        Assert.True((await Propose(desk, draft, "omylem-2026")).Ok);
        var wrong = (await Heirs(desk, draft)).Single(s => s.Instruments.Count > 0).Node.Id;
        Assert.True((await Decide(desk, draft, wrong, new DecideHeirs.Home(into.NodeId, DraftHeir.Whole))).Ok);
        var before = await All(desk, draft);
        Assert.True((await Propose(desk, draft, "omylem-2026")).Ok);
        Assert.Equal(before, await All(desk, draft));
        Assert.True((await Propose(desk, draft, "ostrov-2026")).Ok);
        Assert.DoesNotContain((await desk.Tree(draft)).Heirs, h => h.FromId == wrong);
        Assert.True((await Propose(desk, draft, null)).Ok);
        Assert.Null((await desk.Tree(draft)).Head.ReplacesId);
        Assert.Equal(merged, await All(desk, draft));

        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await ApprovalStory.Assembly(desk, draft)).Ok);
        Assert.Empty(await world.In(s => s.GetRequiredService<IInstruments>().At([into.NodeId], default)));
    }

    [Theory]
    [BothEngines]
    public async Task What_was_proposed_and_decided_is_undone_by_who_edits_the_whole(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        var draft = (await desk.Do((ImportDraft import) => import.Run(New(), Desk.Act, default))).Value;
        List<(Guid Act, string Before)> done = [];
        await Step(() => Propose(desk, draft, "ostrov-2026"));
        var heirs = await Heirs(desk, draft);
        var (used, one) = (heirs.Single(s => s.Instruments.Count > 0).Node.Id, await desk.Node(draft, "X.1"));
        await Step(() => Decide(desk, draft, used, new DecideHeirs.Home(one.NodeId, DraftHeir.Whole)));
        await Step(() => Decide(desk, draft, used));
        await Step(() => Propose(desk, draft, null));
        var owner = desk.With(new Core.Access.Grant(Core.Access.Role.Owner, (await desk.Tree(draft)).Head.ProgrammeId, one.NodeId));
        foreach (var (act, _) in done)
        {
            Assert.Equal("programmes.draft.may-not-edit", Assert.Single((await owner.Undo(act)).Problems).Code);
        }

        foreach (var (act, before) in Enumerable.Reverse(done))
        {
            var undone = await desk.Undo(act);
            Assert.True(undone.Ok, string.Join("; ", undone.Problems));
            Assert.Equal(before, await All(desk, draft));
        }

        async Task Step(Func<Task<Result<int>>> work)
        {
            var before = await All(desk, draft);
            var told = await work();
            Assert.True(told.Ok, string.Join("; ", told.Problems));
            done.Add((desk.Written!.Id, before));
        }
    }

    [Theory]
    [BothEngines]
    public async Task What_an_amendment_drops_with_instruments_is_shown_and_waits_for_a_decision(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026");
        var (bridges, school) = (await desk.Node(draft, "P.1"), await desk.Node(draft, "O1"));
        var bridge = (await desk.Node(draft, "P.1.1")).NodeId;
        await world.In(unit => Footbridge(unit, bridge));
        Assert.True((await desk.Drop(draft, bridges.NodeId)).Ok);
        Assert.True((await desk.Drop(draft, (await desk.Node(draft, "O2")).NodeId)).Ok);
        Assert.Equal(["P.1: need-1", "P.1.1: P-0777"], (await Heirs(desk, draft)).Select(s => $"{s.Node.Code}: {string.Join(' ', s.Instruments.Select(i => i.NeedKey.Length > 0 ? i.NeedKey : i.Code))}"));

        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        var refused = Assert.Single((await ApprovalStory.Assembly(desk, draft)).Problems);
        Assert.Equal(("programmes.replace.undecided", "P.1, P.1.1"), (refused.Code, refused.Arguments[0]));
        Assert.True((await desk.Do((Programmes.Drafting.Approving.TakeBackDraft back) => back.Run(draft, "rozhodnout", Desk.Act, default))).Ok);
        var left = await Heirs(desk, draft);
        Assert.True((await Decide(desk, draft, left[0].Node.Id)).Ok);
        Assert.True((await Decide(desk, draft, left[1].Node.Id, new DecideHeirs.Home(school.NodeId, DraftHeir.Whole))).Ok);
        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await ApprovalStory.Assembly(desk, draft)).Ok);
        Assert.Equal("P-0777", Assert.Single(await world.In(s => s.GetRequiredService<IInstruments>().At([school.NodeId], default))).Code);
    }

    [Theory]
    [BothEngines]
    public async Task What_came_back_after_the_decision_hands_nothing_over(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026");
        var (bridges, school, bridge) = (await desk.Node(draft, "P.1"), await desk.Node(draft, "O1"), (await desk.Node(draft, "P.1.1")).NodeId);
        await world.In(unit => Footbridge(unit, bridge));
        Assert.True((await desk.Drop(draft, bridges.NodeId)).Ok);
        var dropped = desk.Written!.Id;
        Assert.True((await Decide(desk, draft, bridge, new DecideHeirs.Home(school.NodeId, DraftHeir.Whole))).Ok);
        Assert.True((await desk.Undo(dropped)).Ok);
        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await ApprovalStory.Assembly(desk, draft)).Ok);
        Assert.Empty(await world.In(s => s.GetRequiredService<IInstruments>().At([school.NodeId], default)));
        Assert.Equal("P-0777", Assert.Single(await world.In(s => s.GetRequiredService<IInstruments>().At([bridge], default))).Code);
    }

    [Theory]
    [BothEngines]
    public async Task Whoever_drops_a_node_sees_what_loses_its_place_by_that(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Core.Access.Grant(Core.Access.Role.Strategist));
        var draft = await strategist.Amend();
        var rows = (await strategist.Page(draft)).QuerySelectorAll("li[data-node]").ToDictionary(r => r.QuerySelector(".v-code")!.TextContent, r => Guid.Parse(r.GetAttribute("data-node")!));
        await site.Within.In(unit => Footbridge(unit, new(rows["8.2.1"])));
        var above = (await strategist.Page($"{draft}/uzel/{rows["8.2"]}/vypustit")).QuerySelector("main a[href$='/projekty/P-0777']");
        Assert.Equal("P-0777 Lávka přes Ohři", above!.TextContent);
        Assert.Null((await strategist.Page($"{draft}/uzel/{rows["8.1"]}/vypustit")).QuerySelector("main a[href$='/projekty/P-0777']"));
    }

    [Theory]
    [BothEngines]
    public async Task The_page_offers_that_no_plan_is_replaced(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Core.Access.Grant(Core.Access.Role.Strategist));
        Assert.True((await site.Within.Enter(Old())).Ok);
        var page = await strategist.Amend() + "/nahrada";
        Assert.Equal("", Chosen(await strategist.Page(page)));
        var chosen = await strategist.Done(page, "propose", new() { ["replaces"] = "ostrov-2026" });
        Assert.Equal("ostrov-2026", Chosen(chosen));
        Assert.NotEmpty(chosen.QuerySelectorAll(".v-heir"));
        var none = await strategist.Done(page, "propose", new() { ["replaces"] = "" });
        Assert.Equal("", Chosen(none));
        Assert.Empty(none.QuerySelectorAll(".v-heir"));

        static string? Chosen(AngleSharp.Html.Dom.IHtmlDocument page) => ((AngleSharp.Html.Dom.IHtmlSelectElement)page.QuerySelector("[name=replaces]")!).Value;
    }

    [Theory]
    [BothEngines]
    public async Task What_was_merged_into_another_node_hands_its_instruments_over(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026");
        var (into, from) = (await desk.Node(draft, "O1"), await desk.Node(draft, "P.1"));
        Assert.True((await desk.Do((MergeNodes merge) => merge.Run(new(draft, into.NodeId, into.Version, from.NodeId, from.Version), Desk.Act, default))).Ok);
        await ApprovalStory.ToCouncil(desk, draft);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await ApprovalStory.Assembly(desk, draft)).Ok);
        Assert.Equal("need-1", Assert.Single(await world.In(s => s.GetRequiredService<IInstruments>().At([into.NodeId], default))).NeedKey);
    }

    [Theory]
    [BothEngines]
    public async Task A_mid_term_report_stands_with_its_edition_and_resolution(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Old())).Ok);
        var desk = Desk.Of(world);
        RecordMidTerm.Command command = new("ostrov-2026", "2026", new(2026, 9, 1), new("Zpráva o uplatňování"), null, "ZK 5/10/26", new(2026, 10, 5), MidTermOutcome.Update);
        var reported = await desk.Do((RecordMidTerm record) => record.Run(command, Desk.Act, default));
        Assert.True(reported.Ok);
        var edition = (await world.In(s => s.GetRequiredService<IProgrammeLedger>().Edition("ostrov-2026", "2026", default)))!.Id;
        Assert.Equal((reported.Value, MidTermOutcome.Update), Assert.Single((await desk.Do((ReadDrafts read) => read.MidTerm([edition], default))).Select(r => (r.Id, r.Outcome))));
        var wrong = await desk.Do((RecordMidTerm record) => record.Run(command with { Resolution = " ", On = new(2026, 11, 1) }, Desk.Act, default));
        Assert.Equal(["programmes.approval.resolution-missing", "programmes.midterm.after-resolution"], wrong.Problems.Select(p => p.Code));
    }

    private static Task<IReadOnlyList<Succeeded>> Heirs(Desk desk, DraftId draft) =>
        desk.Do(async (ReadHeirs read) => await read.Run(await desk.Tree(draft), default));

    private static Task<Result<int>> Propose(Desk desk, DraftId draft, string? plan) =>
        desk.Do((ProposeHeirs propose) => propose.Run(new(draft, plan, plan is null ? null : "2026"), Desk.Did(DraftActs.ProposeHeirs), default));

    /// <summary>Which plan is replaced, and all heirs.</summary>
    private static async Task<string> All(Desk desk, DraftId draft) => await desk.Tree(draft) is var tree
        ? $"{tree.Head.ReplacesId} {string.Join(' ', tree.Heirs.Select(h => $"{h.FromId.Value}-{h.ToId.Value}-{h.Share}-{h.Decided}").Order(StringComparer.Ordinal))}" : "";

    private static Task<Result<int>> Decide(Desk desk, DraftId draft, NodeId from, params DecideHeirs.Home[] homes) =>
        desk.Do((DecideHeirs decide) => decide.Run(new(draft, from, homes), Desk.Did(DraftActs.DecideHeirs), default));

    private static string Shown(Succeeded s) => $"{s.Node.Code}:{string.Join(',', s.Homes.OrderBy(h => h.To.Code, StringComparer.Ordinal).Select(h => $"{h.To.Code}={h.Share}"))}";

    private static EditionContent Old() => Small.Programme() with
    {
        Nodes =
        [
            Node(NodeKind.Area, "P", "Doprava", Node(NodeKind.Measure, "P.1", "Cesty a mosty", Node(NodeKind.Activity, "P.1.1", "Opravy mostů"))),
            Node(NodeKind.Area, "Q", "Školství", Node(NodeKind.Measure, "O1", "Nové základní školy"), Node(NodeKind.Measure, "O2", "Jesle", Node(NodeKind.Activity, "O2.1", "Zápis"))),
        ],
        Needs = [new() { Key = "need-1", Measure = "P.1", Kind = InstrumentKind.Pages, Title = new("stránky"), MetBy = "programmes.trilingual-pages" }],
    };

    private static EditionContent New() => Small.Programme(status: EditionStatus.Draft) with
    {
        Code = "ostrov-2030",
        Edition = "1",
        Nodes =
        [
            Node(NodeKind.Area, "X", "Doprava", Node(NodeKind.Measure, "X.1", "Cesty a mosty", Node(NodeKind.Activity, "X.1.1", "Opravy mostů")), Node(NodeKind.Measure, "X.2", "Cesty a mosty")),
            Node(NodeKind.Area, "Y", "Školství", Node(NodeKind.Measure, "Y.1", "Základní školy")),
        ],
        Needs = [],
    };

    private static NodeContent Node(NodeKind kind, string code, string title, params NodeContent[] below) => new() { Kind = kind, Code = code, Title = new(title), Children = below };
}
