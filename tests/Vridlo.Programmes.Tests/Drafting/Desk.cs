using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Programmes.Drafting.Tree;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>People of the office at work on drafts: each act in a unit of work of its own, as one request is.</summary>
internal sealed class Desk(World world, params Grant[] grants)
{
    private static readonly Person Somebody = new(new(new Guid(1, 2, 3, new byte[8])), "Jana Nováková", "jana@example.cz", Language.Cs, null);

    public static Act Act { get; } = new(new("test", "test"), "programmes.draft", "a test wants it");

    /// <summary>The same, as what it is.</summary>
    public static Act Did(string kind) => Act with { Kind = kind };

    public World World => world;

    /// <summary>The last act done here.</summary>
    public WrittenAct? Written { get; private set; }

    /// <summary>The strategist, who edits everything.</summary>
    public static Desk Of(World world) => new(world, new Grant(Role.Strategist));

    /// <summary>The desk of somebody with other roles.</summary>
    public Desk With(params Grant[] other) => new(world, other);

    public Task<T> Do<THandler, T>(Func<THandler, Task<T>> work)
        where THandler : notnull => world.In(async services =>
    {
        services.GetRequiredService<Asker>().Become(Somebody, grants);
        var done = await work(services.GetRequiredService<THandler>());
        Written = services.GetRequiredService<AppDb>().Written ?? Written;
        return done;
    });

    public Task<Result<bool>> Undo(Guid act) => Do((UndoAct undo) => undo.Run(act, "a test wants it", default));

    public async Task<DraftId> Amend(string programme = "prkk-2021", string edition = "zmena-1")
    {
        var opened = await Do((OpenDraft open) => open.Run(new(programme, null, edition, new("Změna")), Act, default));
        return opened.Ok ? opened.Value : throw new InvalidOperationException(string.Join("; ", opened.Problems));
    }

    public async Task<DraftTree> Tree(DraftId draft) => (await Do((ReadDrafts read) => read.Tree(draft, default)))!;

    public async Task<DraftNode> Node(DraftId draft, string code) => (await Tree(draft)).Nodes.Single(n => n.Code == code);

    public async Task<Result<int>> Reword(DraftId draft, DraftNode seen, string title) => await Do((ChangeTexts change) =>
        change.Run(new(draft, seen.NodeId, seen.Version, NodeTexts.Of(seen) with { Title = new(title) }), Did(DraftActs.Texts), default));

    public Task<Result<int>> Move(DraftId draft, DraftNode seen, NodeId? parent, NodeId? before = null) => Do((MoveNode move) =>
        move.Run(new(draft, seen.NodeId, seen.Version, parent, before), Did(DraftActs.Move), default));

    public Task<Result<NodeId>> Add(DraftId draft, NodeId? parent, NodeKind kind, string code, string title = "Nový uzel") => Do((AddNode add) =>
        add.Run(new(draft, parent, null, kind, code, new(new(title), null, null)), Did(DraftActs.Add), default));

    public async Task<Result<DropNode.Dropped>> Drop(DraftId draft, NodeId node)
    {
        var stamp = (await Tree(draft)).Stamp(node);
        return await Do((DropNode drop) => drop.Run(new(draft, node, stamp), Did(DraftActs.Drop), default));
    }
}

/// <summary>A small programme: areas A and B, measures A.1, A.2 and B.1, two activities each.</summary>
internal static class Small
{
    public static EditionContent Programme(string edition = "2026", EditionStatus status = EditionStatus.Approved) => Package.Town() with
    {
        Edition = edition,
        Status = status,
        Departments = [new("dopr", new("Odbor dopravy"))],
        Nodes = [Area("A", "A.1", "A.2"), Area("B", "B.1")],
        Needs = [new() { Key = "need-1", Measure = "A.1", Kind = Core.Instruments.InstrumentKind.Register, Title = new("registr"), Activities = ["A.1.1", "A.1.2"] }],
    };

    private static NodeContent Area(string code, params string[] measures) => new()
    {
        Kind = NodeKind.Area,
        Code = code,
        Title = new("Oblast " + code),
        Children = [.. measures.Select(Measure)],
    };

    private static NodeContent Measure(string code) => new()
    {
        Kind = NodeKind.Measure,
        Code = code,
        Title = new("Opatření " + code, "Measure " + code),
        Text = new("Text " + code),
        Children = [.. new[] { ".1", ".2" }.Select(n => new NodeContent { Kind = NodeKind.Activity, Code = code + n, Title = new("Aktivita " + code + n) })],
    };
}
