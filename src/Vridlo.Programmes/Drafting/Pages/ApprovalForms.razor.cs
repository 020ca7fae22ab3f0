using System.Globalization;
using Microsoft.AspNetCore.Components;
using Vridlo.Core.Access;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>Takes a draft a step on its way.</summary>
public partial class ApprovalForms
{
    private protected IReadOnlyList<DraftAnswer> answers = [];
    private protected IReadOnlyList<DraftStep> steps = [];
    private protected IReadOnlyDictionary<PersonId, string> names = new Dictionary<PersonId, string>();
    private protected int conflicts;

    private IReadOnlyList<DraftAnswer> now = [];
    private IReadOnlyList<(string, string)> asked = [];
    private IReadOnlyList<(string, string)> unsettled = [];

    [Inject]
    private protected ApproveDraft Approve { get; set; } = null!;

    [Inject]
    private AskDepartments Ask { get; set; } = null!;

    [Inject]
    private AnswerDraft Answer { get; set; } = null!;

    [Inject]
    private SettleComment Settle { get; set; } = null!;

    [Inject]
    private SendToCouncil ToCouncil { get; set; } = null!;

    [Inject]
    private CouncilDecides Council { get; set; } = null!;

    [Inject]
    private AssemblyDecides Assembly { get; set; } = null!;

    [Inject]
    private TakeBackDraft TakeBack { get; set; } = null!;

    [Inject]
    private AbandonDraft Abandon { get; set; } = null!;

    [Inject]
    private IPeople People { get; set; } = null!;

    private protected override async Task Opened()
    {
        (answers, steps) = (await Drafts.Answers(Draft, Stop), await Drafts.Steps(Draft, Stop));
        conflicts = await Drafts.OpenConflicts(Draft, Stop);
        names = await People.Names([.. steps.Select(s => Guid.TryParse(s.By, out var id) ? new PersonId(id) : (PersonId?)null).OfType<PersonId>().Distinct()], Stop);
        now = [.. answers.Where(a => a.Round == Tree!.Head.Round)];
        asked = [.. now.Select(a => (a.Department, Department(a.Department)))];
        awaited = [.. now.Where(a => a.Answer is AnswerKind.Awaited).Select(a => (a.Department, Department(a.Department)))];
        unsettled = [.. now.Where(a => a.Answer is AnswerKind.WithComments or AnswerKind.RequiresModification && a.Settled is null).Select(a => (a.Department, Department(a.Department)))];
    }

    private protected string Department(string key) => Tree!.Departments.FirstOrDefault(d => d.Key == key) is { } known ? T.Plain(known.Name) : key;

    private async Task DoAsk()
    {
        var form = Form("ask");
        if (Day(form, "deadline") is { } deadline)
        {
            GoOn(await Ask.Run(new(Draft, form.All("departments"), deadline, Note(form)), Act(DraftActs.AskDepartments), Stop), form, Here);
        }
    }

    private async Task DoAnswer()
    {
        var form = Form("answer");
        var kind = Enum.TryParse<AnswerKind>(form["answer"], out var read) && Enum.IsDefined(read) ? read : AnswerKind.Awaited;
        GoOn(await Answer.Run(new(Draft, form["department"], kind, form["text"], StampSeen(form, form["department"])), Act(DraftActs.Answer), Stop), form, Here);
    }

    private async Task DoSettle()
    {
        var form = Form("settle");
        var how = Enum.TryParse<Settlement>(form["settlement"], out var read) && Enum.IsDefined(read) ? read : Settlement.Refused;
        var done = await Settle.Run(new(Draft, form["whose"], how, form["reason"], StampSeen(form, form["whose"])), Act(DraftActs.Settle), Stop);
        GoOn(done.Ok ? done : done.Problems.Select(p => p.Field is "why" ? p with { Field = "reason" } : p).ToArray(), form, Here);
    }

    private async Task DoToCouncil()
    {
        var form = Form("to-council");
        GoOn(await ToCouncil.Run(new(Draft, form["sea"].Length > 0, Note(form)), Act(DraftActs.ToCouncil), Stop), form, Here);
    }

    private async Task DoResolution()
    {
        var (form, yes) = (Form("resolution"), Form("resolution")["do"] == "yes");
        if (!yes && form["do"] != "no")
        {
            form.Refuse(FormState.NoButton);
            return;
        }

        if (Day(form, "on") is not { } on)
        {
            return;
        }

        if (Tree!.Head.Status is DraftStatus.Council)
        {
            GoOn(await Council.Run(new(Draft, yes, form["resolution"].Trim(), on, Note(form)), Act(DraftActs.Council), Stop), form, Here);
            return;
        }

        var force = DayTyped.Read(form, "inForceFrom");
        if (!force.Ok)
        {
            form.Refuse(force.Problems);
            return;
        }

        GoOn(
            await Assembly.Run(new(Draft, yes, form["resolution"].Trim(), on, force.Value.Value, form["seaStatement"], Note(form)), Act(DraftActs.Assembly), Stop), form, Here);
    }

    private async Task DoEnd()
    {
        var form = Form("end");
        GoOn(
            form["do"] switch
            {
                "back" => await TakeBack.Run(Draft, form.Why, Act(DraftActs.TakeBack), Stop),
                "abandon" => await Abandon.Run(Draft, form.Why, Act(DraftActs.Abandon), Stop),
                _ => FormState.NoButton,
            },
            form, Here);
    }

    private static long? StampSeen(FormState form, string department) => long.TryParse(form["seen-" + department], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? stamp : null;

    private static string? Note(FormState form) => form["note"].Trim() is { Length: > 0 } note ? note : null;
}
