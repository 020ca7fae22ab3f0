using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Alignment.Comparing;
using Vridlo.Alignment.Deciding;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Testing;

namespace Vridlo.Alignment.Tests.Deciding;

public sealed class DecideStory
{
    private const string Ours = "prkk-2021", Goals = "un-sdg";

    [Theory, BothEngines]
    public async Task What_is_decided_is_no_longer_proposed_and_is_in_the_record(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var before = await Read(world);
        var (first, second) = (before.Proposed[0], before.Proposed[1]);
        var done = await Decide(world, System, [One(first, Verdict.Direct), One(second, Verdict.Rejected)]);
        Assert.Equal(2, done.Value);

        var after = await Read(world);
        Assert.Equal(before.Proposed.Count - 2, after.Proposed.Count);
        Assert.DoesNotContain(after.Proposed, p => (p.From.Id == first.From.Id && p.To.Id == first.To.Id) || (p.From.Id == second.From.Id && p.To.Id == second.To.Id));
        Assert.Equal(first.To.Id, Assert.Single(after.Confirmed).To.Id);
        Assert.DoesNotContain(after.Unserved, n => n.Id == first.To.Id);
        Assert.DoesNotContain(after.SupportNothing, n => n.Id == first.From.Id);
        if (second.To.Id != first.To.Id)
        {
            Assert.Contains(after.Unserved, n => n.Id == second.To.Id);
        }

        var act = await world.In(unit => unit.GetRequiredService<IRecord>().Acts.OrderByDescending(a => a.Sequence).FirstAsync());
        Assert.Equal(("alignment.decided", 2), (act.Kind, act.Changes));
    }

    [Theory, BothEngines]
    public async Task A_decision_taken_back_is_proposed_again(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var first = (await Read(world)).Proposed[0];
        Assert.True((await Decide(world, System, [One(first, Verdict.Rejected)])).Ok);
        Assert.True((await Decide(world, System, [One(first, null) with { Version = 1 }])).Ok);
        var after = await Read(world);
        Assert.Empty(after.Decided);
        Assert.Equal(first.Words[Language.Cs], after.Proposed.Single(p => p.From.Id == first.From.Id && p.To.Id == first.To.Id).Words[Language.Cs]);
    }

    [Theory, BothEngines]
    public async Task Who_comes_second_is_told_and_nothing_of_the_rest_is_written(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var (first, second) = ((await Read(world)).Proposed[0], (await Read(world)).Proposed[1]);
        Assert.True((await Decide(world, System, [One(first, Verdict.Partly)])).Ok);
        var late = await Decide(world, System, [One(first, Verdict.Rejected), One(second, Verdict.Direct)]);
        Assert.Equal("alignment.decided-meanwhile", Assert.Single(late.Problems).Code);
        Assert.Equal(Verdict.Partly, Assert.Single((await Read(world)).Decided).Verdict);
    }

    [Theory, BothEngines]
    public async Task Of_two_at_once_one_is_told(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var first = (await Read(world)).Proposed[0];
        var both = await Task.WhenAll(Enum.GetValues<Verdict>().Select(v => Decide(world, System, [One(first, v)])));
        Assert.Single(both, r => r.Ok);
        Assert.Single((await Read(world)).Decided);
    }

    [Theory, BothEngines]
    public async Task Who_edits_either_node_may_decide_and_nobody_else(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var pair = await Read(world);
        var proposal = pair.Proposed[0];
        var area = pair.From.Group(proposal.From);
        var other = pair.From.Groups.First(g => g.Id != area.Id);
        var ours = pair.From.Head.ProgrammeId;
        Grant[] may = [new(Role.Strategist), new(Role.Owner, ours, area.Id), new(Role.Owner, pair.To.Head.ProgrammeId, pair.To.Group(proposal.To).Id)];
        Grant[] mayNot = [new(Role.Owner, ours, other.Id), new(Role.Guarantor), new(Role.Reader, ours), new(Role.Strategist, TypedId.New<ProgrammeId>())];
        foreach (var grant in mayNot)
        {
            Assert.Equal("alignment.may-not-decide", Assert.Single((await Decide(world, As(grant), [One(proposal, Verdict.Direct)])).Problems).Code);
        }

        foreach (var (version, grant) in may.Index())
        {
            Assert.True((await Decide(world, As(grant), [One(proposal, Verdict.Direct) with { Version = version }])).Ok, grant.ToString());
        }
    }

