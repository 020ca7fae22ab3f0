using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Opening;

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
        .AddScoped<AssignDepartment>().AddScoped<AddDepartment>().AddScoped<SetNeed>().AddScoped<DropNeed>().AddScoped<ChangeHead>();

    public static void Declare(Declarations d)
    {
        d.Right(EditDraft.Right, Role.Strategist, Role.Owner);
        d.Right(Approve, Role.Strategist);
        d.Right(Comment, Role.Strategist, Role.Owner, Role.Guarantor);
        d.Right(ReadDrafts.Right, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
    }
}
