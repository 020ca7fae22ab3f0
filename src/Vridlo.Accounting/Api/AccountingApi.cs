using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Vridlo.Accounting.Agreement;
using Vridlo.Accounting.Budgets;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Showing;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Publishing;

namespace Vridlo.Accounting.Api;

/// <summary>Accounting in the open interface: its documents, budgets and suppliers for all, its sources and files for those who keep them.</summary>
internal static class AccountingApi
{
    internal static readonly (string, string) Code = ("code", "kraj");
    internal static readonly (string, string) Id = ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        var accounting = api.MapGroup("/accounting");
        accounting.MapGet("/documents", async (HttpContext context, DocumentsList documents) => await (await documents.Source(context.RequestAborted)).Answer(context, Shapes.Document))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Instruments))
            .Described<ApiPage<DocumentAnswer>>("accounting.documents", csv: true, paged: true, filters: ["source", "project", "state", "year", "documentSort", "class", "group", "item", "event", "supplier"]);
        accounting.MapGet("/budget-lines", async (HttpContext context, BudgetLinesList lines) => await (await lines.Source(context.RequestAborted)).Answer(context, Shapes.BudgetLine))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money))
            .Described<ApiPage<BudgetLineAnswer>>("accounting.budget-lines", csv: true, paged: true, filters: ["source", "year", "budget", "class", "group", "item", "event"]);
        accounting.MapGet("/suppliers", async (HttpContext context, SuppliersList suppliers) => await suppliers.Source(context.Request.Query["year"], context.Request.Query["source"]).Answer(context, Shapes.Supplier))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money))
            .Described<ApiPage<SupplierAnswer>>("accounting.suppliers", csv: true, paged: true, filters: ["year", "source", "supplier"]);
        accounting.MapGet("/sources", async (ReadSources sources, CancellationToken stop) => Results.Json((IReadOnlyList<SourceAnswer>)[.. (await sources.All(stop)).Select(Shapes.Source)], ApiJson.Options))
            .Right(Rights.Public).WithMetadata(new ShowsAttribute(Topics.Money, Topics.Organisations)).Described<IReadOnlyList<SourceAnswer>>("accounting.sources");
        MapSources(accounting);
        MapFiles(accounting);
        AssignmentsApi.Map(accounting);
    }

    private static void MapSources(RouteGroupBuilder accounting)
    {
        accounting.MapPost("/sources", async (ApiBody<SourceBody> body, SaveSource save, CancellationToken stop) =>
                (await save.Add(body.Value.Typed(), stop)).Answer(code => Results.Json(new SourceEntered(code), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Right(AccountingRights.Manage).Writes<SourceBody, SourceEntered>("accounting.source-add", StatusCodes.Status201Created);
        accounting.MapPut("/sources/{code}", async (string code, ApiBody<SourceBody> body, SaveSource save, CancellationToken stop) =>
                (await save.Change(code, body.Value.Version, body.Value.Typed(), stop)).Answer(v => new SourceVersion(v)))
            .Right(AccountingRights.Manage).Writes<SourceBody, SourceVersion>("accounting.source-change", examples: Code);
        accounting.MapGet("/sources/{code}/agreement", async (string code, string? year, ReadAgreement read, CancellationToken stop) =>
                await read.Run(code, int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : null, stop) is { } shown
                    ? Results.Json(Shapes.Agreement(shown), ApiJson.Options) : Problem.NotFound("accounting.source.unknown").Answer())
            .Right(AccountingRights.Manage).Described<AgreementAnswer>("accounting.agreement", examples: Code);
    }

    private static void MapFiles(RouteGroupBuilder accounting)
    {
        accounting.MapPost("/sources/{code}/files", Send).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReadFile.Largest + (1024 * 1024)))
            .Right(AccountingRights.Manage)
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Writes<PreviewAnswer>("accounting.upload", StatusCodes.Status201Created, Code);
        accounting.MapGet("/files/{id:guid}", async (Guid id, ReadPreview read, Texts t, CancellationToken stop) =>
                await read.Run(new(id), stop) is { } preview ? Results.Json(Shapes.Preview(preview, t), ApiJson.Options) : Problem.NotFound("accounting.upload.unknown").Answer())
            .Right(AccountingRights.Manage).Described<PreviewAnswer>("accounting.file", examples: Id);
        accounting.MapPost("/files/{id:guid}/acceptance", async (Guid id, ApiBody<AcceptBody> body, AcceptUpload accept, CancellationToken stop) =>
                (await accept.Run(new(id), body.Value.Version, stop)).Answer(a => new AcceptedAnswer(a.Added, a.Changed, a.Withdrawn, a.Unchanged)))
            .Right(AccountingRights.Manage).Writes<AcceptBody, AcceptedAnswer>("accounting.accept", examples: Id);
        accounting.MapDelete("/files/{id:guid}", async (Guid id, TakeUpload take, CancellationToken stop) => (await take.Drop(new(id), stop)).Answer(dropped => new DroppedAnswer(dropped)))
            .Right(AccountingRights.Manage).Writes<DroppedAnswer>("accounting.drop", examples: Id);
    }

    /// <summary>A file is sent as a form, as every program can; what it would change is answered and nothing is changed.</summary>
    private static async Task<IResult> Send(
        string code, IFormFile file, [FromForm] string year, [FromForm] string asOf, [FromForm] string? mode, [FromForm] string? stage, TakeUpload take, ReadPreview read, Texts t, CancellationToken stop)
    {
        if (new[] { year, asOf, mode, stage }.Any(t => t?.Contains('\0', StringComparison.Ordinal) is true))
        {
            return Problem.Invalid("api.body.wrong", null, "$").Answer();
        }

        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(asOf);
        var taken = await take.Run(
            code,
            new(file.FileName, await UploadedBytes.Of(file, stop), year, mode ?? nameof(ImportMode.Replace), stage ?? nameof(BudgetStage.Adjusted), day.Success ? day.Value : null),
            stop);
        return taken.Ok ? Results.Json(Shapes.Preview((await read.Run(taken.Value, stop))!, t), ApiJson.Options, statusCode: StatusCodes.Status201Created) : taken.Problems.Answer();
    }
}
