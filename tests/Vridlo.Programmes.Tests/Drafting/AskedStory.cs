using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Departments that were asked by mistake, or by the wrong day.</summary>
public sealed class AskedStory
{
    private static readonly LocalDate Deadline = new(2026, 12, 10);

    [Theory, BothEngines]
    public async Task A_department_asked_by_mistake_is_asked_no_more_until_that_is_undone(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Sent(world);
        Assert.Equal("programmes.approval.not-asked", Code(await Release(desk, draft, "nikdo")));
        Assert.Equal("programmes.approval.may-not", Code(await Release(desk.With(new Grant(Role.Owner)), draft, "kult")));
        Assert.True((await Release(desk, draft, "kult")).Ok);
        var act = desk.Written!.Id;
        Assert.Equal(["dopr"], await Asked(desk, draft));
        Assert.Equal("programmes.approval.last-asked", Code(await Release(desk, draft, "dopr")));

        Assert.True((await desk.Undo(act)).Ok);
        var undone = desk.Written!.Id;
        Assert.Equal(["dopr", "kult"], await Asked(desk, draft));
        Assert.Equal(Deadline, (await Answers(desk, draft)).Single(a => a.Department == "kult").Deadline);
        Assert.True((await desk.Undo(undone)).Ok);
        Assert.Equal(["dopr"], await Asked(desk, draft));
        Assert.Equal(
            [(StepKind.DepartmentsAsked, "dopr kult"), (StepKind.DepartmentReleased, "kult"), (StepKind.DepartmentsAsked, "kult"), (StepKind.DepartmentReleased, "kult")],
            (await desk.Do((ReadDrafts read) => read.Steps(draft, default))).Select(s => (s.Kind, s.Department!)));
    }

    [Theory, BothEngines]
    public async Task Who_has_answered_stays_and_keeps_the_deadline(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Sent(world);
        Assert.True((await Move(desk, draft, "kult", Deadline.PlusDays(5))).Ok);
        var moved = desk.Written!.Id;
        Assert.Equal("programmes.approval.deadline-past", Code(await Move(desk, draft, "kult", new(2026, 1, 1))));
        Assert.Equal("programmes.approval.deadline-same", Code(await Move(desk, draft, "kult", Deadline.PlusDays(5))));
        Assert.Equal("programmes.approval.may-not", Code(await Move(desk.With(new Grant(Role.Owner)), draft, "kult", Deadline)));
        Assert.True((await desk.Do((AnswerDraft answer) => answer.Run(new(draft, "kult", AnswerKind.Approved, null), Desk.Act, default))).Ok);
        Assert.Equal("programmes.approval.has-answered", Code(await Release(desk, draft, "kult")));
        Assert.Equal("programmes.approval.has-answered", Code(await Move(desk, draft, "kult", Deadline)));
        Assert.Equal("programmes.approval.has-answered", Code(await desk.Undo(moved)));
        Assert.Equal(Deadline.PlusDays(5), (await Answers(desk, draft)).Single(a => a.Department == "kult").Deadline);
    }

