using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Vridlo.Attachments.Files;
using Vridlo.Attachments.Keeping;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Attachments.Showing;

/// <summary>Serves the bytes of attachments, so that a browser does nothing with them but show a picture or put a document away.</summary>
internal static class ServeFile
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/prilohy/{id:guid}", async (Guid id, bool? small, HttpContext context, OfSubject of, AppDb db, CancellationToken stop) =>
                await Answer(context, await of.Public(new(id), stop), small ?? false, db, stop)).Right(Rights.Public).ExcludeFromDescription();
        endpoints.MapGet("/prace/prilohy/soubor/{id:guid}", async (Guid id, bool? small, HttpContext context, OfSubject of, AppDb db, CancellationToken stop) =>
                await Answer(context, await of.One(new(id), stop) is { Ok: true, Value: var one } ? one : null, small ?? false, db, stop)).Right(AttachmentRights.Manage).ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(HttpContext context, Attachment? attachment, bool small, AppDb db, CancellationToken stop)
    {
        if (attachment is null)
        {
            return Results.NotFound();
        }

        var content = small && attachment.IsPicture
            ? await db.Set<AttachmentContent>().Where(c => c.Id == attachment.Id).Select(c => c.Small).FirstOrDefaultAsync(stop)
            : await db.Set<AttachmentContent>().Where(c => c.Id == attachment.Id).Select(c => c.Content).FirstOrDefaultAsync(stop);
        if (content is null)
        {
            return Results.NotFound();
        }

        // To the policy of every page it adds that nothing in the file may act, should a browser open it all the same.
        context.Response.Headers.ContentSecurityPolicy = string.Join("; ", [.. context.Response.Headers.ContentSecurityPolicy, "sandbox"]);
        var tag = new EntityTagHeaderValue($"\"{attachment.Digest[..32]}{(small ? "s" : "")}\"");
        return Results.File(content, attachment.Kind.MediaType(), attachment.IsPicture ? null : attachment.FileName, entityTag: tag);
    }
}
