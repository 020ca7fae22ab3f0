using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Attachments.Files;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Subjects;

namespace Vridlo.Attachments.Keeping;

/// <summary>What is attached to a thing, and who may see to it: those who hold the right where the thing stands.</summary>
internal sealed class OfSubject(AppDb db, KnownSubjects subjects, Asker asker)
{
    /// <summary>The thing, when whoever asks may see to its attachments; what may not be is not told from what is not there.</summary>
    public async Task<Result<Subject>> Managed(string key, CancellationToken stop) =>
        SubjectKey.TryParse(key, out var name) && await subjects.Find(name.Value, stop) is { } subject && asker.May(AttachmentRights.Manage, subject.At)
            ? subject
            : Problem.NotFound("attachments.subject-unknown");

    /// <summary>All attachments of a thing, pictures first, then as they came.</summary>
    public async Task<IReadOnlyList<Attachment>> All(SubjectKey subject, CancellationToken stop)
    {
        var key = subject.ToString();
        var all = await db.Set<Attachment>().AsNoTracking().Where(a => a.Subject == key).OrderBy(a => a.Id).ToListAsync(stop);
        return [.. all.OrderBy(a => !a.IsPicture)];
    }

    /// <summary>An attachment, when whoever asks may see to it.</summary>
    public async Task<Result<Attachment>> One(AttachmentId id, CancellationToken stop) =>
        await db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == id, stop) is { } attachment && (await Managed(attachment.Subject, stop)).Ok
            ? attachment
            : Problem.NotFound("attachments.unknown");

    /// <summary>An attachment that everybody may see; of a thing that is public itself.</summary>
    public async Task<Attachment?> Public(AttachmentId id, CancellationToken stop) =>
        await db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.IsPublic, stop) is { } attachment
        && SubjectKey.TryParse(attachment.Subject, out var name) && await subjects.Find(name.Value, stop) is { IsPublic: true } ? attachment : null;

    /// <summary>The way from a thing to its attachments.</summary>
    public static async Task<SubjectLink?> Link(IServiceProvider unit, Subject subject, CancellationToken stop)
    {
        if (!unit.GetRequiredService<Asker>().May(AttachmentRights.Manage, subject.At))
        {
            return null;
        }

        var key = subject.Key.ToString();
        var count = await unit.GetRequiredService<AppDb>().Set<Attachment>().CountAsync(a => a.Subject == key, stop);
        var path = $"/prace/prilohy/{subject.Key.InPath}";
        return count == 0 ? new("attachments.title", path) : new("attachments.count", path, count);
    }

    /// <summary>Whether something is attached to a thing.</summary>
    public static Task<bool> Refers(IServiceProvider unit, SubjectKey thing, CancellationToken stop)
    {
        var key = thing.ToString();
        return unit.GetRequiredService<AppDb>().Set<Attachment>().AnyAsync(a => a.Subject == key, stop);
    }
}
