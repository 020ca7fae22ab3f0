using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Notices;

/// <summary>What a person does with the own notices. It is nobody else's business and no act of the office, so the record does not have it.</summary>
internal sealed class ReadNotices(AppDb db, Asker asker, IClock clock)
{
    public Task<int> Unread(CancellationToken stop) => Mine().CountAsync(n => n.ReadAt == null, stop);

    /// <summary>Notes that notices were read; all of them when none are named.</summary>
    public async Task<Result<int>> Read(IReadOnlyList<Guid>? which, CancellationToken stop)
    {
        if (Refused() is { } problem)
        {
            return problem;
        }

        var (now, unread) = (clock.GetCurrentInstant(), Mine().Where(n => n.ReadAt == null));
        if (which is not null)
        {
            var ids = which.Select(i => new NoticeId(i)).ToList();
            unread = unread.Where(n => ids.Contains(n.Id));
        }

        return await unread.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), stop);
    }

    /// <summary>Notes that a notice was read, and says where it leads; null when there is no such one.</summary>
    public async Task<string?> Open(NoticeId id, CancellationToken stop)
    {
        var path = await Mine().Where(n => n.Id == id).Select(n => n.Path).FirstOrDefaultAsync(stop);
        if (path is not null && asker.SeesAs is null)
        {
            await Read([id.Value], stop);
        }

        return path;
    }

    public async Task<MailPace> Pace(CancellationToken stop) => (await Wish(stop))?.Pace ?? NoticeWish.Usual;

    /// <summary>Decides about letters. What waited for a digest waits no longer when none are wanted.</summary>
    public async Task<Result<MailPace>> Decide(MailPace? pace, CancellationToken stop)
    {
        if (Refused() is { } problem)
        {
            return problem;
        }

        if (pace is not { } wanted || !Enum.IsDefined(wanted))
        {
            return Problem.Invalid("discussion.pace.needed", "pace");
        }

        if (await Wish(stop) is { } wish)
        {
            wish.Pace = wanted;
        }
        else
        {
            db.Add(new NoticeWish { PersonId = asker.Person!.Id, Pace = wanted });
        }

        return await db.Keep(stop) ? wanted : Problem.Conflict("discussion.changed-meanwhile");
    }

    public IQueryable<Notice> Mine()
    {
        var me = asker.Person?.Id ?? default;
        return db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == me);
    }

    private Problem? Refused() => asker.Person is null || asker.SeesAs is not null ? Problem.Forbidden("discussion.person-needed") : null;

    private Task<NoticeWish?> Wish(CancellationToken stop)
    {
        var me = asker.Person?.Id ?? default;
        return db.Set<NoticeWish>().FirstOrDefaultAsync(w => w.PersonId == me, stop);
    }
}
