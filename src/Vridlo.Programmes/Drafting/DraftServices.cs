using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Jobs;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Drafting.Importing;
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
        .AddSingleton<DraftTurns>().AddScoped<EditDraft>().AddScoped<ReadDrafts>().AddScoped<Api.AnswerWithDraft>()
        .AddScoped<StartDraft>().AddScoped<OpenDraft>().AddScoped<ImportDraft>().AddScoped<BeginDraft>()
        .AddScoped<AddNode>().AddScoped<ChangeTexts>().AddScoped<MoveNode>().AddScoped<ShiftNode>().AddScoped<OrderNodes>()
        .AddScoped<SplitNode>().AddScoped<MergeNodes>().AddScoped<DropNode>().AddScoped<RecodeNode>()
        .AddScoped<AssignDepartment>().AddScoped<AddDepartment>().AddScoped<SetNeed>().AddScoped<DropNeed>().AddScoped<ChangeHead>().AddScoped<UndoEditing>()
        .AddScoped<RebaseDraft>().AddScoped<DecideConflict>().AddScoped<UndoMerging>()
        .AddScoped<ApproveDraft>().AddScoped<AskDepartments>().AddScoped<ChangeAsked>().AddScoped<AnswerDraft>().AddScoped<SettleComment>().AddScoped<UndoAnswer>().AddScoped<SendToCouncil>()
        .AddScoped<CouncilDecides>().AddScoped<AssemblyDecides>().AddScoped<TakeBackDraft>().AddScoped<AbandonDraft>().AddScoped<UndoStep>()
        .AddScoped<CarryInstruments>().AddScoped<ProposeHeirs>().AddScoped<DecideHeirs>().AddScoped<ReadHeirs>().AddScoped<ReadLeft>().AddScoped<RecordMidTerm>().AddScoped<UndoMidTerm>()
        .AddScoped<CarryOver>().AddScoped<UploadDocument>().AddScoped<ReadUpload>().AddScoped<SettleDoubt>().AddScoped<ReadImports>();

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
        d.AddressWord("koncepty", "drafts", "entwuerfe");
        d.AddressWord("novy", "new", "neu");
        d.AddressWord("uzel", "node", "knoten");
        d.AddressWord("pridat", "add", "hinzufuegen");
        d.AddressWord("presunout", "move", "verschieben");
        d.AddressWord("precislovat", "renumber", "umnummerieren");
        d.AddressWord("rozdelit", "split", "teilen");
        d.AddressWord("sloucit", "merge", "zusammenfuehren");
        d.AddressWord("vypustit", "drop", "entfernen");
        d.AddressWord("nastroj", "instrument", "instrument");
        d.AddressWord("zdroj", "source", "quelle");
        d.AddressWord("rozpory", "conflicts", "widersprueche");
        d.AddressWord("nahrada", "replacement", "ersetzung");
        d.AddressWord("schvalovani", "approval", "beschluss");
        d.AddressWord("udaje", "details", "angaben");
        d.AddressWord("zpravy-o-uplatnovani", "application-reports", "anwendungsberichte");
        d.WorkEntry("programmes.work", "programmes.draft.list.title", "doc", "/prace/koncepty", 100, ReadDrafts.Right);
        d.WorkEntry("programmes.work", "programmes.midterm.title", "chart", "/prace/zpravy-o-uplatnovani", 190, ReadDrafts.Right);
        d.OnErased(ReadImports.Forget);
        d.Holds(new("imports", ReadImports.Held));
        d.Job("programmes.imports.clear", Schedule.Daily(new(3, 30)), (unit, stop) => unit.GetRequiredService<ReadImports>().Clear(stop));
        d.Tasks(DraftDuties.Find);
        d.Notice("programmes.draft.step", DraftDuties.Steps);
        d.Notice(DraftHistory.Node, DraftConcerns.OfNodes);
        d.Notice(DraftHistory.Need, DraftConcerns.OfNeeds);
        d.Undo(DraftActs.MidTerm, (unit, undoing, stop) => unit.GetRequiredService<UndoMidTerm>().Run(undoing, stop));
        d.Undo(DraftActs.CorrectMidTerm, (unit, undoing, stop) => unit.GetRequiredService<UndoMidTerm>().Run(undoing, stop));
        DraftHistory.Declare(d);
        foreach (var kind in DraftActs.Undoable)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoEditing>().Run(undoing, stop));
        }

        foreach (var kind in DraftActs.Asking)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<ChangeAsked>().Undo(undoing, stop));
        }

        foreach (var kind in DraftActs.Replacing)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoEditing>().Run(undoing, stop, whole: true));
        }

        foreach (var kind in DraftActs.Merging)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoMerging>().Run(undoing, stop));
        }

        foreach (var kind in DraftActs.Stepping)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoStep>().Run(undoing, stop));
        }

        foreach (var kind in DraftActs.Commenting)
        {
            d.Undo(kind, (unit, undoing, stop) => unit.GetRequiredService<UndoAnswer>().Run(undoing, stop));
        }
    }
}
