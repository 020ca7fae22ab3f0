using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Discussion.Notices;

internal readonly record struct NoticeId(Guid Value) : ITypedId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);
}

/// <summary>How often a person wants letters.</summary>
[Words("discussion.pace")]
internal enum MailPace
{
    /// <summary>hned</summary>
    AtOnce,

    /// <summary>denní přehled</summary>
    Daily,

    /// <summary>týdenní přehled</summary>
    Weekly,

    /// <summary>žádná pošta</summary>
    None,
}

/// <summary>What a person is told (oznámení). Not in the record: the act it tells of is.</summary>
internal sealed class Notice
{
    public required NoticeId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The act in the record.</summary>
    public required Guid ActId { get; init; }

    /// <summary>What was done: the key of its text.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it; null for the system, the command line, and people who were erased.</summary>
    public PersonId? ActorId { get; set; }

    public required Localized Title { get; init; }

    public required string Path { get; init; }

    public required bool IsPublic { get; init; }

    public required Instant At { get; init; }

    public Instant? ReadAt { get; set; }

    /// <summary>When a letter told of it, or when it was decided that none will; null while a digest is to.</summary>
    public Instant? MailedAt { get; set; }
}

/// <summary>What a person has decided about letters. Who has decided nothing gets a digest every day.</summary>
internal sealed class NoticeWish
{
    public const MailPace Usual = MailPace.Daily;

    public required PersonId PersonId { get; init; }

    public MailPace Pace { get; set; }
}

internal static class NoticeMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("discussion_notice").HasKey(n => n.Id);
            notice.HasIndex(n => new { n.PersonId, n.ActId }).IsUnique();
            notice.HasIndex(n => new { n.PersonId, n.ReadAt, n.At });
            notice.HasIndex(n => n.MailedAt);
            notice.Property(n => n.MailedAt).IsConcurrencyToken();
        });
        model.Entity<NoticeWish>(wish => wish.ToTable("discussion_notice_wish").HasKey(w => w.PersonId));
    }
}
