using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Api;
using Vridlo.Programmes.Drafting.MidTerm;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Reports on application halfway through the period, in the open interface.</summary>
internal static class MidTermApi
{
    private const string Path = "/programmes/{programme}/editions/{edition}/mid-term-reports";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Path, List).Right(ReadDrafts.Right).Described<IReadOnlyList<MidTermAnswer>>("editions.mid-term-reports", examples: [ProgrammesApi.Programme, ProgrammesApi.Edition]);
        api.MapPost(Path, Record).Right(DraftServices.Approve)
            .Writes<NewMidTerm, MidTermAnswer>("editions.record-mid-term", StatusCodes.Status201Created, ProgrammesApi.Programme, ProgrammesApi.Edition);
    }

    private static async Task<IResult> List(string programme, string edition, IProgrammeLedger ledger, ReadDrafts drafts, CancellationToken stop) =>
        await ledger.Edition(programme, edition, stop) is { } found && drafts.MayRead(found.ProgrammeId)
            ? Results.Json((IReadOnlyList<MidTermAnswer>)[.. (await drafts.MidTerm([found.Id], stop)).Select(r => r.Shape())], ApiJson.Options)
            : Problem.NotFound("programmes.unknown", programme).Answer();

    private static async Task<IResult> Record(
        string programme, string edition, ApiBody<NewMidTerm> body, RecordMidTerm record, ReadDrafts drafts, IProgrammeLedger ledger, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var done = await record.Run(new(programme, edition, b.On, b.Title, b.Text, b.Resolution, b.ResolvedOn, b.Outcome), answer.Act(DraftActs.MidTerm), stop);
        if (!done.Ok)
        {
            return done.Problems.Answer();
        }

        var reports = await drafts.MidTerm([(await ledger.Edition(programme, edition, stop))!.Id], stop);
        return Results.Json(reports.Single(r => r.Id == done.Value).Shape(), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
