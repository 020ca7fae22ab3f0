using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Publishing;
using Vridlo.Projects.Achievements;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Funding;
using Vridlo.Projects.Lists;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Contributions;
using Vridlo.Projects.Shapes;
using Vridlo.Projects.Showing;
using Vridlo.Projects.Stages;

namespace Vridlo.Projects.Api;

/// <summary>Projects in the open interface. Numbers are written as JSON writes them, so they are read as English.</summary>
internal static class ProjectsApi
{
    private static readonly (string, string) Code = ("code", "P-0001");

    public static void Map(RouteGroupBuilder api, ShowsAttribute shown)
    {
        api.MapGet("/projects", async (HttpContext context, ListProjects projects) => await (await projects.Source("/projekty", context.RequestAborted)).Answer(context, Shape))
            .Right(Rights.Public).WithMetadata(shown)
            .Described<ApiPage<ProjectAnswer>>("projects.list", csv: true, paged: true, filters: ["q", "stage", "node", "bearer", "place", "year"]);
        api.MapGet("/projects/map.geojson", (HttpContext context, ShapesGeoJson shapes) => shapes.Answer(context))
            .Right(Rights.Public).WithMetadata(shown).Described<object>("projects.map", filters: ["q", "stage", "node", "bearer", "place", "year"]);
        api.MapGet("/projects/{code}", (string code, ReadOne read, ReadParts parts, CancellationToken stop) => OneProject.Answer(code, read, parts, stop))
            .Right(Rights.Public).WithMetadata(shown).Described<ProjectDetail>("projects.one", examples: Code);
        api.MapGet("/projects/{code}/parts/{part}", (string code, string part, ReadOne read, ReadParts parts, ProjectAccess access, CancellationToken stop) => OneProject.Answer(code, part, read, parts, access, stop))
            .Right(ProjectRights.Read).Described<PartDetail>("projects.part-rows", examples: [Code, ("part", "milestones")]);
        api.MapPost("/projects", async (ApiBody<ProjectBody> body, SaveProject save, CancellationToken stop) =>
                (await save.Add(body.Value.Typed(), Language.En, body.Value.Why, stop)).Answer(code => Results.Json(new EnteredAnswer(code), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Right(ProjectRights.Edit).Writes<ProjectBody, EnteredAnswer>("projects.add", StatusCodes.Status201Created);
        api.MapPut("/projects/{code}", (string code, ApiBody<ProjectBody> body, SaveProject save, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => (await save.Change(project, body.Value.Version, body.Value.Typed(), Language.En, body.Value.Why, stop)).Answer(v => new VersionAnswer(v)), stop))
            .Right(ProjectRights.Edit).Writes<ProjectBody, VersionAnswer>("projects.change", examples: Code);
        api.MapPost("/projects/{code}/stages", (string code, ApiBody<StageBody> body, ChangeStage change, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => (await change.Run(new(project, body.Value.Stage, body.Value.Day, body.Value.Why, body.Value.Decision, body.Value.Version), stop)).Answer(v => new VersionAnswer(v)), stop))
            .Right(ProjectRights.Edit).Writes<StageBody, VersionAnswer>("projects.stage", examples: Code);
        api.MapPost("/projects/together/{action}", Together).Right(ProjectRights.Edit).Writes<ManyProjects, ManyChanged>("projects.together", examples: ("action", "stage"));
        api.MapPut("/projects/{code}/parts/{part}", (string code, string part, ApiBody<PartBody> body, SaveParts save, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => ProjectParts.All.FirstOrDefault(p => p.Name == part) is { } known
                    ? (await save.Run(project, body.Value.Version, known, body.Value.Typed(), Language.En, body.Value.Why, stop)).Answer(v => new VersionAnswer(v))
                    : Problem.NotFound("projects.part.unknown").Answer(), stop))
            .Right(ProjectRights.Edit).Writes<PartBody, VersionAnswer>("projects.part", examples: [Code, ("part", "milestones")]);
        api.MapPost("/projects/achievements", async (TakeAchievements take, CancellationToken stop) => (await take.Run(stop)).Answer(n => new TakenAnswer(n)))
            .Right(ProjectRights.Import).Writes<TakenAnswer>("projects.achievements");
        ResultsApi.Map(api, shown);
        MapMoney(api);
        SheetsApi.Map(api);
        OffersApi.Map(api);
    }

    private static void MapMoney(RouteGroupBuilder api)
    {
        api.MapPut("/projects/{code}/keys", (string code, ApiBody<KeysBody> body, SetKeys keys, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => (await keys.Run(project, body.Value.Contracts, body.Value.Events, seen: null, stop)).Answer(n => new KeysAnswer(n)), stop))
            .Right(ProjectRights.Money).Writes<KeysBody, KeysAnswer>("projects.keys", examples: Code);
        api.MapPut("/projects/{code}/plan", (string code, ApiBody<PlanBody> body, EnterMoney enter, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => (await enter.Plan(project, [.. body.Value.Sums.Select(s => s.Typed())], Language.En, body.Value.Why, seen: null, stop)).Answer(n => new PostedAnswer(n)), stop))
            .Right(ProjectRights.Money).Writes<PlanBody, PostedAnswer>("projects.plan", examples: Code);
        api.MapPost("/projects/{code}/sums", (string code, ApiBody<SumBody> body, EnterMoney enter, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => Posted(await enter.Post(project, body.Value.Typed(), Language.En, stop)), stop))
            .Right(ProjectRights.Money).Writes<SumBody, EnteredAnswer>("projects.post", StatusCodes.Status201Created, Code);
        api.MapPost("/projects/{code}/sums/{id:guid}/reversal", (string code, Guid id, ApiBody<ReversalBody> body, EnterMoney enter, ReadOne read, CancellationToken stop) =>
                Of(read, code, async project => Posted(await enter.Reverse(project, new(id), body.Value.Why, stop)), stop))
            .Right(ProjectRights.Money).Writes<ReversalBody, EnteredAnswer>("projects.reverse", StatusCodes.Status201Created, Code, ("id", "0199f0a0-0000-7000-8000-000000000000"));
    }

    private static Task<IResult> Together(string action, ApiBody<ManyProjects> body, HttpContext context, ListProjects projects, CancellationToken stop) => StageBulk.All.Answer(
        action, new BulkAsked<string>(body.Value.Projects, body.Value.Choice, body.Value.Why), async codes =>
        {
            var wanted = codes.Select(Project.NumberOf).OfType<int>().ToList();
            return await projects.Rows.Where(p => wanted.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(stop);
        }, p => p.Code, context.RequestServices, stop);

    private static async Task<IResult> Of(ReadOne read, string code, Func<InstrumentId, Task<IResult>> work, CancellationToken stop) =>
        await read.Id(code, stop) is { } found ? await work(found) : Problem.NotFound("projects.unknown").Answer();

    private static IResult Posted(Result<PostingId> posted) =>
        posted.Answer(id => Results.Json(new EnteredAnswer(id.Value.ToString()), ApiJson.Options, statusCode: StatusCodes.Status201Created));

    private static ProjectAnswer Shape(ProjectListed p) => new(
        p.Code, p.Title, p.Stage, DateText.Iso(p.StageSince), p.BearerName, p.BearerNumber, p.Place, p.Readied,
        p.Planned.Whole, p.Committed.Whole, p.Paid.Whole, p.Starts is { } starts ? DateText.Iso(starts) : null, p.Ends is { } ends ? DateText.Iso(ends) : null);
}
