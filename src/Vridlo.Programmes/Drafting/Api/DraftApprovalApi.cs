using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Programmes.Drafting.Approving;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>The way of a draft to the assembly in the open interface.</summary>
internal static class DraftApprovalApi
{
    private static (string, string)[] Which => [DraftsApi.Id, ("department", "orr")];

    public static void Map(RouteGroupBuilder way)
    {
        way.MapGet("", One).Right(ReadDrafts.Right).Described<DraftApprovalAnswer>("drafts.approval", examples: DraftsApi.Id);
        way.MapPut("/answers/{department}", async (Guid id, string department, ApiBody<SaidAnswer> body, AnswerDraft answer, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await answer.Run(new(new(id), department, body.Value.Answer, body.Value.Text), draft.Act(DraftActs.Answer), stop), id, drafts, stop))
            .Right(DraftServices.Comment).Writes<SaidAnswer, DraftApprovalAnswer>("drafts.answer", examples: Which);

        var lead = way.MapGroup("").Right(DraftServices.Approve);
        lead.MapPost("/departments", async (Guid id, ApiBody<AskedDepartments> body, AskDepartments ask, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await ask.Run(new(new(id), body.Value.Departments, body.Value.Deadline, body.Value.Note), draft.Act(DraftActs.AskDepartments), stop), id, drafts, stop))
            .Writes<AskedDepartments, DraftApprovalAnswer>("drafts.ask-departments", examples: DraftsApi.Id);
        lead.MapPut("/answers/{department}/deadline", async (Guid id, string department, ApiBody<NewDeadline> body, ChangeAsked change, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await change.Move(new(id), department, body.Value.Deadline, draft.Act(DraftActs.MoveDeadline), stop), id, drafts, stop))
            .Writes<NewDeadline, DraftApprovalAnswer>("drafts.move-deadline", examples: Which);
        lead.MapDelete("/answers/{department}", async (Guid id, string department, ChangeAsked change, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await change.Release(new(id), department, draft.Act(DraftActs.Release), stop), id, drafts, stop))
            .Writes<DraftApprovalAnswer>("drafts.release-department", examples: Which);
        lead.MapPut("/answers/{department}/settlement", async (Guid id, string department, ApiBody<SaidSettlement> body, SettleComment settle, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await settle.Run(new(new(id), department, body.Value.Settlement, body.Value.Why), draft.Act(DraftActs.Settle), stop), id, drafts, stop))
            .Writes<SaidSettlement, DraftApprovalAnswer>("drafts.settle-answer", examples: Which);
        lead.MapPost("/handing-over", async (Guid id, ApiBody<HandedOver> body, SendToCouncil send, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await send.Run(new(new(id), body.Value.SubjectToSea, body.Value.Note), draft.Act(DraftActs.ToCouncil), stop), id, drafts, stop))
            .Writes<HandedOver, DraftApprovalAnswer>("drafts.hand-over", examples: DraftsApi.Id);
        lead.MapPost("/council", async (Guid id, ApiBody<CouncilResolution> body, CouncilDecides council, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await council.Run(new(new(id), body.Value.Agrees, body.Value.Resolution, body.Value.On, body.Value.Note), draft.Act(DraftActs.Council), stop), id, drafts, stop))
            .Writes<CouncilResolution, DraftApprovalAnswer>("drafts.council", examples: DraftsApi.Id);
        lead.MapPost("/assembly", Assembly).Writes<AssemblyResolution, DraftApprovalAnswer>("drafts.assembly", examples: DraftsApi.Id);
        lead.MapPost("/taking-back", async (Guid id, ApiBody<Reason> body, TakeBackDraft take, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await take.Run(new(id), body.Value.Why, draft.Act(DraftActs.TakeBack), stop), id, drafts, stop))
            .Writes<Reason, DraftApprovalAnswer>("drafts.take-back", examples: DraftsApi.Id);
        lead.MapPost("/abandoning", async (Guid id, ApiBody<Reason> body, AbandonDraft abandon, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop) => await Now(
                await abandon.Run(new(id), body.Value.Why, draft.Act(DraftActs.Abandon), stop), id, drafts, stop))
            .Writes<Reason, DraftApprovalAnswer>("drafts.abandon", examples: DraftsApi.Id);
    }

    private static async Task<IResult> One(Guid id, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop) => await Now(await answer.Find(id, stop), id, drafts, stop);

    private static async Task<IResult> Assembly(Guid id, ApiBody<AssemblyResolution> body, AssemblyDecides assembly, ReadDrafts drafts, AnswerWithDraft draft, CancellationToken stop)
    {
        var b = body.Value;
        return await Now(
            await assembly.Run(new(new(id), b.Approves, b.Resolution, b.On, b.InForceFrom, b.SeaStatement, b.Note), draft.Act(DraftActs.Assembly), stop), id, drafts, stop);
    }

    /// <summary>Where the draft stands after the step.</summary>
    private static async Task<IResult> Now<T>(Result<T> done, Guid id, ReadDrafts drafts, CancellationToken stop)
    {
        if (!done.Ok || await drafts.Tree(new(id), stop) is not { Head: var head })
        {
            return done.Problems.Answer();
        }

        return Results.Json(
            new DraftApprovalAnswer(
                head.Status,
                head.Round,
                head.Status is DraftStatus.Approved ? head.Edition : null,
                [.. (await drafts.Answers(head.Id, stop)).Select(a => new DepartmentSaid(a.Round, a.Department, a.Deadline, a.Answer, a.Text, a.Settled, a.SettledWhy))],
                [.. (await drafts.Steps(head.Id, stop)).Select(s => new StepAnswer(s.Round, s.Kind, s.At, s.Department, s.Resolution, s.On, s.Note))]),
            ApiJson.Options);
    }
}
