using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Past;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>The tree of a draft in the open interface.</summary>
internal static class DraftNodesApi
{
    private const string Node = "/{id:guid}/nodes/{node:guid}";

    private static (string, string)[] Which => [DraftsApi.Id, DraftsApi.Node];

    public static void Map(RouteGroupBuilder read, RouteGroupBuilder edit)
    {
        read.MapGet(Node, One).Described<DraftNodeAnswer>("drafts.node", examples: Which);
        edit.MapPost("/{id:guid}/nodes", Add).Writes<NewNode, DraftNodeAnswer>("drafts.add-node", StatusCodes.Status201Created, DraftsApi.Id);
        edit.MapPut(Node + "/texts", async (Guid id, Guid node, ApiBody<ChangedTexts> body, ChangeTexts change, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await change.Run(new(new(id), new(node), body.Value.Version, new(body.Value.Title, body.Value.Change, body.Value.Text)), answer.Act(DraftActs.Texts, body.Value.Why), stop), id, node, stop))
            .Writes<ChangedTexts, DraftNodeAnswer>("drafts.texts", examples: Which);
        edit.MapPut(Node + "/place", async (Guid id, Guid node, ApiBody<ChangedPlace> body, MoveNode move, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await move.Run(new(new(id), new(node), body.Value.Version, body.Value.Parent.Node(), body.Value.Before.Node()), answer.Act(DraftActs.Move, body.Value.Why), stop), id, node, stop))
            .Writes<ChangedPlace, DraftNodeAnswer>("drafts.move-node", examples: Which);
        edit.MapPost(Node + "/shift", async (Guid id, Guid node, ApiBody<ShiftedPlace> body, ShiftNode shift, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await shift.Run(new(new(id), new(node), body.Value.Version, body.Value.Up), answer.Act(DraftActs.Move, body.Value.Why), stop), id, node, stop))
            .Writes<ShiftedPlace, DraftNodeAnswer>("drafts.shift-node", examples: Which);
        edit.MapPut(Node + "/code", async (Guid id, Guid node, ApiBody<ChangedCode> body, RecodeNode recode, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await recode.Run(new(new(id), new(node), body.Value.Version, body.Value.Code, body.Value.Renumber), answer.Act(DraftActs.Recode, body.Value.Why), stop), id, node, stop))
            .Writes<ChangedCode, DraftNodeAnswer>("drafts.recode-node", examples: Which);
        edit.MapPut(Node + "/department", async (Guid id, Guid node, ApiBody<ChangedDepartment> body, AssignDepartment assign, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await assign.Run(new(new(id), new(node), body.Value.Version, body.Value.Department), answer.Act(DraftActs.Assign), stop), id, node, stop))
            .Writes<ChangedDepartment, DraftNodeAnswer>("drafts.assign-node", examples: Which);
        edit.MapPost(Node + "/merge", async (Guid id, Guid node, ApiBody<NodeMerge> body, MergeNodes merge, AnswerWithDraft answer, CancellationToken stop) => await answer.Node(
                await merge.Run(new(new(id), new(body.Value.Into), body.Value.IntoVersion, new(node), body.Value.Version, body.Value.Title), answer.Act(DraftActs.Merge, body.Value.Why), stop), id, body.Value.Into, stop))
            .Writes<NodeMerge, DraftNodeAnswer>("drafts.merge-node", examples: Which);
        edit.MapPost(Node + "/split", Split).Writes<NodeSplit, DraftNodeAnswer>("drafts.split-node", StatusCodes.Status201Created, Which);
        edit.MapPost(Node + "/past", BringBack).Writes<PastWanted, DraftNodeAnswer>("drafts.bring-back-node", examples: Which);
        edit.MapDelete(Node, Drop).Writes<DroppedAnswer>("drafts.drop-node", examples: Which);
        edit.MapPut("/{id:guid}/order", Order).Writes<ChangedOrder, IReadOnlyList<DraftNodeLine>>("drafts.order-nodes", examples: DraftsApi.Id);
    }

    private static async Task<IResult> One(Guid id, Guid node, AnswerWithDraft answer, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        return !tree.Ok ? tree.Problems.Answer()
            : tree.Value.Find(new NodeId(node)) is { } found ? Results.Json(found.Shape(tree.Value), ApiJson.Options)
            : Problem.NotFound("programmes.draft.node-gone").Answer();
    }

    private static async Task<IResult> Add(Guid id, ApiBody<NewNode> body, AddNode add, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var added = await add.Run(
            new(new(id), b.Parent.Node(), b.Before.Node(), b.Kind, b.Code, new(b.Title, b.Change, b.Text), b.Department), answer.Act(DraftActs.Add, b.Why), stop);
        return await answer.Node(added, id, added.Value.Value, stop, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Split(Guid id, Guid node, ApiBody<NodeSplit> body, SplitNode split, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var second = await split.Run(
            new(new(id), new(node), b.Version, b.First.Texts(), b.Second.Texts(), b.Code, b.Children.Nodes(), b.Needs ?? []), answer.Act(DraftActs.Split, b.Why), stop);
        return await answer.Node(second, id, second.Ok ? second.Value.Value : node, stop, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Drop(Guid id, Guid node, string stamp, DropNode drop, AnswerWithDraft answer, CancellationToken stop, string why = "")
    {
        var done = await drop.Run(new(new(id), new(node), stamp), answer.Act(DraftActs.Drop, why), stop);
        return done.Ok
            ? Results.Json(new DroppedAnswer(done.Value.Nodes, done.Value.Needs, done.Value.Shortened), ApiJson.Options)
            : await answer.Node(done, id, node, stop);
    }

    private static async Task<IResult> Order(Guid id, ApiBody<ChangedOrder> body, OrderNodes order, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop)
    {
        var parent = body.Value.Parent.Node();
        var done = await order.Run(new(new(id), parent, body.Value.Seen.Nodes(), body.Value.Wanted.Nodes()), answer.Act(DraftActs.Move, body.Value.Why), stop);
        var tree = await drafts.Tree(new(id), stop);
        IReadOnlyList<DraftNodeLine> now = tree is null ? [] : [.. tree.Children(parent).Select(n => n.Line())];
        return done.Ok ? Results.Json(now, ApiJson.Options) : done.Problems.Answer(tree is not null && drafts.MayRead(tree.Head) ? now : null);
    }

    /// <summary>The draft must be one that can be read: only what may be read can be brought back.</summary>
    private static async Task<IResult> BringBack(Guid id, Guid node, ApiBody<PastWanted> body, ReadPast past, BringBack back, AnswerWithDraft answer, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        if (!tree.Ok)
        {
            return tree.Problems.Answer();
        }

        var then = body.Value switch
        {
            { Day: { } day, Draft: null, At: null } => (await past.On(tree.Value.Head.Code, day, new(node), stop)).Node,
            { Day: null, Draft: { } draft, At: { } at } => await past.InDraft(new(draft), new(node), at, stop),
            _ => null,
        };
        return then is null
            ? Problem.NotFound("programmes.past.was-not").Answer()
            : await answer.Node(await back.Run(new(new(id), new(node), body.Value.Version, then), answer.Act(DraftActs.BringBack), stop), id, node, stop);
    }
}
