using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Notices;

/// <summary>What a person was told, and how the person wants to be told.</summary>
internal static class NoticesOfPerson
{
    /// <summary>For the export of what is held.</summary>
    public static PersonalData Held { get; } = new("notices", async (unit, person, stop) =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var notices = await db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == person).OrderBy(n => n.Id).ToListAsync(stop);
        var wish = await db.Set<NoticeWish>().AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == person, stop);
        return new
        {
            mail = (wish?.Pace ?? NoticeWish.Usual).ToString(),
            told = notices.Select(n => new { n.Kind, title = n.Title.ToString(), n.Path, at = DateText.Iso(n.At), read = n.ReadAt is { } read ? DateText.Iso(read) : null }),
        };
    });

    /// <summary>The person's own go; in those of others the name goes.</summary>
    public static async Task Erase(AppDb db, PersonId person, CancellationToken stop)
    {
        foreach (var notice in await db.Set<Notice>().Where(n => n.PersonId == person || n.ActorId == person).ToListAsync(stop))
        {
            if (notice.PersonId == person)
            {
                db.Remove(notice);
            }
            else
            {
                notice.ActorId = null;
            }
        }

        db.RemoveRange(await db.Set<NoticeWish>().Where(w => w.PersonId == person).ToListAsync(stop));
    }
}
