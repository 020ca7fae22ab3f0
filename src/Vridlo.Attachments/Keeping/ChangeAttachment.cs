using Microsoft.EntityFrameworkCore;
using Vridlo.Attachments.Files;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Attachments.Keeping;

/// <summary>Describes, publishes and removes attachments.</summary>
internal sealed class ChangeAttachment(AppDb db, OfSubject of, Asker asker)
{
    public const string Changed = "attachments.changed", Removed = "attachments.removed";

    /// <returns>the version it has then</returns>
    public async Task<Result<int>> Describe(AttachmentId id, int version, string caption, bool isPublic, CancellationToken stop)
    {
        var found = await of.One(id, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        var attachment = found.Value;
        List<Problem> problems = [.. Captions.Problems(caption, attachment.IsPicture && isPublic), .. attachment.Version == version ? [] : new[] { Problem.Conflict("attachments.changed-meanwhile") }];
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        (attachment.Caption, attachment.IsPublic) = (caption.Trim(), isPublic);
        attachment.Version++;
        return await db.Commit(asker.Act(Changed, ""), stop) ? attachment.Version : Problem.Conflict("attachments.changed-meanwhile");
    }

    /// <summary>Removes an attachment with its bytes; it cannot be had back.</summary>
    public async Task<Result<bool>> Remove(AttachmentId id, CancellationToken stop)
    {
        var found = await of.One(id, stop);
        if (!found.Ok)
        {
            return found.Problems.ToArray();
        }

        await using var begun = await db.Begin(stop);
        await db.Set<AttachmentContent>().Where(c => c.Id == id).ExecuteDeleteAsync(stop);
        db.Remove(found.Value);
        return await db.Commit(asker.Act(Removed, ""), stop) ? true : Problem.Conflict("attachments.changed-meanwhile");
    }
}
