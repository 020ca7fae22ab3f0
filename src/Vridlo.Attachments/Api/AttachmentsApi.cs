using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Vridlo.Attachments.Keeping;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;

namespace Vridlo.Attachments.Api;

/// <summary>An attachment that was added.</summary>
internal sealed record AddedAnswer(Guid Id);

/// <summary>What is said of an attachment; the version is that which was seen.</summary>
internal sealed record DescribeBody(int Version, string Caption = "", bool IsPublic = false);

/// <summary>The version it has now.</summary>
internal sealed record DescribedAnswer(int Version);

/// <summary>Whether it is gone.</summary>
internal sealed record RemovedAnswer(bool Done);

/// <summary>Attachments in the open interface.</summary>
internal static class AttachmentsApi
{
    private static readonly (string, string) Id = ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/attachments/{kind}/{id}", async (string kind, string id, IFormFile file, [FromForm] string? caption, [FromForm] bool? isPublic, AddAttachment add, CancellationToken stop) =>
            {
                if (file.Length > AddAttachment.Largest)
                {
                    return Problem.Invalid("attachments.file-large", "file", AddAttachment.Largest / 1024 / 1024).Answer();
                }

                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, stop);
                return (await add.Run(new($"{kind}/{id}", file.FileName, bytes.ToArray(), caption ?? "", isPublic ?? false), stop))
                    .Answer(added => Results.Json(new AddedAnswer(added.Value), ApiJson.Options, statusCode: StatusCodes.Status201Created));
            })
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(AddAttachment.Largest + (1024 * 1024)))
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.MediaType)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Right(AttachmentRights.Manage).Writes<AddedAnswer>("attachments.add", StatusCodes.Status201Created, ("kind", "projects.project"), Id);
        api.MapPut("/attachments/{id:guid}", async (Guid id, ApiBody<DescribeBody> body, ChangeAttachment change, CancellationToken stop) =>
                (await change.Describe(new(id), body.Value.Version, body.Value.Caption, body.Value.IsPublic, stop)).Answer(v => new DescribedAnswer(v)))
            .Right(AttachmentRights.Manage).Writes<DescribeBody, DescribedAnswer>("attachments.describe", examples: Id);
        api.MapDelete("/attachments/{id:guid}", async (Guid id, ChangeAttachment change, CancellationToken stop) => (await change.Remove(new(id), stop)).Answer(done => new RemovedAnswer(done)))
            .Right(AttachmentRights.Manage).Writes<RemovedAnswer>("attachments.remove", examples: Id);
    }
}
