using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Attachments.Files;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Attachments.Keeping;

/// <summary>Adds a file to a thing.</summary>
internal sealed class AddAttachment(AppDb db, OfSubject of, Asker asker, IClock clock)
{
    public const string Act = "attachments.added";

    /// <summary>Bytes of one file.</summary>
    public const long Largest = 20 * 1024 * 1024;

    public const int LongestCaption = 300;

    /// <summary>Files of one thing.</summary>
    private const int Most = 100;

    private const int LongestName = 120;

    /// <param name="Subject">the thing, as subjects are named</param>
    /// <param name="FileName">as the browser named the file</param>
    /// <param name="Content">its bytes</param>
    /// <param name="Caption">what it is or shows; a picture that is published must have it</param>
    /// <param name="IsPublic">whether everybody may see it</param>
    internal sealed record Command(string Subject, string FileName, byte[] Content, string Caption, bool IsPublic);

    public async Task<Result<AttachmentId>> Run(Command command, CancellationToken stop)
    {
        var managed = await of.Managed(command.Subject, stop);
        if (!managed.Ok)
        {
            return managed.Problems.ToArray();
        }

        if (command.Content.Length is 0 || command.Content.LongLength > Largest)
        {
            return Problem.Invalid(command.Content.Length == 0 ? "attachments.file-missing" : "attachments.file-large", "file", Largest / 1024 / 1024);
        }

        var kept = Kept.Of(command.Content, command.FileName);
        List<Problem> problems = [.. kept.Problems, .. Captions.Problems(command.Caption, command.IsPublic && kept is { Ok: true, Value.Small: not null })];
        if (!kept.Ok || problems.Count > 0)
        {
            return problems.ToArray();
        }

        await using var begun = await db.Begin(stop);
        var subject = managed.Value.Key.ToString();
        if (await db.Set<Attachment>().CountAsync(a => a.Subject == subject, stop) >= Most)
        {
            return Problem.Invalid("attachments.many", "file", Most);
        }

        var (kind, content, small) = kept.Value;
        var attachment = new Attachment
        {
            Id = TypedId.New<AttachmentId>(), Subject = subject, FileName = Named(command.FileName, kind), Kind = kind, Size = content.LongLength,
            Digest = Convert.ToHexStringLower(SHA256.HashData(content)), Caption = command.Caption.Trim(), IsPublic = command.IsPublic, AddedAt = clock.GetCurrentInstant(), Version = 1,
        };
        db.Add(attachment);
        db.Add(new AttachmentContent { Id = attachment.Id, Content = content, Small = small });
        return await db.Commit(asker.Act(Act, ""), stop) ? attachment.Id : Problem.Conflict("attachments.changed-meanwhile");
    }

    /// <summary>The name without a way, without what no name should hold, and with the ending of what the file is.</summary>
    private static string Named(string fileName, FileKind kind)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.Split('/', '\\')[^1]);
        name = string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')' or ',')).Trim(' ', '.');
        return $"{(name.Length == 0 ? "soubor" : name[..Math.Min(name.Length, LongestName)])}.{kind.Ending()}";
    }
}
