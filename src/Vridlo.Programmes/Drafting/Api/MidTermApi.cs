using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Programmes.Api;
using Vridlo.Programmes.Drafting.MidTerm;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Reports on application halfway through the period, in the open interface.</summary>
internal static class MidTermApi
{
    private const string Path = "/programmes/{programme}/editions/{edition}/mid-term-reports";

    private const string One = Path + "/{report:guid}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Path, List).Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Programme))
            .Described<IReadOnlyList<MidTermAnswer>>("editions.mid-term-reports", examples: [ProgrammesApi.Programme, ProgrammesApi.Edition]);
        api.MapPost(Path, Record).Right(DraftServices.Approve)
            .Writes<NewMidTerm, MidTermAnswer>("editions.record-mid-term", StatusCodes.Status201Created, ProgrammesApi.Programme, ProgrammesApi.Edition);
        api.MapPut(One, Correct).Right(DraftServices.Approve)
            .Writes<CorrectedMidTerm, MidTermAnswer>("editions.correct-mid-term", examples: [ProgrammesApi.Programme, ProgrammesApi.Edition, ("report", DraftsApi.Id.Item2)]);
    }

    private static async Task<IResult> List(string programme, string edition, IProgrammeLedger ledger, ReadDrafts drafts, CancellationToken stop) =>
        await ledger.Edition(programme, edition, stop) is { } found
            ? Results.Json((IReadOnlyList<MidTermAnswer>)[.. (await drafts.MidTerm([found.Id], stop)).Select(r => r.Shape())], ApiJson.Options)
            : Problem.NotFound("programmes.unknown", programme).Answer();

    private static async Task<IResult> Record(
        string programme, string edition, ApiBody<NewMidTerm> body, RecordMidTerm record, ReadDrafts drafts, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var done = await record.Run(new(programme, edition, b.On, b.Title, b.Text, b.Resolution, b.ResolvedOn, b.Outcome), answer.Act(DraftActs.MidTerm), stop);
        return done.Ok
            ? Results.Json((await drafts.MidTerm(done.Value, stop))!.Shape(), ApiJson.Options, statusCode: StatusCodes.Status201Created)
            : done.Problems.Answer();
    }

    private static async Task<IResult> Correct(
        string programme, string edition, Guid report, ApiBody<CorrectedMidTerm> body, RecordMidTerm record, ReadDrafts drafts, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var done = await record.Correct(
            new(report), b.Stamp, new(programme, edition, b.On, b.Title, b.Text, b.Resolution, b.ResolvedOn, b.Outcome), answer.Act(DraftActs.CorrectMidTerm, b.Why), stop);
        var now = done.Ok || done.Problems[0].Kind is ProblemKind.Conflict ? (await drafts.MidTerm(new ReportId(report), stop))?.Shape() : null;
        return done.Ok ? Results.Json(now, ApiJson.Options) : done.Problems.Answer(now);
    }
}
