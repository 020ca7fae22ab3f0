using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Loading;
using Vridlo.Programmes.Packages;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class ApprovalStory
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [BothEngines]
    public async Task A_draft_goes_from_the_departments_to_the_council_to_the_assembly_and_becomes_an_edition(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Drafted(world);
        Assert.Equal("programmes.approval.whom", Code(await Ask(desk, draft, "nikdo")));
        Assert.True((await Ask(desk, draft, "dopr")).Ok);
        Assert.Equal("programmes.draft.other-state", Code(await desk.Reword(draft, await desk.Node(draft, "A"), "Pozdě")));
        Assert.Equal("programmes.approval.comments-open", Code(await Council(desk, draft)));
        Assert.Equal("programmes.approval.what", Code(await Answer(desk, draft, AnswerKind.RequiresModification, null)));
        Assert.True((await Answer(desk, draft, AnswerKind.RequiresModification, "Chybí cyklostezky.")).Ok);
        Assert.Equal("programmes.approval.comments-open", Code(await Council(desk, draft)));
        Assert.True((await desk.Do((SettleComment settle) => settle.Run(new(draft, "dopr", Settlement.Explained, "Jsou v jiném opatření."), Desk.Act, default))).Ok);
        Assert.True((await Council(desk, draft)).Ok);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.Equal(["programmes.approval.before-council", "programmes.approval.in-force"],
            (await Assembly(desk, draft, on: Today.PlusDays(-3), from: Today.PlusDays(-4))).Problems.Select(p => p.Code));
        Assert.True((await Assembly(desk, draft)).Ok);

        var (head, tree) = await InForce(world);
        Assert.Equal(("zmena-1", Today.PlusDays(8)), (head.Code, head.InForceFrom!.Value));
        Assert.Equal([("council", "RK 1/11/26"), ("assembly", "ZK 2/11/26")], head.Approvals.Select(a => (a.Body, a.Resolution)));
        var drafted = await desk.Tree(draft);
        Assert.Equal(drafted.InOrder().Select(n => (n.Node.NodeId, n.Node.Code)), tree.Select(n => (n.Id, n.Code)));
        Assert.Equal((DraftStatus.Approved, head.Id), (drafted.Head.Status, drafted.Head.EditionId!.Value));
        Assert.Equal("ZK 2/11/26", Assert.Single(await world.In(s => s.GetRequiredService<AppDb>().Database
            .SqlQuery<string>($"SELECT decision AS \"Value\" FROM record_act ORDER BY sequence DESC LIMIT 1").ToListAsync())));
        Assert.Equal(
            [StepKind.DepartmentsAsked, StepKind.DepartmentAnswered, StepKind.CommentSettled, StepKind.SentToCouncil, StepKind.CouncilAgreed, StepKind.AssemblyApproved],
            (await desk.Do((ReadDrafts read) => read.Steps(draft, default))).Select(s => s.Kind));
        Assert.Equal("programmes.draft.other-state", Code(await Assembly(desk, draft)));
    }

    [Theory]
    [BothEngines]
    public async Task Returns_and_refusals_stay_readable_and_the_next_round_begins_anew(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Drafted(world);
        await ToCouncil(desk, draft);
        Assert.True((await CouncilSays(desk, draft, agrees: false)).Ok);
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "A"), "Přepracováno")).Ok);
        await ToCouncil(desk, draft);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await Assembly(desk, draft, approves: false)).Ok);
        await ToCouncil(desk, draft);
        Assert.Equal("programmes.approval.why", Code(await desk.Do((TakeBackDraft back) => back.Run(draft, " ", Desk.Act, default))));
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "Chyba v příloze", Desk.Act, default))).Ok);
        var steps = await desk.Do((ReadDrafts read) => read.Steps(draft, default));
        Assert.Equal([(StepKind.CouncilReturned, 0), (StepKind.AssemblyReturned, 1), (StepKind.TakenBack, 2)],
            steps.Where(s => s.Kind is StepKind.CouncilReturned or StepKind.AssemblyReturned or StepKind.TakenBack).Select(s => (s.Kind, s.Round)));
        Assert.Equal(3, (await desk.Do((ReadDrafts read) => read.Answers(draft, default))).Count);
        Assert.True((await desk.Do((AbandonDraft abandon) => abandon.Run(draft, "Nebude se schvalovat", Desk.Act, default))).Ok);
        Assert.NotEqual(draft, await desk.Amend("ostrov-2026"));
    }

    [Theory]
    [BothEngines]
    public async Task A_draft_that_has_not_seen_the_newest_edition_is_not_approved(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Drafted(world);
        await ToCouncil(desk, draft);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await world.Enter(Small.Programme() with { Edition = "2026-a", Follows = "2026", InForceFrom = new(2026, 3, 1), Title = new("Nový název") })).Ok);
        Assert.Equal("programmes.approval.behind", Code(await Assembly(desk, draft)));
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "sloučit", Desk.Act, default))).Ok);
        Assert.True((await desk.Do((RebaseDraft rebase) => rebase.Run(draft, Desk.Act, default))).Ok);
        await ToCouncil(desk, draft);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.True((await Assembly(desk, draft)).Ok);
        Assert.Equal("Nový název", (await InForce(world)).Head.Title.Cs);
    }

    [Theory]
    [BothEngines]
    public async Task Of_two_drafts_approved_at_once_one_is_told_to_merge_first(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, one) = await Drafted(world);
        var two = await desk.Amend("ostrov-2026", "zmena-2");
        foreach (var draft in new[] { one, two })
        {
            await ToCouncil(desk, draft);
            Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        }

        var approved = await Task.WhenAll(new[] { (one, 8), (two, 9) }.Select(d => Task.Run(() => Assembly(desk, d.Item1, from: Today.PlusDays(d.Item2)))));
        Assert.Single(approved, a => a.Ok);
        Assert.Contains(approved.SelectMany(a => a.Problems), p => p.Kind is ProblemKind.Conflict);
        Assert.Equal(2, (await world.In(s => s.GetRequiredService<IProgrammeLedger>().Editions("ostrov-2026", default))).Count);
    }

    [Theory]
    [BothEngines]
    public async Task Where_the_law_wants_the_statement_of_sea_it_is_asked_for(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Drafted(world);
        await ToCouncil(desk, draft, sea: true);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.Equal("programmes.approval.sea-missing", Code(await Assembly(desk, draft)));
        Assert.True((await Assembly(desk, draft, sea: "KVK014K ze dne 1. 11. 2026")).Ok);
    }

    [Theory]
    [BothEngines]
    public async Task Who_may_edit_a_part_may_not_approve_and_guarantors_comment(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Drafted(world);
        var tree = await desk.Tree(draft);
        var owner = desk.With(new Grant(Role.Owner, tree.Head.ProgrammeId, tree.Nodes.Single(n => n.Code == "A").NodeId));
        Assert.Equal("programmes.approval.may-not", Code(await Ask(owner, draft, "dopr")));
        Assert.True((await Ask(desk, draft, "dopr")).Ok);
        Assert.Equal("programmes.approval.may-not-comment", Code(await Answer(desk.With(new Grant(Role.Reader)), draft, AnswerKind.Approved, null)));
        Assert.True((await Answer(owner, draft, AnswerKind.Approved, null)).Ok);
        Assert.True((await Answer(desk.With(new Grant(Role.Guarantor)), draft, AnswerKind.WithComments, "Jinak dobré.")).Ok);
    }

    [Theory]
    [BothEngines]
    public async Task An_approved_edition_is_exported_and_loads_elsewhere_byte_for_byte_with_the_same_identities(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        var draft = await desk.Amend();
        await Rework(desk, draft);
        await ToCouncil(desk, draft, department: (await desk.Tree(draft)).Departments.First().Key);
        Assert.True((await CouncilSays(desk, draft, agrees: true)).Ok);
        var approved = await Assembly(desk, draft);
        Assert.True(approved.Ok, string.Join("; ", approved.Problems));

        await using var elsewhere = await World.Shipped(engine);
        var (here, there) = (Directory.CreateTempSubdirectory("vridlo-a-").FullName, Directory.CreateTempSubdirectory("vridlo-b-").FullName);
        try
        {
            await Export(world, here);
            var again = await Load(world, here);
            Assert.True(again.Ok, string.Join("; ", again.Problems));
            Assert.False(again.Value.Changed);
            var loaded = await Load(elsewhere, here);
            Assert.True(loaded.Ok, string.Join("; ", loaded.Problems));
            await Export(elsewhere, there);
            Assert.Equal(Files(here), Files(there));
            Assert.Equal(await Kept(world), await Kept(elsewhere));
        }
        finally
        {
            Directory.Delete(here, recursive: true);
            Directory.Delete(there, recursive: true);
        }
    }

    /// <summary>Of each node of the new edition the code it had before: that is who it is, in any installation.</summary>
    private static async Task<List<(string Now, string? Before)>> Kept(World world)
    {
        var (editions, trees) = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            var all = await ledger.Editions("prkk-2021", default);
            return (all, new[] { await ledger.Tree(all[0].Id, default), await ledger.Tree(all[1].Id, default) });
        });
        Assert.Equal(["zmena-1", "2021"], editions.Select(e => e.Code));
        var before = trees[1].ToDictionary(n => n.Id, n => n.Code);
        return [.. trees[0].Select(n => (n.Code, before.GetValueOrDefault(n.Id)))];
    }

    /// <summary>Everything by which a loader could take one node for another: codes change places, titles too, new nodes look like dropped ones.</summary>
    private static async Task Rework(Desk desk, DraftId draft)
    {
        var (first, second, third) = (await desk.Node(draft, "8.1"), await desk.Node(draft, "8.2"), await desk.Node(draft, "8.3"));
        var area = await desk.Node(draft, "8");
        Assert.True((await desk.Move(draft, second, area.NodeId, first.NodeId)).Ok);
        var tree = await desk.Tree(draft);
        Assert.True((await desk.Do((RecodeNode recode) => recode.Run(new(draft, area.NodeId, area.Version, "8", tree.Stamp(area.NodeId)), Desk.Act, default))).Ok);
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "1.1"), "Zcela jiná slova bez shody")).Ok);
        Assert.True((await desk.Drop(draft, third.NodeId)).Ok);
        Assert.True((await desk.Add(draft, area.NodeId, NodeKind.Measure, "8.3", third.Title!.Cs!)).Ok);
        var last = await desk.Node(draft, "9.1");
        Assert.True((await desk.Drop(draft, last.NodeId)).Ok);
        Assert.True((await desk.Add(draft, (await desk.Node(draft, "9")).NodeId, NodeKind.Measure, "9.99", last.Title!.Cs!)).Ok);
    }

    private static async Task<(Desk Desk, DraftId Draft)> Drafted(World world)
    {
        Assert.True((await world.Enter(Small.Programme())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026");
        Assert.True((await desk.Reword(draft, await desk.Node(draft, "A.1"), "Nové znění")).Ok);
        return (desk, draft);
    }

    internal static async Task ToCouncil(Desk desk, DraftId draft, bool sea = false, string department = "dopr")
    {
        Assert.True((await Ask(desk, draft, department)).Ok);
        Assert.True((await Answer(desk, draft, AnswerKind.Approved, null, department)).Ok);
        Assert.True((await Council(desk, draft, sea)).Ok);
    }

    private static Task<Result<DraftStatus>> Ask(Desk desk, DraftId draft, string department) =>
        desk.Do((AskDepartments ask) => ask.Run(new(draft, [department], Today.PlusDays(10)), Desk.Act, default));

    private static Task<Result<AnswerKind>> Answer(Desk desk, DraftId draft, AnswerKind answer, string? text, string department = "dopr") =>
        desk.Do((AnswerDraft say) => say.Run(new(draft, department, answer, text), Desk.Act, default));

    private static Task<Result<DraftStatus>> Council(Desk desk, DraftId draft, bool sea = false) =>
        desk.Do((SendToCouncil send) => send.Run(new(draft, sea), Desk.Act, default));

    internal static Task<Result<DraftStatus>> CouncilSays(Desk desk, DraftId draft, bool agrees) =>
        desk.Do((CouncilDecides decide) => decide.Run(new(draft, agrees, "RK 1/11/26", Today.PlusDays(-2)), Desk.Act, default));

    internal static Task<Result<DraftStatus>> Assembly(Desk desk, DraftId draft, bool approves = true, LocalDate? on = null, LocalDate? from = null, string? sea = null) =>
        desk.Do((AssemblyDecides decide) => decide.Run(new(draft, approves, "ZK 2/11/26", on ?? Today, from ?? Today.PlusDays(8), sea), Desk.Act, default));

    private static Task<(EditionHead Head, IReadOnlyList<Node> Tree)> InForce(World world) => world.In(async s =>
    {
        var ledger = s.GetRequiredService<IProgrammeLedger>();
        var head = (await ledger.Editions("ostrov-2026", default))[0];
        return (head, await ledger.Tree(head.Id, default));
    });

    private static Task Export(World world, string folder) => world.In(async s =>
        await PackageFolder.Write(folder, (await s.GetRequiredService<IProgrammeLedger>().Content("prkk-2021", "zmena-1", default))!, null, default));

    private static Task<Result<Entered>> Load(World world, string folder) =>
        world.In(s => s.GetRequiredService<LoadPackage>().Run(folder, Units.Act, default));

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(folder, f) + "\n" + File.ReadAllText(f))];

    private static string Code<T>(Result<T> refused) => Assert.Single(refused.Problems).Code;
}