    [Theory, BothEngines]
    public async Task What_makes_no_sense_is_refused_with_its_reason(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var first = (await Read(world)).Proposed[0];
        var good = One(first, Verdict.Direct);
        (DecideAlignment.Decision Decision, string Code)[] bad =
        [
            (good with { Why = "  " }, "alignment.why-missing"),
            (good with { Why = new('a', 1_000_000) }, "alignment.why-wrong"),
            (good with { Verdict = (Verdict)77 }, "alignment.verdict-unknown"),
            (good with { Verdict = null }, "alignment.nothing-decided"),
            (good with { From = good.To }, "alignment.node-unknown"),
            (good with { To = default }, "alignment.node-unknown"),
        ];
        foreach (var (decision, code) in bad)
        {
            Assert.Equal(code, Assert.Single((await Decide(world, System, [decision])).Problems).Code);
        }

        Assert.Equal("alignment.nothing-decided", Assert.Single((await Decide(world, System, [])).Problems).Code);
        await world.In(async unit =>
        {
            System(unit.GetRequiredService<Asker>());
            Assert.Equal("alignment.pair-unknown", Assert.Single((await unit.GetRequiredService<DecideAlignment>().Run(Ours, Ours, [good], default)).Problems).Code);
        });
        Assert.Empty((await Read(world)).Decided);
    }

    [Theory, BothEngines]
    public async Task A_decision_holds_for_the_node_when_a_later_edition_moves_it(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var pair = await Read(world);
        var (moved, goal) = (pair.From.Nodes.Single(n => n.Code == "8.2"), pair.To.Nodes.Single(n => n.Code == "11.4"));
        var there = new DecideAlignment.Decision(moved.Id, goal.Id, Verdict.Direct, "protože", 0);
        Assert.True((await Decide(world, System, [there])).Ok);
        Assert.True((await world.Enter(Package.Later())).Ok);
        Assert.Equal("1.99", Assert.Single((await Read(world)).Confirmed).From.Code);
    }

    [Theory, BothEngines]
    public async Task A_decision_about_what_a_later_edition_drops_is_found_by_the_checks(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var pair = await Read(world);
        var (dropped, goal) = (pair.From.Nodes.Last(n => n.Code.StartsWith("15.", StringComparison.Ordinal)), pair.To.Nodes.Single(n => n.Code == "17.18"));
        Assert.True((await Decide(world, System, [new(dropped.Id, goal.Id, Verdict.Partly, "protože", 0)])).Ok);
        Assert.Empty(await Dangling(world));
        Assert.True((await world.Enter(Package.Later())).Ok);
        Assert.Equal(["? → un-sdg 17.18 (protože)"], await Dangling(world));
    }

    [Theory, BothEngines]
    public async Task An_act_of_deciding_is_undone_as_a_whole_and_done_again(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var before = await Read(world);
        var (first, second) = (before.Proposed[0], before.Proposed[1]);
        Assert.True((await Decide(world, System, [One(first, Verdict.Direct), One(second, Verdict.Rejected)])).Ok);
        var decided = await Last(world);
        var stranger = As(new(Role.Owner, TypedId.New<ProgrammeId>()));
        Assert.Equal("alignment.may-not-decide", Assert.Single((await Undo(world, stranger, decided)).Problems).Code);
        Assert.Equal(2, (await Read(world)).Decided.Count);
        Assert.True((await Undo(world, System, decided)).Ok);
        var undone = await Last(world);
        Assert.Empty((await Read(world)).Decided);
        Assert.Equal(before.Proposed.Count, (await Read(world)).Proposed.Count);
        Assert.True((await Undo(world, System, undone)).Ok);
        var again = await Last(world);
        var there = (await Read(world)).Decided;
        Assert.Equal([Verdict.Direct, Verdict.Rejected], there.Select(d => d.Verdict).Order());

        var changed = there.First(d => d.Verdict is Verdict.Direct);
        Assert.True((await Decide(world, System, [new(changed.From.Id, changed.To.Id, Verdict.Contradicts, "jinak", changed.Version)])).Ok);
        var contradicted = await Last(world);
        Assert.Contains("record.undo.changed-since", (await Undo(world, System, again)).Problems.Select(p => p.Code));
        Assert.True((await Undo(world, System, contradicted)).Ok);
        Assert.Equal(("protože", Verdict.Direct), (await Read(world)).Decided.Where(d => d.From.Id == changed.From.Id && d.To.Id == changed.To.Id).Select(d => (d.Why, d.Verdict)).Single());
    }

