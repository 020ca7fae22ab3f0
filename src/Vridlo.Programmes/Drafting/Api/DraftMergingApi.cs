using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Programmes.Drafting.Merging;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Merging a draft with an edition approved meanwhile, in the open interface.</summary>
internal static class DraftMergingApi
{
    public static void Map(RouteGroupBuilder read, RouteGroupBuilder edit)
    {
        read.MapGet("/{id:guid}/conflicts", List).Described<IReadOnlyList<ConflictAnswer>>("drafts.conflicts", examples: DraftsApi.Id);
        edit.MapPost("/{id:guid}/rebase", async (Guid id, RebaseDraft rebase, AnswerWithDraft answer, CancellationToken stop) =>
                (await rebase.Run(new(id), answer.Act(DraftActs.Rebase), stop)).Answer(r => new RebasedAnswer(r.Edition, r.Conflicts)))
            .Writes<RebasedAnswer>("drafts.rebase", examples: DraftsApi.Id);
        edit.MapPut("/{id:guid}/conflicts/{conflict:guid}", Decide)
            .Writes<DecidedConflict, StillOpen>("drafts.decide-conflict", examples: [DraftsApi.Id, ("conflict", "0199f0a0-0000-7000-8000-000000000002")]);
    }

    private static async Task<IResult> List(Guid id, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        return tree.Ok
            ? Results.Json((IReadOnlyList<ConflictAnswer>)[.. (await drafts.Conflicts(new(id), stop)).Select(c => c.Shape(tree.Value))], ApiJson.Options)
            : tree.Problems.Answer();
    }

    /// <summary>Whoever was late gets what the draft says now, if it may be read.</summary>
    private static async Task<IResult> Decide(
        Guid id, Guid conflict, ApiBody<DecidedConflict> body, DecideConflict decide, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop)
    {
        var b = body.Value;
        var done = await decide.Run(new(new(id), new(conflict), b.Stamp, b.Decision, b.Own), answer.Act(DraftActs.Decide), stop);
        if (done.Ok || done.Problems[0].Kind is not ProblemKind.Conflict)
        {
            return done.Answer(open => new StillOpen(open));
        }

        var tree = await answer.Find(id, stop);
        var now = tree.Ok ? (await drafts.Conflicts(new(id), stop)).FirstOrDefault(c => c.Id == new ConflictId(conflict)) : null;
        return done.Problems.Answer(now?.Shape(tree.Value!));
    }
}
