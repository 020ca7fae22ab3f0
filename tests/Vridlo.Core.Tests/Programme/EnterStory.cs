using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Programme;

public sealed class EnterStory
{
    [Theory, BothEngines]
    public async Task An_approved_edition_is_left_alone_and_refuses_another_wording(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var same = await world.Enter(Package.Shipped());
        Assert.True(same is { Ok: true, Value.Changed: false });

        var other = await world.Enter(Package.Shipped() with { EditionTitle = new("Jiný název") });
        Assert.Equal("programme.edition.approved", Assert.Single(other.Problems).Code);
        Assert.Equal("2021", (await Content(world, null))!.Edition);
        Assert.NotEqual("Jiný název", (await Content(world, null))!.EditionTitle.Cs);
    }

    [Theory, BothEngines]
    public async Task A_draft_is_replaced_whole(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.True((await world.Enter(Package.Later("první", EditionStatus.Draft))).Ok);
        Assert.True((await world.Enter(Package.Later("druhý", EditionStatus.Draft))).Ok);
        var content = (await Content(world, "zmena-1"))!;
        Assert.EndsWith("druhý", Package.Find(content.Nodes, "8.1").Title!.Cs, StringComparison.Ordinal);
        await world.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            Assert.Equal(["2015", "2021", "zmena-1"], (await db.Set<EditionRow>().Select(e => e.Code).ToListAsync()).Order());
            var ids = await db.Set<EditionRow>().Select(e => e.Id).ToListAsync();
            Assert.False(await db.Set<NodeRow>().AnyAsync(n => !ids.Contains(n.EditionId)));
        });
    }

    [Theory, BothEngines]
    public async Task A_draft_is_recorded_and_leaves_no_trace_where_the_public_looks(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var (acts, title) = (await PublicActs(world), (await Head(world)).Title);
        Assert.True((await world.Enter(Package.Later(status: EditionStatus.Draft) with { Title = new("Jiný program") })).Ok);
        Assert.Equal((acts, title), (await PublicActs(world), (await Head(world)).Title));
        Assert.Equal(title, (await world.In(unit => unit.GetRequiredService<IProgrammeLedger>().Programmes.SingleAsync(p => p.Code == "prkk-2021"))).Title);
        Assert.Equal(acts + 1, await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedAct>().CountAsync()));
        Assert.Equal("Jiný program", (await Content(world, "zmena-1"))!.Title.Cs);

        Assert.True((await world.Enter(Package.Town() with { Status = EditionStatus.Draft })).Ok);
        Assert.Equal((acts, "prkk-2021"), (await PublicActs(world), await world.In(unit => unit.GetRequiredService<IProgrammeLedger>().First(default))));
    }

    [Theory, BothEngines]
    public async Task An_edition_keeps_what_it_says_of_the_programme_when_a_later_one_says_otherwise(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var shipped = (await Content(world, "2021"))!;
        Assert.True((await world.Enter(Package.Later() with { Title = new("Jiný program"), Territory = "CZ042", To = 2035 })).Ok);
        Assert.Equivalent(shipped, await Content(world, "2021"), strict: true);
        var heads = await world.In(unit => unit.GetRequiredService<IProgrammeLedger>().Editions("prkk-2021", default));
        Assert.Equal([("zmena-1", "Jiný program"), ("2021", shipped.Title.Cs)], heads.Select(h => (h.Code, h.Title.Cs)));
        var listed = await world.In(unit => unit.GetRequiredService<IProgrammeLedger>().Programmes.SingleAsync(p => p.Code == "prkk-2021"));
        Assert.Equal(("Jiný program", "CZ042"), (listed.Title.Cs, listed.Territory));
    }

    [Theory, BothEngines]
    public async Task A_node_stays_itself_when_it_moves_or_is_reworded(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.True((await world.Enter(Package.Later())).Ok);
        var (before, after) = (await Ids(world, "2021"), await Ids(world, "zmena-1"));
        Assert.Equal(before["8.2"], after["1.99"]);
        Assert.Equal(before["8.2.1"], after["1.99.1"]);
        Assert.Equal(before["8.1"], after["8.1"]);
        Assert.DoesNotContain(after["2.99"], before.Values);
        Assert.Equal(after.Count, after.Values.Distinct().Count());

        var history = await world.In(unit => unit.GetRequiredService<IProgrammeLedger>().History(before["8.2"], default));
        Assert.Equal([("2021", "8.2"), ("zmena-1", "1.99")], history.Select(h => (h.Edition, h.Node.Code)));
    }

    [Theory, BothEngines]
    public async Task Each_day_has_the_edition_that_was_in_force(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.Enter(Package.Later());
        await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            Assert.Equal("2021", (await ledger.InForce("prkk-2021", new LocalDate(2026, 5, 31), default))?.Code);
            Assert.Equal("zmena-1", (await ledger.InForce("prkk-2021", new LocalDate(2026, 6, 1), default))?.Code);
            Assert.Null(await ledger.InForce("prkk-2021", new LocalDate(1990, 1, 1), default));
            Assert.Equal(["zmena-1", "2021"], (await ledger.Editions("prkk-2021", default)).Select(e => e.Code));
        });
    }

    [Theory, BothEngines]
    public async Task An_edition_that_follows_nothing_known_is_refused(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var refused = await world.Enter(Package.Town() with { Follows = "2019" });
        Assert.Equal("programme.edition.follows-unknown", Assert.Single(refused.Problems).Code);
        Assert.Null(await Content(world, null));
    }

    [Theory, BothEngines]
    public async Task Every_measure_and_activity_has_an_instrument(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.Edition("prkk-2021", "2021", default))!;
            var tree = await ledger.Tree(edition.Id, default);
            var needs = await ledger.Needs(edition.Id, null, default);
            Assert.Equal(Package.Shipped().Needs.Select(n => n.Key), needs.Select(n => n.Need.Key));
            var measures = tree.Where(n => n.Kind is NodeKind.Measure).Select(n => n.Code).ToList();
            var activities = tree.Where(n => n.Kind is NodeKind.Activity).Select(n => n.Code).ToList();
            Assert.Equal((77, 201), (measures.Count, activities.Count));
            Assert.Empty(measures.Except(needs.Select(n => n.Need.Measure)));
            Assert.Empty(activities.Except(needs.SelectMany(n => n.Need.Activities)));
        });
    }

    [Theory, BothEngines]
    public async Task The_document_is_shown_where_the_node_stands(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        await world.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.Edition("prkk-2021", "2021", default))!;
            var node = (await ledger.Node(edition.Id, "8.1", default))!.Self;
            var lines = await ledger.Excerpt(edition.Id, node.Source!, default);
            Assert.Contains("sociálních služeb", string.Join(' ', lines.Where(l => l.Within).Select(l => l.Text.Trim())), StringComparison.Ordinal);
            Assert.InRange(lines.TakeWhile(l => !l.Within).Count(), 1, 3);
            Assert.Equal(node.Source!.Line, lines.First(l => l.Within).Number);
        });
    }

    private static Task<EditionContent?> Content(World world, string? edition) =>
        world.In(unit => unit.GetRequiredService<IProgrammeLedger>().Content("prkk-2021", edition, default));

    private static Task<Dictionary<string, NodeId>> Ids(World world, string edition) => world.In(async unit =>
    {
        var ledger = unit.GetRequiredService<IProgrammeLedger>();
        var head = (await ledger.Edition("prkk-2021", edition, default))!;
        return (await ledger.Tree(head.Id, default)).ToDictionary(n => n.Code, n => n.Id);
    });

    private static Task<int> PublicActs(World world) => world.In(unit => unit.GetRequiredService<IRecord>().Acts.CountAsync());

    private static Task<EditionHead> Head(World world) => world.In(async unit =>
        (await unit.GetRequiredService<IProgrammeLedger>().Editions("prkk-2021", default))[0]);
}