    [Theory, BothEngines]
    public async Task What_was_taken_back_comes_again_unless_somebody_has_decided_anew(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var first = (await Read(world)).Proposed[0];
        Assert.True((await Decide(world, System, [One(first, Verdict.Partly)])).Ok);
        Assert.True((await Decide(world, System, [One(first, null) with { Version = 1 }])).Ok);
        var taken = await Last(world);
        Assert.True((await Decide(world, System, [One(first, Verdict.Rejected)])).Ok);
        var anew = await Last(world);
        Assert.Equal("alignment.decided-meanwhile.some", Assert.Single((await Undo(world, System, taken)).Problems).Code);
        Assert.True((await Undo(world, System, anew)).Ok);
        Assert.True((await Undo(world, System, taken)).Ok);
        Assert.Equal(Verdict.Partly, Assert.Single((await Read(world)).Decided).Verdict);
    }

    [Theory, BothEngines]
    public async Task Who_answers_for_a_node_is_told_and_finds_the_decision_in_the_history(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var pair = await Read(world);
        var (first, second) = (pair.Proposed[0], pair.Proposed[1]);
        var (area, other) = (pair.From.Group(first.From), pair.From.Groups.First(g => g.Id != pair.From.Group(first.From).Id && g.Id != pair.From.Group(second.From).Id));
        var office = new Units(world.Services);
        await office.Employ("gestor@example.org", new Grant(Role.Owner, pair.From.Head.ProgrammeId, area.Id));
        await office.Employ("garant-cile@example.org", new Grant(Role.Guarantor, pair.To.Head.ProgrammeId, first.To.Id));
        await office.Employ("vedle@example.org", new Grant(Role.Owner, pair.From.Head.ProgrammeId, other.Id));
        await office.Employ("strateg@example.org", new Grant(Role.Strategist));
        Assert.True((await Decide(world, System, [One(first, Verdict.Direct)])).Ok);
        Assert.Equal(["garant-cile", "gestor"], await Told(world, "alignment.decided"));
        var title = Assert.Single((await world.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>(
            $"SELECT n.path || ' ' || n.title AS \"Value\" FROM discussion_notice n JOIN access_person p ON p.id = n.person_id WHERE p.name = 'gestor'").ToListAsync())));
        Assert.StartsWith("/soulad/prkk-2021/un-sdg ", title, StringComparison.Ordinal);
        Assert.Contains(first.From.Code, title, StringComparison.Ordinal);
        Assert.True((await Undo(world, System, await Last(world))).Ok);
        Assert.Equal(["garant-cile", "gestor"], await Told(world, "record.undo"));

        Assert.Contains("alignment.decided", await Seen(area));
        Assert.DoesNotContain("alignment.decided", await Seen(other));

        Task<List<string>> Seen(Node of) => world.In(async unit =>
        {
            As(new(Role.Owner, pair.From.Head.ProgrammeId, of.Id))(unit.GetRequiredService<Asker>());
            return await (await unit.GetRequiredService<ReadHistory>().Acts(default)).Select(a => a.Kind).ToListAsync();
        });
    }

    /// <summary>Whom notices of a kind have told.</summary>
    private static Task<List<string>> Told(World world, string kind) => world.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>(
        $"SELECT p.name AS \"Value\" FROM discussion_notice n JOIN access_person p ON p.id = n.person_id WHERE n.kind = {kind} ORDER BY p.mail_key").ToListAsync());

    private static Task<Guid> Last(World world) => world.In(unit => unit.GetRequiredService<IRecord>().Acts.OrderByDescending(a => a.Sequence).Select(a => a.Id).FirstAsync());

    private static Task<Result<bool>> Undo(World world, Action<Asker> who, Guid act) => world.In(unit =>
    {
        who(unit.GetRequiredService<Asker>());
        return unit.GetRequiredService<UndoAct>().Run(act, "a test wants it", default);
    });

    private static Task<IEnumerable<string>> Dangling(World world) =>
        world.In(async unit => (await AlignmentCheck.Check.Find(unit, default)).Select(f => f.Subject));

    private static DecideAlignment.Decision One(Proposal proposal, Verdict? verdict) => new(proposal.From.Id, proposal.To.Id, verdict, "protože", 0);

    private static Task<Pair> Read(World world) => world.In(async unit => (await unit.GetRequiredService<ReadPair>().Of(Ours, Goals, default))!);

    private static void System(Asker asker) => asker.Become(Actor.System);

    private static Action<Asker> As(Grant grant) => asker => asker.Become(new(TypedId.New<PersonId>(), "Kdosi", "kdosi@example.org", Language.Cs, null), [grant]);

    private static Task<Result<int>> Decide(World world, Action<Asker> who, IReadOnlyList<DecideAlignment.Decision> decisions) => world.In(unit =>
    {
        who(unit.GetRequiredService<Asker>());
        return unit.GetRequiredService<DecideAlignment>().Run(Ours, Goals, decisions, default);
    });
}
