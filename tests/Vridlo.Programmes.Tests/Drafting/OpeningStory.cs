using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

public sealed class OpeningStory
{
    [Theory]
    [BothEngines]
    public async Task A_draft_of_an_edition_says_what_the_edition_says_and_keeps_who_is_who(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        var tree = await desk.Tree(await desk.Amend());
        var (edition, document) = await world.In(async s =>
        {
            var ledger = s.GetRequiredService<IProgrammeLedger>();
            var newest = (await ledger.Editions("prkk-2021", default))[0];
            return (await ledger.Tree(newest.Id, default), await s.GetRequiredService<AppDb>().Set<DraftDocument>().SingleAsync());
        });

        Assert.Equal(edition.Select(n => (n.Id, n.Code, n.Depth)), tree.InOrder().Select(n => (n.Node.NodeId, n.Node.Code, n.Depth)));
        var shipped = Package.Shipped();
        var said = DraftContent.Of(tree, document, edition);
        Assert.Equal(Package.Flat(shipped.Nodes).Select(Plain), Package.Flat(said.Nodes).Select(Plain));
        Assert.Equal(shipped.Needs.Select(n => (n.Key, n.Measure, string.Join(' ', n.Activities))), said.Needs.Select(n => (n.Key, n.Measure, string.Join(' ', n.Activities))));
        Assert.Equal(shipped.Document!.Pages, said.Document!.Pages);
        Assert.All(Package.Flat(said.Nodes), n => Assert.Null(n.Was));
    }

    [Theory]
    [BothEngines]
    public async Task One_draft_of_an_edition_is_open_at_a_time(Engine engine)
    {
        await using var world = await World.Shipped(engine);
        var desk = Desk.Of(world);
        await desk.Amend();
        var second = await desk.Do((OpenDraft open) => open.Run(new("prkk-2021", null, "zmena-1", new("Znovu")), Desk.Act, default));
        Assert.Equal("programmes.draft.open-already", Assert.Single(second.Problems).Code);
        var taken = await desk.Do((OpenDraft open) => open.Run(new("prkk-2021", null, "2021", new("Znovu")), Desk.Act, default));
        Assert.Equal("programmes.draft.edition-code", Assert.Single(taken.Problems).Code);
        Assert.NotEqual(default, await desk.Amend(edition: "zmena-2"));
    }

    [Theory]
    [BothEngines]
    public async Task A_new_programme_begins_empty_and_no_draft_is_public(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var desk = Desk.Of(world);
        BeginDraft.Command command = new("ostrov-2030", ProgrammeKind.Municipality, "555428", new("Program"), null, 2030, 2035, "1", new("První vydání"));
        var begun = await desk.Do((BeginDraft begin) => begin.Run(command, Desk.Act, default));
        Assert.True(begun.Ok);
        Assert.Empty((await desk.Tree(begun.Value)).Nodes);
        Assert.Null(await world.In(s => s.GetRequiredService<IProgrammeLedger>().First(default)));
        var wrong = await desk.Do((BeginDraft begin) => begin.Run(command with { Code = "Ostrov!", To = 2020 }, Desk.Act, default));
        Assert.Equal(["programmes.draft.programme-code", "programmes.draft.period"], wrong.Problems.Select(p => p.Code));
    }

    [Theory]
    [BothEngines]
    public async Task An_imported_content_becomes_a_draft(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var desk = Desk.Of(world);
        var opened = await desk.Do((ImportDraft import) => import.Run(Small.Programme(status: EditionStatus.Draft), Desk.Act, default));
        Assert.True(opened.Ok);
        Assert.Equal(["A", "A.1", "A.1.1", "A.1.2", "A.2", "A.2.1", "A.2.2", "B", "B.1", "B.1.1", "B.1.2"],
            (await desk.Tree(opened.Value)).InOrder().Select(n => n.Node.Code));
    }

    private static string Plain(NodeContent node) => string.Join('|',
        node.Kind, node.Code, node.Title, node.Title?.En, node.Title?.De, node.Change, node.Text, node.Department, node.Source, node.Aliases.Count, node.Edits.Count);
}
