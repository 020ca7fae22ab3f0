using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Projects.Offers.Deciding;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Contacts;

/// <summary>
/// Erases who can be asked about an offer: when the person asks, with the letters to that address, and by itself some time after the offer is
/// closed; and the whole of what was begun and never sent (GDPR, article 17 and article 5, paragraph 1, letter e).
/// </summary>
internal sealed class EraseOfferContact(AppDb db, OpenOffer open, IMail mail, OfferSettings settings, Asker asker, IClock clock)
{
    public const string Act = "projects.offer-contact-erased";

    private LocalDate Today => clock.GetCurrentInstant().InZone(DateText.Zone).Date;

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

        await mail.Forget(draft.Mail, stop);
        Erase(offer, draft);
        return await db.Commit(asker.Act(Act, ""), stop) ? true : Problem.Conflict("projects.offers.decided-meanwhile");
    }

    /// <summary>Erases what has been kept for long enough.</summary>
    public async Task Clear(CancellationToken stop)
    {
        var (before, since) = (Today.PlusDays(-settings.KeepContactDays), clock.GetCurrentInstant() - Duration.FromDays(settings.KeepDraftDays));
        var unsent = await db.Set<OfferDraft>().Where(d => d.SavedAt < since && !db.Set<Offer>().Any(o => o.Id == d.Id)).ToListAsync(stop);
        if (unsent.Count > 0)
        {
            var ids = unsent.Select(d => d.Id).ToList();
            db.RemoveRange(await db.Set<OfferKey>().Where(k => ids.Contains(k.OfferId)).ToListAsync(stop));
            db.RemoveRange(unsent);
            await db.Keep(stop);
        }

        var old = await (from offer in db.Set<Offer>()
                         join draft in db.Set<OfferDraft>() on offer.Id equals draft.Id
                         where offer.ClosedOn < before && draft.MailKey != ""
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
