using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Programmes.Drafting.Importing;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>Documents on their way into drafts, in the open interface. A document is sent as a form with a file, as every program can.</summary>
internal static class DraftImportsApi
{
    public static void Map(RouteGroupBuilder read, RouteGroupBuilder edit)
    {
        edit.MapPost("/imports", Send).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(UploadDocument.Largest + (1024 * 1024)))
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Writes<ImportAnswer>("drafts.import", StatusCodes.Status202Accepted);
        edit.MapGet("/imports/{id:guid}", One).Described<ImportAnswer>("drafts.imported", examples: DraftsApi.Id);
        read.MapGet("/{id:guid}/doubts", Doubts).Described<IReadOnlyList<DoubtAnswer>>("drafts.doubts", examples: DraftsApi.Id);
        edit.MapPut("/{id:guid}/doubts/{number:int}", async (Guid id, int number, ApiBody<LookedAt> body, SettleDoubt settle, AnswerWithDraft answer, CancellationToken stop) =>
                (await settle.Run(new(new(id), number, body.Value.Settled), answer.Act(DraftActs.SettleDoubt), stop)).Answer(settled => new LookedAt(settled)))
            .Writes<LookedAt, LookedAt>("drafts.settle-doubt", examples: [DraftsApi.Id, ("number", "0")]);
    }

    private static async Task<IResult> Send(
        IFormFile file, [FromForm] string programme, [FromForm] string edition, [FromForm] string? editionTitle, UploadDocument upload, ReadImports imports, Texts t, CancellationToken stop)
    {
        if (file.Length > UploadDocument.Largest)
        {
            return Problem.Invalid("programmes.import.file-large", "file", UploadDocument.Largest / 1024 / 1024).Answer();
        }

        if (new[] { programme, edition, editionTitle }.Any(t => t?.Contains('\0', StringComparison.Ordinal) is true))
        {
            return Problem.Invalid("api.body.wrong", null, "$").Answer();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        var title = string.IsNullOrWhiteSpace(editionTitle) ? null : new Localized(editionTitle);
        var sent = await upload.Run(new(file.FileName, bytes.ToArray(), programme.Trim(), edition.Trim(), title), stop);
        return sent.Ok ? Results.Json(Shape((await imports.Find(sent.Value, stop))!, imports, t), ApiJson.Options, statusCode: StatusCodes.Status202Accepted) : sent.Problems.Answer();
    }

    private static async Task<IResult> One(Guid id, ReadImports imports, Texts t, CancellationToken stop) => await imports.Find(new(id), stop) is { } import
        ? Results.Json(Shape(import, imports, t), ApiJson.Options)
        : Problem.NotFound("programmes.import.unknown").Answer();

    private static async Task<IResult> Doubts(Guid id, AnswerWithDraft answer, ReadDrafts drafts, CancellationToken stop)
    {
        var tree = await answer.Find(id, stop);
        return tree.Ok
            ? Results.Json((IReadOnlyList<DoubtAnswer>)[.. (await drafts.Doubts(new(id), stop)).Select(d => d.Shape())], ApiJson.Options)
            : tree.Problems.Answer();
    }

    /// <summary>What is wrong is said in the language of whoever sent the document, as at the page.</summary>
    private static ImportAnswer Shape(DocumentImport import, ReadImports imports, Texts t) => new(
        import.Id.Value, import.File, import.Percent, import.DraftId?.Value,
        import.Refused?.Split('\n') ?? (import.DraftId is null && imports.IsSilent(import) ? [t["programmes.import.silent"]] : []));
}
