using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Core.Notices;
using Vridlo.Core.Record;

namespace Vridlo.Discussion.Notices;

/// <summary>
/// Tells whom an act concerns, in the act's own transaction. What concerns whom is found from what the record has of the act, so no act
/// needs a line of its own for it.
/// </summary>
internal sealed class MakeNotices(AppDb db, Declarations declared, IPeople people, IMail mail, WriteLetters letters, IServiceProvider unit)
{
    public static Task Follow(IServiceProvider unit, ActDone act, CancellationToken stop) =>
        unit.GetRequiredService<Declarations>().Notices.Any(n => act.Changes.Any(c => c.Subject == n.Subject)) ? unit.GetRequiredService<MakeNotices>().Run(act, stop) : Task.CompletedTask;

    private async Task Run(ActDone act, CancellationToken stop)
    {
        var concerned = new Dictionary<PersonId, Concern>();
        foreach (var source in declared.Notices)
        {
            List<ThingChanged> changes = [.. act.Changes.Where(c => c.Subject == source.Subject)];
            foreach (var concern in changes.Count == 0 ? [] : await source.Find(unit, act, changes, stop))
            {
                foreach (var person in await Whom(concern, stop))
                {
                    concerned.TryAdd(person, concern);
                }
            }
        }

        var actor = Actor(act.Who);
        if (actor is { } self)
        {
            concerned.Remove(self);
        }

        if (concerned.Count > 0)
        {
            await Tell(act, actor, concerned, stop);
        }
    }

    /// <summary>Nobody is told of a place where that person may not look.</summary>
    private async Task<IEnumerable<PersonId>> Whom(Concern concern, CancellationToken stop)
    {
        if (concern.At is not { } at)
        {
            return concern.People;
        }

        var holders = await people.Holders(at, stop);
        return holders.Where(h => h.Grant.Role is Role.Owner or Role.Strategist || concern.People.Contains(h.Person)).Select(h => h.Person).Distinct();
    }

    private async Task Tell(ActDone act, PersonId? actor, Dictionary<PersonId, Concern> concerned, CancellationToken stop)
    {
        var ids = concerned.Keys.ToList();
        var wishes = await db.Set<NoticeWish>().AsNoTracking().Where(w => ids.Contains(w.PersonId)).ToDictionaryAsync(w => w.PersonId, w => w.Pace, stop);
        var waiting = await Waiting(act.At, concerned, stop);
        foreach (var (id, concern) in concerned.Where(c => !waiting.Contains((c.Key, c.Value.Together, c.Value.Path))))
        {
            var pace = wishes.GetValueOrDefault(id, NoticeWish.Usual);
            var notice = new Notice
            {
                Id = TypedId.New<NoticeId>(), PersonId = id, ActId = act.Id, Kind = concern.Together ?? act.Kind, ActorId = actor, At = act.At,
                Title = concern.Title, Path = concern.Path, IsPublic = concern.IsPublic, MailedAt = pace is MailPace.AtOnce or MailPace.None ? act.At : null,
            };
            if (pace is MailPace.AtOnce)
            {
                if (await people.Find(id, stop) is not { Left: null } person)
                {
                    continue;
                }

                mail.Send(letters.Of(person, [notice]));
            }

            db.Add(notice);
        }
    }

    /// <summary>What is told of many acts together and need not be told again: it is unread, and either waits for a digest or is of today, in a letter of its own or in none.</summary>
    private async Task<HashSet<(PersonId Person, string? Kind, string Path)>> Waiting(Instant now, Dictionary<PersonId, Concern> concerned, CancellationToken stop)
    {
        var (ids, kinds) = (concerned.Keys.ToList(), concerned.Values.Select(c => c.Together).OfType<string>().Distinct().ToList());
        var today = now.InZone(DateText.Zone).Date.AtStartOfDayInZone(DateText.Zone).ToInstant();
        var told = kinds.Count == 0 ? [] : await db.Set<Notice>().AsNoTracking()
            .Where(n => ids.Contains(n.PersonId) && n.ReadAt == null && kinds.Contains(n.Kind) && (n.MailedAt == null || (n.MailedAt == n.At && n.At >= today))).ToListAsync(stop);
        return [.. told.Select(n => (n.PersonId, (string?)n.Kind, n.Path))];
    }

    private static PersonId? Actor(Actor who) => who.Kind is "person" or "machine" && Guid.TryParse(who.Name, out var id) ? new PersonId(id) : null;
}
