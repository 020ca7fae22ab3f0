using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;

namespace Vridlo.Core.Mail;

/// <summary>The letters in the database.</summary>
internal sealed class Outbox(AppDb db, IClock clock) : IMail
{
    /// <summary>The check of <c>vridlo verify</c>.</summary>
    public static IntegrityCheck Check { get; } = new("core.check.letter-dead", Severity.Warning, "core.check.letter-dead.title", "core.check.letter-dead.todo", async (services, stop) =>
    {
        var db = (AppDb)services.GetService(typeof(AppDb))!;
        var dead = await db.Set<LetterRow>().Where(l => l.State == LetterState.Dead).OrderBy(l => l.Id).Select(l => new { l.Kind, l.Id, l.Error }).ToListAsync(stop);
        return [.. dead.Select(l => new Finding($"{l.Kind} {l.Id.Value} ({l.Error})"))];
    });

    public Result<LetterId> Send(Letter letter)
    {
        if (letter.Person is null && letter.Address is null)
        {
            throw new ArgumentException("A letter is for a person or for an address.", nameof(letter));
        }

        foreach (var address in (ReadOnlySpan<string?>)[letter.Address, letter.ReplyTo])
        {
            if (address is not null && !MailAddress.TryParse(address, out _))
            {
                return Problem.Invalid("core.mail.address-wrong", null, address);
            }
        }

        var row = new LetterRow
        {
            Id = TypedId.New<LetterId>(), Kind = letter.Kind, PersonId = letter.Person, Address = letter.Address, Language = letter.Language,
            Subject = letter.Subject, Body = letter.Body, ReplyTo = letter.ReplyTo, MadeAt = clock.GetCurrentInstant(), DueAt = clock.GetCurrentInstant(),
        };
        db.Add(row);
        return row.Id;
    }

    public Task Forget(string address, CancellationToken stop) => Forget(address, "", stop);

    public async Task Forget(string address, string kinds, CancellationToken stop) =>
        db.RemoveRange(await db.Set<LetterRow>().Where(l => l.PersonId == null && l.Address == address && l.Kind.StartsWith(kinds)).ToListAsync(stop));

    public Task<int> Written(string address, string kind, Instant since, CancellationToken stop) =>
        db.Set<LetterRow>().CountAsync(l => l.PersonId == null && l.Address == address && l.Kind == kind && l.MadeAt > since, stop);

    /// <summary>
    /// The letters to a person, for the export of what is held. In the place of a link that works for whoever knows it stands that it is left out: a key for
    /// machines that may read the export must not become the whole account.
    /// </summary>
    public static PersonalData Held { get; } = new("letters", async (services, person, stop) =>
    {
        var (db, texts) = ((AppDb)services.GetService(typeof(AppDb))!, (TextCatalogue)services.GetService(typeof(TextCatalogue))!);
        var letters = await db.Set<LetterRow>().AsNoTracking().Where(l => l.PersonId == person).OrderBy(l => l.Id).ToListAsync(stop);
        return letters.Select(l => new { l.Kind, l.Subject, Body = SecretLinks.Shown(l.Body, texts.In(l.Language)["core.mail.secret"]), made = NodaTime.Text.InstantPattern.ExtendedIso.Format(l.MadeAt), state = l.State.ToString() });
    });

    /// <summary>Removes every letter to a person, sent or not.</summary>
    public static async Task Erase(AppDb db, PersonId person, CancellationToken stop)
    {
        var mail = await db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Mail).SingleOrDefaultAsync(stop);
        db.RemoveRange(await db.Set<LetterRow>().Where(l => l.PersonId == person || l.Address == mail).ToListAsync(stop));
    }
}
