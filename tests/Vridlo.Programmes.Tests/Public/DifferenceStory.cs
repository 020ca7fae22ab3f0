using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Public.Editions;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Public;

/// <summary>Two editions are compared by their hashes; that must find exactly what reading both whole would find.</summary>
public sealed class DifferenceStory
{
    [Theory]
    [BothEngines]
    public async Task What_the_hashes_find_is_what_reading_both_editions_whole_finds(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        Assert.True((await world.Enter(Package.Later())).Ok);
        var (whole, found, read, size) = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            var editions = await ledger.Editions("prkk-2021", default);
            var (earlier, later) = (editions[1].Id, editions[0].Id);
            var before = await ledger.Tree(earlier, default);
            var difference = await ledger.Difference(earlier, later, default);
            return (Comparison.Of(before, await ledger.Tree(later, default)), Comparison.Of(difference), difference.Earlier.Count, before.Count);
        });

        Assert.Equal(Codes(whole.Added), Codes(found.Added));
        Assert.Equal(Codes(whole.Dropped), Codes(found.Dropped));
        Assert.Equal(Pairs(whole.Moved), Pairs(found.Moved));
        Assert.Equal(Pairs(whole.Reworded), Pairs(found.Reworded));
        Assert.Equal(whole.Same, found.Same);
        Assert.Contains("2.99", Codes(found.Added));
        Assert.Contains("8.2>1.99", Pairs(found.Moved));
        Assert.Equal(["8.1>8.1"], Pairs(found.Reworded));
        Assert.InRange(read, 1, size / 8);
    }

    [Theory]
    [BothEngines]
    public async Task An_edition_beside_itself_needs_nothing_read(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var found = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.Editions("prkk-2021", default))[0].Id;
            return await ledger.Difference(edition, edition, default);
        });
        Assert.Empty(found.Earlier);
        Assert.Empty(found.Later);
        Assert.Equal(Package.Flat(Package.Shipped().Nodes).Count(), found.Alike);
    }

    [Theory]
    [BothEngines]
    public async Task A_subtree_that_moves_whole_and_keeps_its_codes_is_still_seen_to_move(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Town("2026", null, [Area("A", Measure("M1")), Area("B")]))).Ok);
        Assert.True((await world.Enter(Town("2027", "2026", [Area("A"), Area("B", Measure("M1"))]))).Ok);
        var found = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            var editions = await ledger.Editions("ostrov-2026", default);
            return Comparison.Of(await ledger.Difference(editions[1].Id, editions[0].Id, default));
        });
        Assert.Equal(["M1>M1"], Pairs(found.Moved));
        Assert.Empty(found.Added);
        Assert.Empty(found.Dropped);
        Assert.Equal(3, found.Same);
    }

    [Theory]
    [BothEngines]
    public async Task Surroundings_are_the_path_the_subtree_and_the_nearest_siblings(Engine engine)
    {
        await using var world = await World.Empty(engine);
        NodeContent[] many = [.. Enumerable.Range(1, 70).Select(i => Measure($"M{i}"))];
        Assert.True((await world.Enter(Town("2026", null, [Area("A", many), Area("B")]))).Ok);
        var around = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            return await ledger.Node((await ledger.Editions("ostrov-2026", default))[0].Id, "M35", default);
        });
        Assert.Equal(["A"], Codes(around!.Above));
        Assert.Equal(["M35.1"], Codes(around.Below));
        Assert.Equal(Enumerable.Range(35 - NodeSurroundings.Neighbours, (2 * NodeSurroundings.Neighbours) + 1).Select(i => $"M{i}"), Codes(around.Siblings));
        Assert.Equal(("M34", "M36"), (around.Previous!.Code, around.Next!.Code));
    }

    private static EditionContent Town(string edition, string? follows, NodeContent[] nodes) => Package.Town() with
    {
        Edition = edition,
        EditionTitle = new("Vydání " + edition),
        Follows = follows,
        InForceFrom = new(int.Parse(edition, System.Globalization.CultureInfo.InvariantCulture) - 4, 1, 1),
        Nodes = nodes,
    };

    private static NodeContent Area(string code, params NodeContent[] below) =>
        new() { Kind = NodeKind.Area, Code = code, Title = new("Oblast " + code), Children = below };

    private static NodeContent Measure(string code) => new()
    {
        Kind = NodeKind.Measure,
        Code = code,
        Title = new("Opatření " + code),
        Children = [new() { Kind = NodeKind.Activity, Code = code + ".1", Title = new("Aktivita " + code) }],
    };

    private static IEnumerable<string> Codes(IEnumerable<Node> nodes) => nodes.Select(n => n.Code);

    private static IEnumerable<string> Pairs(IEnumerable<Pair> pairs) => pairs.Select(p => $"{p.Before.Code}>{p.After.Code}");
}
