using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.Projects.Sheets;

namespace Vridlo.Projects.Api;

/// <summary>A spreadsheet that waits, and what accepting it would do; why whoever asks may not accept it, or null.</summary>
internal sealed record SheetAnswer(Guid Id, string File, int Version, int New, int Changed, int Same, int Left, IReadOnlyList<CellAnswer> Problems, string? Refused);

/// <summary>What is wrong with a cell.</summary>
internal sealed record CellAnswer(int Row, string Column, string Text, string Problem);

/// <summary>What is chosen for a spreadsheet: its sheet, fields by the number of the column from 0, the fund of its costs, and texts of cells by row and column (12:3).</summary>
internal sealed record ChoicesBody(
    int Version, string Sheet = "", IReadOnlyDictionary<int, SheetField>? Columns = null, string Fund = "", IReadOnlyDictionary<string, string>? Mended = null);

/// <summary>That a spreadsheet is accepted, as it was seen at a version.</summary>
internal sealed record AcceptBody(int Version, string Why = "");

/// <summary>How many projects were entered and changed.</summary>
internal sealed record AcceptedAnswer(int Added, int Changed);

/// <summary>Whether a spreadsheet is thrown away.</summary>
internal sealed record SheetDroppedAnswer(bool Dropped);

/// <summary>Spreadsheets of projects in the open interface.</summary>
internal static class SheetsApi
{
    private static readonly (string, string) Id = ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/projects/sheets", async (IFormFile file, KeepSheet keep, AppDb db, PreviewSheet preview, Texts t, CancellationToken stop) =>
            {
                if (file.Length > Workbook.Largest)
                {
                    return Problem.Invalid("projects.sheet.file-large", "file", Workbook.Largest / 1024 / 1024).Answer();
                }

                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, stop);
                var taken = await keep.Take(file.FileName, bytes.ToArray(), stop);
                return taken.Ok ? await Shown(taken.Value, StatusCodes.Status201Created, db, preview, t, stop) : taken.Problems.Answer();
            })
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(Workbook.Largest + (1024 * 1024)))
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Right(ProjectRights.Import).Writes<SheetAnswer>("projects.sheet", StatusCodes.Status201Created);
        api.MapPut("/projects/sheets/{id:guid}", async (Guid id, ApiBody<ChoicesBody> body, KeepSheet keep, AppDb db, PreviewSheet preview, Texts t, CancellationToken stop) =>
            {
                var choices = new SheetChoices(body.Value.Sheet, body.Value.Columns ?? new Dictionary<int, SheetField>(), body.Value.Fund, body.Value.Mended ?? new Dictionary<string, string>());
                var chosen = await keep.Choose(new(id), body.Value.Version, choices, stop);
                return chosen.Ok ? await Shown(new(id), StatusCodes.Status200OK, db, preview, t, stop) : chosen.Problems.Answer();
            })
            .Right(ProjectRights.Import).Writes<ChoicesBody, SheetAnswer>("projects.sheet-choices", examples: Id);
        api.MapPost("/projects/sheets/{id:guid}/acceptance", async (Guid id, ApiBody<AcceptBody> body, AcceptSheet accept, CancellationToken stop) =>
                (await accept.Run(new(id), body.Value.Version, seen: null, Language.En, body.Value.Why, stop)).Answer(i => new AcceptedAnswer(i.Added ?? 0, i.Changed ?? 0)))
            .Right(ProjectRights.Import).Writes<AcceptBody, AcceptedAnswer>("projects.sheet-accept", examples: Id);
        api.MapDelete("/projects/sheets/{id:guid}", async (Guid id, KeepSheet keep, CancellationToken stop) => (await keep.Drop(new(id), stop)).Answer(done => new SheetDroppedAnswer(done)))
            .Right(ProjectRights.Import).Writes<SheetDroppedAnswer>("projects.sheet-drop", examples: Id);
    }

    private static async Task<IResult> Shown(SheetImportId id, int status, AppDb db, PreviewSheet preview, Texts t, CancellationToken stop)
    {
        var import = await db.Set<SheetImport>().AsNoTracking().FirstAsync(i => i.Id == id, stop);
        var read = await preview.Run(import.Content!, SheetChoices.Read(import.Choices), t.Language, stop);
        return !read.Ok ? read.Problems.Answer() : read.Value.Choice is { } wrong ? wrong.Answer() : Results.Json(
            new SheetAnswer(
                id.Value, import.File, import.Version, read.Value.Count(Fate.New), read.Value.Count(Fate.Changed), read.Value.Count(Fate.Same), read.Value.Count(Fate.Left),
                [.. read.Value.Problems.Select(p => new CellAnswer(p.Row, p.Column.Letters, p.Text, t[p.Problem]))],
                read.Value.Refused is { } refused ? t[refused] : null),
            ApiJson.Options,
            statusCode: status);
    }
}
