using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Programme;

public sealed class TreeStory
{
    [Theory, BothEngines]
    public async Task Any_tree_comes_back_as_it_was_entered(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var number = 0;
        await AnyTree.Nodes.SampleAsync(async nodes =>
        {
            var content = Package.Town() with { Code = $"p{Interlocked.Increment(ref number)}", Nodes = nodes };
            Assert.True((await world.Enter(content)).Ok);
            await world.In(unit => Compare(unit.GetRequiredService<IProgrammeLedger>(), content));
        }, iter: 25, threads: 1);
    }

    private static async Task Compare(IProgrammeLedger ledger, EditionContent content)
    {
        Assert.Equivalent(content.Nodes, (await ledger.Content(content.Code, null, default))!.Nodes, strict: true);
        var edition = (await ledger.Edition(content.Code, content.Edition, default))!;
        var tree = await ledger.Tree(edition.Id, default);
        Assert.Equal(AnyTree.Flat(content.Nodes).Select(n => n.Code), tree.Select(n => n.Code));
        Assert.Equal(Enumerable.Range(1, tree.Count), tree.Select(n => n.Position));
        foreach (var node in tree)
        {
            var below = tree.Where(n => n.Code.StartsWith(node.Code + ".", StringComparison.Ordinal)).ToList();
            Assert.Equal(node.Position + below.Count, node.Last);
            Assert.All(below, b => Assert.True(node.Holds(b)));
            Assert.Equal(node.Code.Count(c => c == '.'), node.Depth);
        }

        var some = tree[tree.Count / 2];
        var around = (await ledger.Node(edition.Id, some.Code, default))!;
        Assert.Equal(tree.Where(n => n.Holds(some)).Select(n => n.Code), around.Above.Select(n => n.Code));
        Assert.Equal(tree.Where(some.Holds).Select(n => n.Code), around.Below.Select(n => n.Code));

        // A tree too large for memory is read otherwise and must say the same.
        foreach (var node in tree)
        {
            Assert.Equivalent(
                await ((ProgrammeLedger)ledger).ReadNode(edition.Id, node.Code, default), await ledger.Node(edition.Id, node.Code, default), strict: true);
        }
    }
}
