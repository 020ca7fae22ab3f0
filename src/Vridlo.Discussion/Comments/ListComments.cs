using Microsoft.EntityFrameworkCore;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Discussion.Comments;

/// <summary>The comments that whoever asks may read. Places are judged as they are now, so nothing is shown by a role that has ended.</summary>
internal sealed class ListComments(AppDb db, CommentPlaces places, IPeople people, Asker asker)
{
    /// <summary>A list that says nothing of its state shows what is open.</summary>
    public static (ListAddress Address, bool Right) Address(ListOf<CommentRow> list, Microsoft.AspNetCore.Http.IQueryCollection query)
    {
        var (address, problems) = ListAddress.Read(list, name => name == "state" && !query.ContainsKey(name) ? "open" : query[name]);
        return (address, problems.Count == 0);
    }

    public async Task<ListSource<CommentRow>> Source(CancellationToken stop)
    {
        var comments = db.Set<Comment>().AsNoTracking().Where(c => c.ThreadId == null && c.RemovedAt == null);
        var subjects = await places.Readable(await comments.Select(c => c.Subject).Distinct().ToListAsync(stop), stop);
        var keys = subjects.Keys.ToList();
        var names = (await people.All(stop)).ToDictionary(p => p.Id, p => p.Name);
        var rows = from comment in comments
                   where keys.Contains(comment.Subject)
                   select new CommentRow
                   {
                       Id = comment.Id,
                       Subject = comment.Subject,
                       Kind = comment.Kind,
                       Text = comment.Text,
                       Proposal = comment.Proposal,
                       AuthorId = comment.AuthorId,
                       At = comment.At,
                       Due = comment.Due,
                       Settled = comment.Settled,
                       Replies = db.Set<Comment>().Count(r => r.ThreadId == comment.Id && r.RemovedAt == null),
                       Version = comment.Version,
                   };
        return new(CommentsList.Of(subjects, names, asker.Person?.Id, Addressed), rows);
    }

    private IQueryable<CommentRow> Addressed(IQueryable<CommentRow> rows, PersonId person) =>
        rows.Where(c => db.Set<CommentAddressee>().Any(a => a.CommentId == c.Id && a.PersonId == person));
}
