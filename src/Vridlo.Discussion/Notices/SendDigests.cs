using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;

namespace Vridlo.Discussion.Notices;

/// <summary>
/// Sends what waits for a digest: each day to those who want it daily, on Mondays to the others, or later when a Monday was missed. A
/// letter and the note that it was sent are one, so a run that is broken off and begun again tells nobody twice.
/// </summary>
internal sealed class SendDigests(AppDb db, IPeople people, IMail mail, WriteLetters letters, IClock clock)
{
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly Duration ReadFor = Duration.FromDays(90);
    private static readonly Duration KeptFor = Duration.FromDays(365);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var monday = now.InZone(DateText.Zone).DayOfWeek is IsoDayOfWeek.Monday;
        var waiting = await db.Set<Notice>().Where(n => n.MailedAt == null).GroupBy(n => n.PersonId).Select(g => new { Person = g.Key, Oldest = g.Min(n => n.At) }).ToListAsync(stop);
        var wishes = await db.Set<NoticeWish>().AsNoTracking().ToDictionaryAsync(w => w.PersonId, w => w.Pace, stop);
        foreach (var one in waiting)
        {
            if (wishes.GetValueOrDefault(one.Person, NoticeWish.Usual) is not MailPace.Weekly || monday || one.Oldest <= now - Week)
            {
                await Send(one.Person, wishes.GetValueOrDefault(one.Person, NoticeWish.Usual), now, stop);
            }
        }

        await db.Set<Notice>().Where(n => n.MailedAt != null && (n.At < now - KeptFor || (n.ReadAt != null && n.At < now - ReadFor))).ExecuteDeleteAsync(stop);
    }

    /// <summary>What was read meanwhile needs no letter.</summary>
    private async Task Send(PersonId id, MailPace pace, Instant now, CancellationToken stop)
    {
        var notices = await db.Set<Notice>().Where(n => n.PersonId == id && n.MailedAt == null).OrderBy(n => n.Id).ToListAsync(stop);
        var unread = notices.Where(n => n.ReadAt is null).ToList();
        if (unread.Count > 0 && pace is not MailPace.None && await people.Find(id, stop) is { Left: null } person)
        {
            mail.Send(letters.Of(person, unread));
        }

        notices.ForEach(n => n.MailedAt = now);
        await db.Keep(stop);
        db.ChangeTracker.Clear();
    }
}
