using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Attachments.Files;
using Vridlo.Core.Data;
using Vridlo.Core.Subjects;

namespace Vridlo.Attachments.Showing;

/// <summary>An attachment as the public sees it.</summary>
public sealed record AttachmentShown(Guid Id, string FileName, Enum Kind, bool IsPicture, long Size, string Caption);

/// <summary>Reads the published attachments of a thing for a section of its page, in one statement.</summary>
internal static class ReadSection
{
    public static async Task<IReadOnlyDictionary<string, object?>?> OfSubject(IServiceProvider services, SubjectKey subject, CancellationToken stop)
    {
        var key = subject.ToString();
        var all = await services.GetRequiredService<AppDb>().Set<Attachment>().AsNoTracking().Where(a => a.Subject == key && a.IsPublic).OrderBy(a => a.Id).ToListAsync(stop);
        return all.Count == 0 ? null : new Dictionary<string, object?>
        {
            ["All"] = (IReadOnlyList<AttachmentShown>)[.. all.Select(a => new AttachmentShown(a.Id.Value, a.FileName, a.Kind, a.IsPicture, a.Size, a.Caption))],
        };
    }
}
