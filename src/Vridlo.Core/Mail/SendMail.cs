using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Text;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Core.Mail;

/// <summary>
/// Sends what is due, letter by letter. A letter is claimed for a while, so that nobody else takes it; whoever dies with it loses
/// it when the while is over, and it is sent again.
/// </summary>
internal sealed partial class SendMail(AppDb db, IEngine engine, IClock clock, MailSettings settings, DataFolder data, ILogger<SendMail> log)
{
    public const int MostAttempts = 10;

    /// <summary>How long a server may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Longer than sending a letter can take: connecting, signing in and each of five answers.</summary>
    public static readonly Duration Claim = Duration.FromMinutes(5);

    /// <returns>how many letters were sent</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        await using var delivery = new Delivery(settings, data);
        var sent = 0;
        while (await Next(stop) is { } letter)
        {
            sent += await Try(letter, delivery, stop) ? 1 : 0;
            if (letter.DueAt is null && (settings.Smtp is not null || letter.State is not LetterState.Sent))
            {
                // Of a letter that has become a file the file is the only copy; both go some days later.
                letter.Body = SecretLinks.Cut(letter.Body);
            }

            await db.Keep(stop);
            db.ChangeTracker.Clear();
        }

        return sent;
    }

    /// <summary>How long after this many attempts the next one follows: 1, 2, 4 … minutes.</summary>
    public static Duration Delay(int attempts) => Duration.FromMinutes(1L << (attempts - 1));

    /// <summary>Claims a letter; of two who do so each gets another one.</summary>
    internal async Task<LetterRow?> Next(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!await db.Set<LetterRow>().AnyAsync(l => l.DueAt <= now, stop))
        {
            return null;
        }

        var claimed = await engine.ClaimDue(db, MailMap.Table, now, now + Claim, 1, stop);
        return claimed is [var id] ? await db.Set<LetterRow>().SingleOrDefaultAsync(l => l.Id == new LetterId(id), stop) : null;
    }

    private async Task<bool> Try(LetterRow letter, Delivery delivery, CancellationToken stop)
    {
        try
        {
            if (letter.Attempts > MostAttempts)
            {
                // Claimed for the last time and never heard of again: it may be what kills the sender.
                (letter.State, letter.DueAt, letter.Error) = (LetterState.Dead, null, letter.Error ?? "stopped while sending");
            }
            else if (await Addressee(letter, stop) is { } to)
            {
                await delivery.Take(letter.Id, Write(letter, to), stop);
                (letter.State, letter.DueAt, letter.SentAt, letter.Error) = (LetterState.Sent, null, clock.GetCurrentInstant(), null);
                return true;
            }
            else
            {
                (letter.State, letter.DueAt) = (LetterState.Dropped, null);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Failed(letter, failure);
        }

        return false;
    }

    private void Failed(LetterRow letter, Exception failure)
    {
        letter.Error = Said(failure);
        letter.State = letter.Attempts >= MostAttempts ? LetterState.Dead : LetterState.Waiting;
        letter.DueAt = letter.State is LetterState.Dead ? null : clock.GetCurrentInstant() + Delay(letter.Attempts);
        NotSent(letter.Id.Value, letter.Kind, letter.Attempts, letter.Error);
    }

    private async Task<MailboxAddress?> Addressee(LetterRow letter, CancellationToken stop)
    {
        if (letter.Address is not null || letter.PersonId is not { } id)
        {
            return Parsed(letter.Address, "");
        }

        var person = await db.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop);
        return person is { LeftAt: null } ? Parsed(person.Mail, person.Name) : null;
    }

    /// <summary>Addresses are looked at again here: what stands in the database may have come another way.</summary>
    private static MailboxAddress Parsed(string? text, string name) =>
        MailAddress.TryParse(text, out var address) ? new(name, address.Address) : throw new FormatException("no address of mail");

    private MimeMessage Write(LetterRow letter, MailboxAddress to)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.Id.Value}@{settings.From.Domain}",
            Date = letter.MadeAt.InZone(DateText.Zone).ToDateTimeOffset(),
            Subject = letter.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = SecretLinks.Sent(letter.Body), ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(settings.From);
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language.Code());
        if (letter.ReplyTo is { } reply)
        {
            message.ReplyTo.Add(Parsed(reply, ""));
        }

        return message;
    }

    /// <summary>What went wrong, in words that hold no address, text or password: servers repeat what they are given.</summary>
    private static string Said(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"{refused.ErrorCode} {(int)refused.StatusCode}",
        AuthenticationException => "sign-in refused",
        _ => failure.GetType().Name,
    };

    [LoggerMessage(LogLevel.Warning, "Letter {Id} ({Kind}) was not sent at attempt {Attempt}: {Error}")]
    private partial void NotSent(Guid id, string kind, int attempt, string error);
}
