using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Projects.Offers.Deciding;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Parts;

namespace Vridlo.Projects.Offers.Contacts;

/// <summary>
/// Erases who can be asked about an offer: when the person asks, with the letters to that address and what went over to the project, and by itself some time after
/// the offer is closed, or was last received when nobody has completed it; and the whole of what was begun and never sent (GDPR, article 17 and article 5, paragraph 1, letter e).
/// </summary>
internal sealed class EraseOfferContact(AppDb db, OpenOffer open, IMail mail, ToOfferer letters, OfferSettings settings, Asker asker, IClock clock)
{
    public const string Act = "projects.offer-contact-erased";

    /// <summary>So many days before an offer that was not sent is erased, its writer is told.</summary>
    private const int WarnedDays = 7;

    private LocalDate Today => clock.Today();

    /// <returns>true, or that there is none</returns>
    public async Task<Result<bool>> Run(OfferId id, CancellationToken stop)
    {
        if (!await open.May(await db.Set<OfferLink>().Where(l => l.OfferId == id).Select(l => l.Code).ToListAsync(stop), stop))
        {
            return Problem.Forbidden("projects.offers.may-not");
        }

        if (await db.FindAsync<Offer>([id], stop) is not { } offer || await db.FindAsync<OfferDraft>([id], stop) is not { MailKey.Length: > 0 } draft)
        {
            return Problem.NotFound("projects.offers.contact-none");
        }

        await mail.Forget(draft.MailKey, stop);
        if (draft.Mail != draft.MailKey)
        {
            // Older letters stand under the address as it was typed.
            await mail.Forget(draft.Mail, stop);
        }

        if (offer.ProjectId is { } project)
        {
            // What went over to the project is the same person's.
            db.RemoveRange((await db.Set<Contact>().Where(c => c.ProjectId == project).ToListAsync(stop)).Where(c => string.Equals(c.Mail, draft.Mail, StringComparison.OrdinalIgnoreCase)));
        }

        Erase(offer, draft);
        return await db.Commit(asker.Act(Act, ""), stop) ? true : Problem.Conflict("projects.offers.decided-meanwhile");
    }

    /// <summary>Erases what has been kept for long enough; who began an offer and has not sent it is told a week before.</summary>
    public async Task Clear(CancellationToken stop)
    {
        await ClearUnsent(clock.GetCurrentInstant(), stop);
        await ClearContacts(Today.PlusDays(-settings.KeepContactDays), stop);
    }

    private async Task ClearUnsent(Instant now, CancellationToken stop)
    {
        var (kept, ahead) = (Duration.FromDays(settings.KeepDraftDays), Duration.FromDays(Math.Min(WarnedDays, settings.KeepDraftDays / 2)));
        var soon = now - kept + ahead;
        var unsent = await db.Set<OfferDraft>().Where(d => d.SavedAt < soon && !db.Set<Offer>().Any(o => o.Id == d.Id)).ToListAsync(stop);

        // One that nobody was told of in time, since the installation did not run, is told of now and kept for so long.
        var gone = unsent.Where(d => d.SavedAt < now - kept && (d.Mail.Length == 0 || d.WarnedAt <= now - ahead)).ToList();
        foreach (var draft in unsent.Except(gone).Where(d => d.WarnedAt is null))
        {
            draft.WarnedAt = now;
            letters.Fading(draft, (Instant.Max(draft.SavedAt + kept, now + ahead)).InZone(DateText.Zone).Date);
        }

        var ids = gone.Select(d => d.Id).ToList();
        db.RemoveRange(await db.Set<OfferKey>().Where(k => ids.Contains(k.OfferId)).ToListAsync(stop));
        db.RemoveRange(gone);
        await db.Keep(stop);
    }

    private async Task ClearContacts(LocalDate before, CancellationToken stop)
    {
        var old = await (from offer in db.Set<Offer>()
                         join draft in db.Set<OfferDraft>() on offer.Id equals draft.Id
                         where (offer.ClosedOn < before || (offer.Stage == OfferStage.MoreAsked && offer.ReceivedOn < before)) && draft.MailKey != ""
                         select new { Offer = offer, Draft = draft }).ToListAsync(stop);
        foreach (var one in old)
        {
            Erase(one.Offer, one.Draft);
        }

        if (old.Count > 0)
        {
            await db.Commit(asker.Act(Act, ""), stop);
        }
    }

    private void Erase(Offer offer, OfferDraft draft)
    {
        draft.EraseContact();
        draft.Version++;
        offer.ContactErasedOn = Today;
        offer.Version++;
    }
}