    [Theory, BothEngines]
    public async Task A_deadline_is_set_back_and_nothing_is_undone_in_a_later_round(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Sent(world);
        Assert.True((await Move(desk, draft, "kult", Deadline.PlusDays(5))).Ok);
        Assert.True((await desk.Undo(desk.Written!.Id)).Ok);
        Assert.All(await Answers(desk, draft), a => Assert.Equal(Deadline, a.Deadline));
        Assert.True((await Release(desk, draft, "kult")).Ok);
        var released = desk.Written!.Id;
        Assert.True((await desk.Do((TakeBackDraft back) => back.Run(draft, "Chyba", Desk.Act, default))).Ok);
        Assert.Equal("programmes.draft.other-state", Code(await desk.Undo(released)));
        Assert.True((await desk.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr"], Deadline), Desk.Act, default))).Ok);
        Assert.Equal("programmes.draft.other-state", Code(await desk.Undo(released)));
    }

    [Theory, BothEngines]
    public async Task A_deadline_is_set_back_to_no_day_that_is_over(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (desk, draft) = await Sent(world);
        Assert.True((await Move(desk, draft, "kult", Deadline.PlusDays(20))).Ok);
        world.Clock.Now += Duration.FromDays(25);
        Assert.Equal("programmes.approval.deadline-past", Code(await desk.Undo(desk.Written!.Id)));
        Assert.Equal(Deadline.PlusDays(20), (await Answers(desk, draft)).Single(a => a.Department == "kult").Deadline);
    }

    [Theory, BothEngines]
    public async Task The_page_and_the_interface_do_it_and_owners_are_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var machine = await strategist.Machine(site, "programmes.read-drafts", "programmes.edit", "programmes.approve");
        var api = "/drafts/" + draft.Split('/')[^1];
        foreach (var key in (string[])["dopr", "kult", "orr"])
        {
            await machine.Done(HttpMethod.Put, $"{api}/departments/{key}", new { name = new { cs = "Odbor " + key } });
        }

        var page = draft + "/schvalovani";
        await machine.Done(HttpMethod.Post, api + "/approval/departments", new { departments = new[] { "dopr", "kult", "orr" }, deadline = "2030-01-01" });
        var programme = await site.Within.In(async unit => (await unit.GetRequiredService<IProgrammeLedger>().Editions("prkk-2021", default))[0].ProgrammeId);
        await site.Employ("gestor@example.org", new Grant(Role.Owner, programme));
        using var refused = await strategist.Send(page, "asked", new() { ["awaited"] = "kult", ["until"] = "2020-01-01", ["do"] = "move" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Worker.Read(refused)).QuerySelector("#errors a[href='#f-until']"));
        using var unsaid = await strategist.Send(page, "asked", new() { ["awaited"] = "kult", ["until"] = "2030-02-03" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        await strategist.Done(page, "asked", new() { ["awaited"] = "kult", ["until"] = "2030-02-03", ["do"] = "move" });
        var shown = await strategist.Done(page, "asked", new() { ["awaited"] = "orr", ["do"] = "release" });
        Assert.Equal(["Odbor dopr", "Odbor kult"], shown.QuerySelectorAll("section[aria-labelledby=answers] tbody th").Select(h => h.TextContent));
        Assert.Contains("do 3. 2. 2030", shown.QuerySelector("section[aria-labelledby=answers]")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Odbor se vyjadřovat nemusí", shown.QuerySelector("section[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
        var told = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>(
            $"SELECT n.kind AS \"Value\" FROM discussion_notice n JOIN access_person p ON p.id = n.person_id WHERE p.name = 'gestor' AND n.kind LIKE 'programmes%' ORDER BY n.kind").ToListAsync());
        Assert.Equal([DraftActs.MoveDeadline, DraftActs.Release], told);

        var moved = await machine.Done(HttpMethod.Put, api + "/approval/answers/dopr/deadline", new { deadline = "2030-04-05" });
        Assert.Contains(moved.GetProperty("answers").EnumerateArray(), a => a.GetProperty("department").GetString() == "dopr" && a.GetProperty("deadline").GetString() == "2030-04-05");
        var left = await machine.Done(HttpMethod.Delete, api + "/approval/answers/dopr");
        Assert.Equal(["kult"], left.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("department").GetString()!));
        Assert.Equal(HttpStatusCode.Conflict, (await machine.Ask(HttpMethod.Delete, api + "/approval/answers/kult")).Status);
        using var owner = await site.SignIn("gestor@example.org");
        Assert.Null((await owner.Page(page)).QuerySelector("[name=awaited]"));
    }

    private static async Task<(Desk Desk, DraftId Draft)> Sent(World world)
    {
        Assert.True((await world.Enter(Small.Programme() with { Departments = [new("dopr", new("Odbor dopravy")), new("kult", new("Odbor kultury"))] })).Ok);
        var desk = Desk.Of(world);
        var draft = await desk.Amend("ostrov-2026");
        Assert.True((await desk.Do((AskDepartments ask) => ask.Run(new(draft, ["dopr", "kult"], Deadline), Desk.Act, default))).Ok);
        return (desk, draft);
    }

    private static Task<Result<DraftStatus>> Release(Desk desk, DraftId draft, string department) =>
        desk.Do((ChangeAsked change) => change.Release(draft, department, Desk.Did(DraftActs.Release), default));

    private static Task<Result<DraftStatus>> Move(Desk desk, DraftId draft, string department, LocalDate deadline) =>
        desk.Do((ChangeAsked change) => change.Move(draft, department, deadline, Desk.Did(DraftActs.MoveDeadline), default));

    private static Task<IReadOnlyList<DraftAnswer>> Answers(Desk desk, DraftId draft) => desk.Do((ReadDrafts read) => read.Answers(draft, default));

    private static async Task<IEnumerable<string>> Asked(Desk desk, DraftId draft) => (await Answers(desk, draft)).Select(a => a.Department);

    private static string Code<T>(Result<T> refused) => Assert.Single(refused.Problems).Code;
}
