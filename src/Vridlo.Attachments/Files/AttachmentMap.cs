using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Attachments.Files;

/// <summary>What is said of an attachment is recorded; its bytes are not, so that what is removed is gone.</summary>
internal static class AttachmentMap
{
    public const string Subject = "attachments.file";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("attachments_file").HasKey(a => a.Id);
            attachment.HasIndex(a => new { a.Subject, a.Id });
            attachment.Property(a => a.FileName).Names();
            attachment.Property(a => a.Version).IsConcurrencyToken();
            attachment.Ignore(a => a.IsPicture);
            attachment.Recorded(Subject, Topics.Nodes);
        });
        model.Entity<AttachmentContent>(content =>
        {
            content.ToTable("attachments_content").HasKey(c => c.Id);
            content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.Id);
        });
    }
}
