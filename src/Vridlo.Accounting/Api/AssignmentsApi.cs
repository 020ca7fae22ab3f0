using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Api;

/// <summary>Rows of a source and what is assigned by hand, in the open interface.</summary>
internal static class AssignmentsApi
{
    public static void Map(RouteGroupBuilder accounting)
    {
        accounting.MapGet("/sources/{code}/rows", async (string code, HttpContext context, AppDb db, ReadRows rows) =>
                await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, context.RequestAborted) is { } source
                    ? await RowsList.Of(rows, source).Answer(context, Shapes.Document) : Problem.NotFound("accounting.source.unknown").Answer())
            .Right(AccountingRights.Manage)
            .Described<ApiPage<DocumentAnswer>>("accounting.rows", csv: true, paged: true, filters: ["state", "project", "year", "documentSort", "class", "group", "item", "event", "supplier"], examples: AccountingApi.Code);
        accounting.MapPost("/sources/{code}/entries", async (string code, AppDb db, EnterApart enter, CancellationToken stop) =>
                await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is { } source
                    ? Results.Json(new EnteredRows(await enter.Run(source.Id, stop)), ApiJson.Options) : Problem.NotFound("accounting.source.unknown").Answer())
            .Right(AccountingRights.Manage).Writes<EnteredRows>("accounting.enter", examples: AccountingApi.Code);
        accounting.MapPost("/sources/{code}/assignments", async (string code, ApiBody<AssignBody> body, AssignRows assign, CancellationToken stop) =>
                (await assign.Assign(code, body.Value.Command(), stop)).Answer(id => Results.Json(new AssignedAnswer(id.Value), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Right(AccountingRights.Manage).Writes<AssignBody, AssignedAnswer>("accounting.assign", StatusCodes.Status201Created, AccountingApi.Code);
        accounting.MapDelete("/assignments/{id:guid}", async (Guid id, AssignRows assign, CancellationToken stop) => (await assign.Unassign(new(id), "", stop)).Answer(gone => new DroppedAnswer(gone)))
            .Right(AccountingRights.Manage).Writes<DroppedAnswer>("accounting.unassign", examples: AccountingApi.Id);
        accounting.MapPost("/rows/{id:guid}/entry", async (Guid id, AssignRows assign, CancellationToken stop) => (await assign.Reenter(new(id), stop)).Answer(again => new DroppedAnswer(again)))
            .Right(AccountingRights.Manage).Writes<DroppedAnswer>("accounting.reenter", examples: AccountingApi.Id);
    }
}
