using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Subjects;

namespace Vridlo.Discussion.Comments;

/// <summary>The way from any thing to what was said of it, with how much of it waits for an answer; and whether anything was said.</summary>
internal static class CommentLinks
{
    public static async Task<SubjectLink?> Find(IServiceProvider unit, Subject subject, CancellationToken stop)
    {
        if (!unit.GetRequiredService<Asker>().May(DiscussionRights.Comment, subject.At))
        {
            return null;
        }

        var key = subject.Key.ToString();
        var open = await unit.GetRequiredService<AppDb>().Set<Comment>().Where(Comment.Open).CountAsync(c => c.Subject == key, stop);
        var path = $"/prace/pripominky/{subject.Key.InPath}";
        return open == 0 ? new("discussion.work.comments", path) : new("discussion.of-subject", path, open);
    }

    public static Task<bool> Refers(IServiceProvider unit, SubjectKey thing, CancellationToken stop)
    {
        var key = thing.ToString();
        return unit.GetRequiredService<AppDb>().Set<Comment>().AnyAsync(c => c.Subject == key && c.RemovedAt == null, stop);
    }
}
