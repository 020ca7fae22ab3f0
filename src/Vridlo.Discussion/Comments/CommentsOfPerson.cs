using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Discussion.Comments;

/// <summary>What a person has said, been asked and settled.</summary>
internal static class CommentsOfPerson
{
    /// <summary>For the export of what is held.</summary>
    public static PersonalData Held { get; } = new("comments", async (unit, person, stop) =>
    {
        var db = unit.GetRequiredService<AppDb>();
        var mine = await db.Set<Comment>().AsNoTracking().Where(c => c.AuthorId == person || c.SettledBy == person).OrderBy(c => c.Id).ToListAsync(stop);
        var ids = mine.Where(c => c.AuthorId == person).Select(c => c.Id).ToList();
        var earlier = (await db.Set<CommentWording>().AsNoTracking().Where(w => ids.Contains(w.CommentId)).OrderBy(w => w.Version).ToListAsync(stop)).ToLookup(w => w.CommentId);
        return new
        {
            written = mine.Where(c => c.AuthorId == person).Select(c => new
            {
                c.Subject, at = DateText.Iso(c.At), c.Text, c.Passage, c.Proposal, earlier = earlier[c.Id].Select(w => new { w.Text, w.Passage, w.Proposal }),
            }),
            settled = mine.Where(c => c.SettledBy == person).Select(c => new { c.Subject, at = DateText.Iso(c.SettledAt!.Value), c.Answer }),
            addressed = await db.Set<CommentAddressee>().Where(a => a.PersonId == person).Select(a => a.CommentId.Value).ToListAsync(stop),
        };
    });

    /// <summary>
    /// The name goes; what was said and answered of the programme stays, as a part of how it came about (GDPR, article 17, paragraph 3).
    /// What was said before an edit goes too: nobody has answered that.
    /// </summary>
    public static async Task Erase(AppDb db, PersonId person, CancellationToken stop)
    {
        var comments = await db.Set<Comment>().Where(c => c.AuthorId == person || c.SettledBy == person || c.RemovedBy == person).ToListAsync(stop);
        var ids = comments.Where(c => c.AuthorId == person).Select(c => c.Id).ToList();
        db.RemoveRange(await db.Set<CommentWording>().Where(w => ids.Contains(w.CommentId)).ToListAsync(stop));
        db.RemoveRange(await db.Set<CommentAddressee>().Where(a => a.PersonId == person).ToListAsync(stop));
        foreach (var comment in comments)
        {
            comment.AuthorId = comment.AuthorId == person ? null : comment.AuthorId;
            comment.SettledBy = comment.SettledBy == person ? null : comment.SettledBy;
            comment.RemovedBy = comment.RemovedBy == person ? null : comment.RemovedBy;
            comment.Version++;
        }
    }
}
