using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Core.Mail;

internal enum LetterState
{
    Waiting,
    Sent,

    /// <summary>Tried as often as letters are.</summary>
    Dead,

    /// <summary>The person has left, so nobody gets it.</summary>
    Dropped,
}

/// <summary>A letter in the outbox. Not in the record: its texts must be removable.</summary>
internal sealed class LetterRow
{
    public required LetterId Id { get; init; }

    public required string Kind { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>Empty once the texts have been removed.</summary>
    public string? Address { get; set; }

    public required Language Language { get; init; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    public string? ReplyTo { get; set; }

    public required Instant MadeAt { get; init; }

    public LetterState State { get; set; } = LetterState.Waiting;

    /// <summary>When it is tried next; while it is being tried, when it is given up for lost. Null once it is done with.</summary>
    public Instant? DueAt { get; set; }

    public int Attempts { get; set; }

    public Instant? SentAt { get; set; }

    /// <summary>What went wrong the last time, without any address or text.</summary>
    public string? Error { get; set; }
}

internal static class MailMap
{
    public const string Table = "mail_letter";

    public static void Map(ModelBuilder model) => model.Entity<LetterRow>(letter =>
    {
        letter.ToTable(Table).HasKey(l => l.Id);
        letter.HasIndex(l => l.DueAt);
        letter.HasIndex(l => l.PersonId);
    });
}
