using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Mail;

/// <summary>
/// Removes what letters said and to whom, some days after they were done with, and their files. That there was a letter of that kind
/// stays known for three months.
/// </summary>
internal sealed class ClearMail(AppDb db, IClock clock, MailSettings settings, DataFolder data)
{
    private static readonly Duration Known = Duration.FromDays(90);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var before = now - Duration.FromDays(settings.Keep);
        await db.Set<LetterRow>().Where(l => l.DueAt == null && l.MadeAt < before && l.Body != "" && (l.SentAt == null || l.SentAt < before))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Subject, "").SetProperty(x => x.Body, "").SetProperty(x => x.Address, "").SetProperty(x => x.ReplyTo, (string?)null), stop);
        await db.Set<LetterRow>().Where(l => l.DueAt == null && l.State != LetterState.Dead && l.MadeAt < now - Known).ExecuteDeleteAsync(stop);
        await RemoveFiles(stop);
    }

    /// <summary>Files of letters that say nothing any more, or were erased with their person.</summary>
    private async Task RemoveFiles(CancellationToken stop)
    {
        var folder = Path.Combine(data.Path, "mail");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
        {
            if (Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var id)
                && !await db.Set<LetterRow>().AnyAsync(l => l.Id == new LetterId(id) && l.Body != "", stop))
            {
                File.Delete(file);
            }
        }
    }
}
