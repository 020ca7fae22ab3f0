using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Statements.About;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Contacts;
using Vridlo.Statements.Deciding;
using Vridlo.Statements.Issuing;
using Vridlo.Statements.Letters;
using Vridlo.Statements.Lists;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;

namespace Vridlo.Statements.Api;

/// <summary>
/// Statements in the open interface. Asking without a token is for the form alone: what programs send comes from an office's registry, so it names
/// its way and its day.
/// </summary>
internal static class StatementsApi
{
    private static readonly (string, string) Code = ("code", "S-0001");

    public static void Map(RouteGroupBuilder api, ShowsAttribute shown)
    {
        api.MapGet("/statements", async (HttpContext context, ListStatements statements, IClock clock) => await (await statements.Source(context.RequestAborted)).Answer(context, s => Shape(s, clock.Today())))
            .Right(Rights.Public).WithMetadata(shown)
            .Described<ApiPage<StatementAnswer>>("statements.list", csv: true, paged: true, filters: ["q", "outcome", "node", "state", "applicant", "place", "project", "year"]);
        api.MapPost("/statements/applications", async (ApiBody<ApplicationBody> body, ReceiveApplication receive, CancellationToken stop) =>
                (await receive.Run(new(body.Value.Typed(), new(body.Value.Channel, body.Value.ReceivedOn), Language.Cs), stop)).Answer(Entered))
            .Right(StatementRights.Decide).Writes<ApplicationBody, ApplicationEntered>("statements.enter", StatusCodes.Status201Created);
        api.MapGet("/statements/applications/{code}", One).Right(StatementRights.Decide).Described<ApplicationAnswer>("statements.application", examples: Code);
        api.MapPut("/statements/applications/{code}", (string code, ApiBody<ApplicationBody> body, ChangeApplication change, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await change.Run(Command(id, body.Value), stop)).Answer(v => new ApplicationVersion(v)), stop))
            .Right(StatementRights.Decide).Writes<ApplicationBody, ApplicationVersion>("statements.change", examples: Code);
        api.MapPut("/statements/applications/{code}/decision", (string code, ApiBody<DecisionBody> body, DecideApplication decide, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await decide.Run(Command(id, body.Value), stop)).Answer(v => new ApplicationVersion(v)), stop))
            .Right(StatementRights.Decide).Writes<DecisionBody, ApplicationVersion>("statements.decide", examples: Code);
        api.MapPost("/statements/applications/{code}/issue", (string code, ApiBody<IssueBody> body, IssueStatement issue, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await issue.Run(id, body.Value.Version, stop)).Answer(s => Results.Json(new StatementIssued(s), ApiJson.Options, statusCode: StatusCodes.Status201Created)), stop))
            .Right(StatementRights.Decide).Writes<IssueBody, StatementIssued>("statements.issue", StatusCodes.Status201Created, Code);
        api.MapPost("/statements/applications/{code}/withdrawal", (string code, ApiBody<WhyBody> body, WithdrawStatement withdraw, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await withdraw.Run(id, body.Value.Version, body.Value.Why, stop)).Answer(v => new ApplicationVersion(v)), stop))
            .Right(StatementRights.Decide).Writes<WhyBody, ApplicationVersion>("statements.withdraw", examples: Code);
        api.MapPost("/statements/applications/{code}/correction", (string code, ApiBody<WhyBody> body, CorrectStatement correct, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await correct.Run(id, body.Value.Version, body.Value.Why, stop)).Answer(Entered), stop))
            .Right(StatementRights.Decide).Writes<WhyBody, ApplicationEntered>("statements.correct", StatusCodes.Status201Created, Code);
        api.MapPut("/statements/applications/{code}/project", (string code, ApiBody<ProjectBody> body, TieProject tie, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await tie.Run(id, body.Value.Version, body.Value.Project, stop)).Answer(v => new ApplicationVersion(v)), stop))
            .Right(StatementRights.Decide).Writes<ProjectBody, ApplicationVersion>("statements.about", examples: Code);
        MapRest(api);
    }

    private static void MapRest(RouteGroupBuilder api)
    {
        api.MapPost("/statements/applications/{code}/setting-aside", (string code, ApiBody<WhyBody> body, SetAside aside, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await aside.Run(id, body.Value.Version, body.Value.Why, stop)).Answer(v => new ApplicationVersion(v)), stop))
            .Right(StatementRights.Decide).Writes<WhyBody, ApplicationVersion>("statements.set-aside", examples: Code);
        api.MapDelete("/statements/applications/{code}/contact", (string code, EraseContact erase, ReadOne read, CancellationToken stop) =>
                Of(read, code, async id => (await erase.Run(id, stop)).Answer(done => new ContactErased(done)), stop))
            .Right(StatementRights.Decide).Writes<ContactErased>("statements.erase-contact", examples: Code);
        api.MapPost("/statements/templates", SendTemplate).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(CheckTemplate.Largest + (1024 * 1024)))
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Right(StatementRights.Decide).Writes<TemplateTaken>("statements.template", StatusCodes.Status201Created);
    }

    private static async Task<IResult> One(string code, ReadOne read, StatementAccess access, OwnProgramme programme, CancellationToken stop)
    {
        if (await read.ByCode(code, stop) is not { Application: var a } shown)
        {
            return Problem.NotFound("statements.unknown").Answer();
        }

        // Whom to ask is for those who decide.
        var entered = ApplicationBody.Of(await access.May(a, stop) ? shown : shown with { Contact = null });
        var suggested = SuggestNodes.Of(a.Described, await programme.Tree(stop)).Select(s => new SuggestedAnswer(s.Node.Code, s.Claimed, [.. s.Words.Select(w => w.Theirs)]));
        return Results.Json(
            new ApplicationAnswer(a.Code, a.Title, a.Applicant, a.CompanyNumber, a.Stage, DateText.Iso(a.ReceivedOn), DateText.Iso(a.Due), shown.Statement?.Code, shown.Project?.Code, [.. suggested], entered, a.Version),
            ApiJson.Options);
    }

    private static async Task<IResult> SendTemplate(IFormFile file, ChangeTemplate change, CancellationToken stop)
    {
        if (file.Length > CheckTemplate.Largest)
        {
            return Problem.Invalid("statements.template.large", "file", CheckTemplate.Largest / 1024 / 1024).Answer();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return (await change.Run(file.FileName, bytes.ToArray(), stop)).Answer(n => Results.Json(new TemplateTaken(n), ApiJson.Options, statusCode: StatusCodes.Status201Created));
    }

    private static DecideApplication.Command Command(StatementId id, DecisionBody body) =>
        new(id, body.Version, body.Outcome, body.Nodes ?? [], body.Reasons, body.ValidUntil, body.Signatory, body.SignatoryRole);

    private static ChangeApplication.Command Command(StatementId id, ApplicationBody body) =>
        new(id, body.Version, body.Typed(), new(body.Channel, body.ReceivedOn), Language.Cs);

    private static IResult Entered(Application a) => Results.Json(new ApplicationEntered(a.Code, DateText.Iso(a.Due), a.Version), ApiJson.Options, statusCode: StatusCodes.Status201Created);

    private static async Task<IResult> Of(ReadOne read, string code, Func<StatementId, Task<IResult>> work, CancellationToken stop) =>
        await read.Id(code, stop) is { } found ? await work(found) : Problem.NotFound("statements.unknown").Answer();

    private static StatementAnswer Shape(StatementListed s, LocalDate today) => new(
        s.Code, s.FullNumber, DateText.Iso(s.IssuedOn), s.Title, s.ApplicantName, s.ApplicantNumber, s.Place, s.Outcome, s.Codes.Split(", ", StringSplitOptions.RemoveEmptyEntries),
        s.On(today), Day(s.ValidUntil), Day(s.WithdrawnOn), s.ReplacedBy, s.ProjectCode, $"/vyjadreni/{s.Code}/dopis.docx");

    private static string? Day(LocalDate? day) => day is { } known ? DateText.Iso(known) : null;
}
