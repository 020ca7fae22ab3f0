using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting;

/// <summary>What the module class declares for the editing of programmes.</summary>
internal static class DraftServices
{
    public const string Approve = "programmes.approve";
    public const string Comment = "programmes.comment";

    public static IServiceCollection AddDrafting(this IServiceCollection services) => services
        .AddScoped<EditDraft>().AddScoped<ReadDrafts>()
        .AddScoped<StartDraft>().AddScoped<OpenDraft>().AddScoped<ImportDraft>().AddScoped<BeginDraft>()
        .AddScoped<AddNode>().AddScoped<ChangeTexts>().AddScoped<MoveNode>().AddScoped<ShiftNode>().AddScoped<OrderNodes>()
        .AddScoped<SplitNode>().AddScoped<MergeNodes>().AddScoped<DropNode>().AddScoped<RecodeNode>()
        .AddScoped<AssignDepartment>().AddScoped<AddDepartment>().AddScoped<SetNeed>().AddScoped<DropNeed>().AddScoped<ChangeHead>()
        .AddScoped<RebaseDraft>().AddScoped<DecideConflict>()
        .AddScoped<ApproveDraft>().AddScoped<AskDepartments>().AddScoped<AnswerDraft>().AddScoped<SettleComment>().AddScoped<SendToCouncil>()
        .AddScoped<CouncilDecides>().AddScoped<AssemblyDecides>().AddScoped<TakeBackDraft>().AddScoped<AbandonDraft>()
        .AddScoped<CarryInstruments>().AddScoped<ProposeHeirs>().AddScoped<DecideHeirs>().AddScoped<ReadHeirs>().AddScoped<RecordMidTerm>();

    public static void Declare(Declarations d)
    {
        foreach (var check in DraftChecks.All)
        {
            d.Check(check);
        }

        d.Right(EditDraft.Right, Role.Strategist, Role.Owner);
        d.Right(Approve, Role.Strategist);
        d.Right(Comment, Role.Strategist, Role.Owner, Role.Guarantor);
        d.Right(ReadDrafts.Right, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
    }
}
