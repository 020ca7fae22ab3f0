using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Opening;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Drafts in the open interface: what there is, and how one begins.</summary>
internal static class DraftsApi
{
    public static (string, string) Id => ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static (string, string) Node => ("node", "0199f0a0-0000-7000-8000-000000000001");

    public static void Map(RouteGroupBuilder api)
    {
        var read = api.MapGroup("/drafts").Right(ReadDrafts.Right);
        read.MapGet("", List).Described<IReadOnlyList<DraftHeadAnswer>>("drafts.list");
        read.MapGet("/{id:guid}", One).Described<DraftAnswer>("drafts.read", examples: Id);

        var edit = api.MapGroup("/drafts").Right(EditDraft.Right);
        edit.MapPost("/amendments", Amend).Writes<NewAmendment, DraftHeadAnswer>("drafts.amend", StatusCodes.Status201Created);
        edit.MapPost("/programmes", Begin).Writes<NewProgramme, DraftHeadAnswer>("drafts.begin", StatusCodes.Status201Created);
        edit.MapPut("/{id:guid}/head", Head).Writes<ChangedHead, DraftHeadAnswer>("drafts.head", examples: Id);
        edit.MapPut("/{id:guid}/departments/{department}", async (Guid id, string department, ApiBody<NamedDepartment> body, AddDepartment add, AnswerWithDraft answer, CancellationToken stop) =>
                (await add.Run(new(new(id), department, body.Value.Name), answer.Act(DraftActs.Department), stop)).Answer(key => new DraftDepartmentAnswer(key, body.Value.Name)))
            .Writes<NamedDepartment, DraftDepartmentAnswer>("drafts.department", examples: [Id, ("department", "orr")]);
        DraftNodesApi.Map(read, edit);
        DraftNeedsApi.Map(edit);
        DraftMergingApi.Map(read, edit);
        DraftHeirsApi.Map(read, edit);
        DraftImportsApi.Map(read, edit);
        DraftApprovalApi.Map(api.MapGroup("/drafts/{id:guid}/approval"));
        MidTermApi.Map(api);
    }

    private static async Task<IResult> List(ReadDrafts drafts, CancellationToken stop) =>
        Results.Json((IReadOnlyList<DraftHeadAnswer>)[.. (await drafts.All(stop)).Where(drafts.MayRead).Select(d => d.Shape())], ApiJson.Options);

    private static async Task<IResult> One(Guid id, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        return tree.Ok ? Results.Json(tree.Value.Shape(await drafts.OpenConflicts(new(id), stop)), ApiJson.Options) : tree.Problems.Answer();
    }

    private static async Task<IResult> Amend(ApiBody<NewAmendment> body, OpenDraft open, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        return await Opened(await open.Run(new(b.Programme, b.From, b.Edition.Trim(), b.EditionTitle), answer.Act(DraftActs.Open), stop), answer, stop);
    }

    private static async Task<IResult> Begin(ApiBody<NewProgramme> body, BeginDraft begin, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        return await Opened(
            await begin.Run(new(b.Code, b.Kind, b.Territory, b.Title, b.Short, b.From, b.To, b.Edition.Trim(), b.EditionTitle), answer.Act(DraftActs.Begin), stop), answer, stop);
    }

    private static Task<IResult> Opened(Result<DraftId> opened, AnswerWithDraft answer, CancellationToken stop) =>
        answer.Head(opened, opened.Value.Value, stop, StatusCodes.Status201Created);

    private static async Task<IResult> Head(Guid id, ApiBody<ChangedHead> body, ChangeHead change, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        return await answer.Head(
            await change.Run(new(new(id), b.Version, b.Kind, b.Territory, b.Title, b.Short, b.From, b.To, b.Edition, b.EditionTitle), answer.Act(DraftActs.Head, b.Why), stop), id, stop);
    }
}
