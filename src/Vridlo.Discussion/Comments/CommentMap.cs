using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Record;

namespace Vridlo.Discussion.Comments;

/// <summary>The record has that something was said, of what, by whom, and never the words: they must be removable.</summary>
internal static class CommentMap
{
    public const string Subject = "discussion.comment";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("discussion_comment").HasKey(c => c.Id);
            comment.HasIndex(c => new { c.Subject, c.Id });
            comment.HasIndex(c => c.ThreadId);
            comment.HasIndex(c => c.AuthorId);
            comment.HasOne<Comment>().WithMany().HasForeignKey(c => c.ThreadId).OnDelete(DeleteBehavior.Restrict);
            comment.Ignore(c => c.IsOpen);
            comment.Property(c => c.Text).Personal();
            comment.Property(c => c.Passage).Personal();
            comment.Property(c => c.Proposal).Personal();
            comment.Property(c => c.Answer).Personal();
            comment.Property(c => c.Version).IsConcurrencyToken();
            comment.Recorded(Subject);
        });
        // Not recorded: the comment's own change says that it was edited.
        model.Entity<CommentWording>(wording =>
        {
            wording.ToTable("discussion_wording").HasKey(w => new { w.CommentId, w.Version });
            wording.HasOne<Comment>().WithMany().HasForeignKey(w => w.CommentId);
        });
        model.Entity<CommentAddressee>(to =>
        {
            to.ToTable("discussion_addressee").HasKey(a => new { a.CommentId, a.PersonId });
            to.HasIndex(a => a.PersonId);
            to.HasOne<Comment>().WithMany().HasForeignKey(a => a.CommentId);
            to.Recorded("discussion.addressee");
        });
    }
}
