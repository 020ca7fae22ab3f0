using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Duties;

namespace Vridlo.Discussion.Comments;

/// <summary>Open comments as tasks: of those who are asked, until they have answered, and of the owners of what they are about.</summary>
internal static class CommentDuties
{
    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        var me = asker.Person!.Id;
        var owns = asker.Grants.Where(g => g is { Role: Role.Owner, Node: not null }).ToList();
        var comments = db.Set<Comment>().AsNoTracking();
        var asked = from to in db.Set<CommentAddressee>()
                    join said in comments on to.CommentId equals said.Id
                    where to.PersonId == me && said.RemovedAt == null
                        && !comments.Any(r => r.AuthorId == me && r.RemovedAt == null && r.ThreadId == (said.ThreadId ?? said.Id) && r.At >= said.At)
                    select said.ThreadId ?? said.Id;
        var open = await comments.Where(Comment.Open)
            .Select(c => new { c.Id, c.Subject, c.At, c.Due, c.AuthorId, Asked = asked.Contains(c.Id) })
            .Where(c => c.Asked || owns.Count > 0).ToListAsync(stop);
        if (open.Count == 0)
        {
            return [];
        }

        var subjects = await unit.GetRequiredService<CommentPlaces>().Readable([.. open.Select(c => c.Subject).Distinct()], stop);
        return [.. from comment in open
                   let subject = subjects.GetValueOrDefault(comment.Subject)
                   where subject is not null && (comment.Asked || (comment.AuthorId != me && owns.Any(g => g.Reaches(subject.At))))
                   select new Duty(comment.Asked ? "discussion.duty.answer" : "discussion.duty.settle", subject.Title, $"/prace/pripominky/{comment.Id.Value}", comment.At, comment.Due)];
    }
}
