using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>A new plan instead of an old one, in the open interface.</summary>
internal static class DraftHeirsApi
{
    public static void Map(RouteGroupBuilder read, RouteGroupBuilder edit)
    {
        read.MapGet("/{id:guid}/heirs", List).Described<IReadOnlyList<HeirAnswer>>("drafts.heirs", examples: DraftsApi.Id);
        edit.MapPost("/{id:guid}/heirs", Propose).Writes<ReplacedPlan, HomedAnswer>("drafts.propose-heirs", examples: DraftsApi.Id);
        edit.MapPut("/{id:guid}/heirs/{node:guid}", async (Guid id, Guid node, ApiBody<DecidedHeirs> body, DecideHeirs decide, AnswerWithDraft answer, CancellationToken stop) =>
                (await decide.Run(new(new(id), new(node), [.. body.Value.Homes.Select(h => new DecideHeirs.Home(new(h.To), h.Share))]), answer.Act(DraftActs.DecideHeirs), stop))
                .Answer(_ => body.Value))
            .Writes<DecidedHeirs, DecidedHeirs>("drafts.decide-heirs", examples: [DraftsApi.Id, DraftsApi.Node]);
    }

    private static async Task<IResult> List(Guid id, AnswerWithDraft answer, ReadHeirs heirs, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        return tree.Ok ? Results.Json((IReadOnlyList<HeirAnswer>)[.. (await heirs.Run(tree.Value, stop)).Select(h => h.Shape())], ApiJson.Options) : tree.Problems.Answer();
    }

    private static async Task<IResult> Propose(Guid id, ApiBody<ReplacedPlan> body, ProposeHeirs propose, IProgrammeLedger ledger, AnswerWithDraft answer, CancellationToken stop)
    {
        var (programme, edition) = (body.Value.Programme, body.Value.Edition);
        edition ??= programme is null ? null : (await ledger.Editions(programme, stop)).FirstOrDefault()?.Code;
        return (await propose.Run(new(new(id), programme, edition), answer.Act(DraftActs.ProposeHeirs), stop)).Answer(homed => new HomedAnswer(homed));
    }
}
