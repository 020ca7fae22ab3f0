using Microsoft.AspNetCore.Http;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>
/// Answers with what was changed as it is now. Whoever was late gets what somebody else has written meanwhile, if it may be read.
/// </summary>
internal sealed class AnswerWithDraft(ReadDrafts drafts, EditDraft edit, Asker asker)
{
    public Act Act(string kind, string why = "") => asker.Act(kind, why.Trim());

    /// <summary>A draft that may be read, or the refusal.</summary>
    public async Task<Result<DraftTree>> Find(Guid id, CancellationToken stop) =>
        await drafts.Tree(new(id), stop) is { } tree && drafts.MayRead(tree.Head) ? tree : Problem.NotFound("programmes.draft.unknown");

    /// <summary>The draft itself.</summary>
    public async Task<IResult> Head<T>(Result<T> done, Guid draft, CancellationToken stop, int status = StatusCodes.Status200OK) =>
        await Now(done, draft, _ => null, tree => tree.Head.Shape(), status, stop);

    /// <summary>A node of it.</summary>
    public async Task<IResult> Node<T>(Result<T> done, Guid draft, Guid node, CancellationToken stop, int status = StatusCodes.Status200OK) =>
        await Now(done, draft, tree => tree.Find(new NodeId(node))?.NodeId, tree => tree.Find(new NodeId(node))?.Shape(tree), status, stop);

    /// <summary>A need of it.</summary>
    public async Task<IResult> Need<T>(Result<T> done, Guid draft, string key, CancellationToken stop) =>
        await Now(done, draft, tree => tree.Need(key)?.MeasureId, tree => tree.Need(key)?.Shape(), StatusCodes.Status200OK, stop);

    private async Task<IResult> Now<T>(Result<T> done, Guid draft, Func<DraftTree, NodeId?> place, Func<DraftTree, object?> shape, int status, CancellationToken stop)
    {
        if (!done.Ok && done.Problems[0].Kind is not ProblemKind.Conflict)
        {
            return done.Problems.Answer();
        }

        var tree = await drafts.Tree(new(draft), stop);
        if (done.Ok)
        {
            return Results.Json(tree is null ? null : shape(tree), ApiJson.Options, statusCode: status);
        }

        return done.Problems.Answer(tree is not null && (drafts.MayRead(tree.Head) || edit.May(tree, place(tree))) ? shape(tree) : null);
    }
}
