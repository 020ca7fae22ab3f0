using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Steps of a draft on its way are taken back until another follows.</summary>
public sealed class UndoStepsStory
{
    [Theory, BothEngines]
    public async Task A_draft_given_up_is_open_again_where_it_stood(Engine engine)
    {
        await using var world = await World.Empty(engine);
        Assert.True((await world.Enter(Small.Programme())).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026", "2027");
        Assert.True((await Ask(desk, draft)).Ok);
        Assert.True((await desk.Do((AbandonDraft abandon) => abandon.Run(draft, "Omylem", Desk.Did(DraftActs.Abandon), default))).Ok);
        var abandoned = desk.Written!.Id;
        Assert.Equal((DraftStatus.Abandoned, null), await Stands(desk, draft));
        Assert.Equal("programmes.approval.may-not", Code(await desk.With(new Grant(Role.Owner)).Undo(abandoned)));
        Assert.True((await desk.Undo(abandoned)).Ok);
        Assert.Equal((DraftStatus.Comments, "ostrov-2026/2027"), await Stands(desk, draft));
        Assert.Equal([StepKind.DepartmentsAsked], await Steps(desk, draft));
        Assert.True((await desk.Undo(desk.Written!.Id)).Ok);
        Assert.Equal((DraftStatus.Abandoned, null), await Stands(desk, draft));

        var again = desk.Written!.Id;
        var other = await desk.Amend("ostrov-2026", "2027");
        Assert.Equal("programmes.draft.open-already", Code(await desk.Undo(again)));
        Assert.True((await desk.Do((AbandonDraft abandon) => abandon.Run(other, "Není třeba", Desk.Did(DraftActs.Abandon), default))).Ok);
        Assert.True((await world.Enter(Small.Programme("2027") with { Follows = "2026", InForceFrom = new(2026, 5, 1) })).Ok);
        Assert.Equal("programmes.draft.edition-code", Code(await desk.Undo(again)));
        Assert.Equal((DraftStatus.Abandoned, null), await Stands(desk, draft));
    }

    [Theory, BothEngines]
    public async Task Asking_departments_is_taken_back_until_one_has_answered_or_the_draft_came_back(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        Assert.True((await Ask(desk, draft)).Ok);
        Assert.Equal("programmes.approval.may-not", Code(await desk.With(new Grant(Role.Owner)).Undo(desk.Written!.Id)));
        Assert.True((await desk.Undo(desk.Written!.Id)).Ok);
        Assert.Equal(DraftStatus.Editing, (await Stands(desk, draft)).Status);
        Assert.Empty(await desk.Do((ReadDrafts read) => read.Answers(draft, default)));
        Assert.Empty(await Steps(desk, draft));
        var undone = desk.Written!.Id;
        desk.World.Clock.Now += NodaTime.Duration.FromDays(2000);
        Assert.Equal("programmes.approval.deadline-past", Code(await desk.Undo(undone)));
        desk.World.Clock.Now -= NodaTime.Duration.FromDays(2000);
        Assert.True((await desk.Undo(undone)).Ok);
        var asked = desk.Written!.Id;
        Assert.Equal(DraftStatus.Comments, (await Stands(desk, draft)).Status);

        Assert.True((await Answer(desk, draft)).Ok);
        Assert.Equal("record.undo.changed-since", (await desk.Undo(asked)).Problems[0].Code);
        Assert.True((await desk.Undo(desk.Written!.Id)).Ok);
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "Ještě změna", Desk.Did(DraftActs.TakeBack), default))).Ok);
        Assert.True((await Ask(desk, draft)).Ok);
        Assert.Equal("programmes.approval.undo-followed", Code(await desk.Undo(asked)));
        Assert.Equal(DraftStatus.Comments, (await Stands(desk, draft)).Status);
    }

    [Theory, BothEngines]
    public async Task Handing_over_to_the_council_is_taken_back_until_it_has_decided(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        Assert.True((await Ask(desk, draft)).Ok);
        Assert.True((await Answer(desk, draft)).Ok);
        var answered = desk.Written!.Id;
        Assert.True((await desk.Do((SendToCouncil send) => send.Run(new(draft, SubjectToSea: true), Desk.Did(DraftActs.ToCouncil), default))).Ok);
        Assert.True((await desk.Undo(desk.Written!.Id)).Ok);
        var back = desk.Written!.Id;
        var head = (await desk.Tree(draft)).Head;
        Assert.Equal((DraftStatus.Comments, false), (head.Status, head.SubjectToSea));

        Assert.True((await desk.Undo(answered)).Ok);
        var withdrawn = desk.Written!.Id;
        Assert.Equal("programmes.approval.comments-open", Code(await desk.Undo(back)));
        Assert.True((await desk.Undo(withdrawn)).Ok);
        Assert.True((await desk.Undo(back)).Ok);
        var handed = desk.Written!.Id;
        Assert.Equal(DraftStatus.Council, (await Stands(desk, draft)).Status);
        Assert.True((await ApprovalStory.CouncilSays(desk, draft, agrees: true)).Ok);
        Assert.Equal("programmes.draft.other-state", Code(await desk.Undo(handed)));
    }

    private static Task<Result<DraftStatus>> Ask(Desk desk, DraftId draft) =>
        desk.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr"], new(2030, 1, 1)), Desk.Did(DraftActs.AskDepartments), default));

    private static Task<Result<AnswerKind>> Answer(Desk desk, DraftId draft) =>
        desk.Do((AnswerDraft answer) => answer.Run(new(draft, "dopr", AnswerKind.Approved, null), Desk.Did(DraftActs.Answer), default));

    private static async Task<(DraftStatus Status, string? OpenKey)> Stands(Desk desk, DraftId draft) => (await desk.Tree(draft)).Head is var head ? (head.Status, head.OpenKey) : default;

    private static async Task<IEnumerable<StepKind>> Steps(Desk desk, DraftId draft) => (await desk.Do((ReadDrafts read) => read.Steps(draft, default))).Select(s => s.Kind);

    private static string Code<T>(Result<T> refused) => Assert.Single(refused.Problems).Code;
}
