using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Notices;
using Vridlo.Core.Record;
using Vridlo.Core.Subjects;
using Vridlo.Core.Undo;

namespace Vridlo.Discussion.Comments;

/// <summary>Whom a comment concerns: those who are asked, those who have spoken in the thread, owner and strategist of the place.</summary>
internal static class CommentConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        // Words that were mended are no news, nor is a person that was erased from what was said.
        if ((!act.Kind.StartsWith("discussion.act.", StringComparison.Ordinal) && act.Kind != UndoAct.Kind) || act.Kind == "discussion.act.edit")
        {
            return [];
        }

        var db = unit.GetRequiredService<AppDb>();
        var ids = changes.Select(c => Guid.Parse(c.Id)).Select(i => new CommentId(i)).ToList();
        var threads = (await db.Set<Comment>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { Thread = c.ThreadId ?? c.Id, c.Subject }).ToListAsync(stop)).Distinct().ToList();
        var heads = threads.Select(t => t.Thread).ToList();
        var spoken = await db.Set<Comment>().AsNoTracking().Where(c => heads.Contains(c.Id) || heads.Contains(c.ThreadId!.Value)).Select(c => new { c.Id, Thread = c.ThreadId ?? c.Id, c.AuthorId }).ToListAsync(stop);
        var all = spoken.Select(c => c.Id).ToList();
        var asked = await db.Set<CommentAddressee>().AsNoTracking().Where(a => all.Contains(a.CommentId)).ToListAsync(stop);
        var subjects = await unit.GetRequiredService<KnownSubjects>().Find([.. threads.Select(t => SubjectKey.TryParse(t.Subject, out var key) ? key : null).OfType<SubjectKey>()], stop);
        List<Concern> each = [.. from thread in threads
                                 let subject = SubjectKey.TryParse(thread.Subject, out var key) ? subjects.GetValueOrDefault(key.Value) : null
                                 where subject is not null
                                 let said = spoken.Where(c => c.Thread == thread.Thread).ToList()
                                 let people = said.Select(c => c.AuthorId).OfType<PersonId>().Concat(asked.Where(a => said.Any(c => c.Id == a.CommentId)).Select(a => a.PersonId)).Distinct().ToList()
                                 select new Concern(subject.Title, $"/prace/pripominky/{thread.Thread.Value}", subject.At, people, subject.IsPublic)];
        return each.Count < 2 ? each : Together(each, await unit.GetRequiredService<IPeople>().Grants(stop), unit.GetRequiredService<TextCatalogue>());
    }

    /// <summary>One act on many threads: each person is told by one notice of all that concern that person.</summary>
    private static IReadOnlyList<Concern> Together(IReadOnlyList<Concern> each, IReadOnlyList<GrantHeld> grants, TextCatalogue texts) =>
    [
        .. from grant in grants
           group grant.Grant by grant.Person into person
           let theirs = each.Where(c => person.Any(g => g.Reaches(c.At!) && (g.Role is Role.Owner or Role.Strategist || c.People.Contains(person.Key)))).ToList()
           where theirs.Count > 0
           select theirs is [var one] ? one with { At = null, People = [person.Key] }
               : new Concern(texts.Counted("discussion.notice.many", theirs.Count - 1, theirs[0].Title), "/prace/pripominky?state=", null, [person.Key], theirs.TrueForAll(c => c.IsPublic))
    ];
}
