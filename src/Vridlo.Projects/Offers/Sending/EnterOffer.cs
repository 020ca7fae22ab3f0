using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Writing;

namespace Vridlo.Projects.Offers.Sending;

/// <summary>Brings a confirmed offer to the office under the next number, or a mended one back under its own; whoever meets another who takes the same number takes the next.</summary>
internal sealed class EnterOffer(AppDb db, ReadOffer read, ToOfferer letters, OfferSettings settings, IClock clock)
{
    public const string Act = "projects.offered", Meanwhile = "projects.offers.entered-meanwhile";

    private const int MostTries = 20;

    /// <returns>true: it is at the office</returns>
    public async Task<Result<bool>> Run(OfferId id, Guid? form, CancellationToken stop)
    {
        for (var left = MostTries; ; left--)
        {
            db.ChangeTracker.Clear();
            var entered = await Once(id, form, stop);
            if (left == 0 || entered.Ok || entered.Problems[0].Code != Meanwhile)
            {
                return entered;
            }
        }
    }

    private async Task<Result<bool>> Once(OfferId id, Guid? form, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (await db.FindAsync<OfferDraft>([id], stop) is not { } draft)
        {
            return Problem.NotFound("projects.offers.unknown");
        }

        var offer = await db.FindAsync<Offer>([id], stop);
        if (offer is { Stage: not OfferStage.MoreAsked })
        {
            return true;
        }

        var typed = OfferTyped.Of(draft.Typed);
        var known = await read.All(typed, new(draft.ContactName, draft.Mail, draft.Phone), draft.Language, stop);
        if (!known.Ok)
        {
            return Problem.Conflict("projects.offers.no-longer-right");
        }

        offer = await Put(offer, draft, typed, known.Value, stop);
        (draft.ConfirmedKey, draft.SentAt, draft.LastForm, draft.Version) = (draft.MailKey, null, form ?? draft.LastForm, draft.Version + 1);
        letters.Received(draft, offer);
        return await db.Commit(new(Actor.Anybody, Act, ""), stop) ? true : Problem.Conflict(Meanwhile);
    }

    private async Task<Offer> Put(Offer? offer, OfferDraft draft, OfferTyped typed, OfferRead known, CancellationToken stop)
    {
        var today = clock.Today();
        if (offer is null)
        {
            offer = new()
            {
                Id = draft.Id, Number = 1 + (await db.Set<Offer>().MaxAsync(o => (int?)o.Number, stop) ?? 0), Title = "", Sought = "", BearerName = "", CompanyNumber = "", Place = "",
                Description = "", Need = "", Documents = default, Permits = default, Land = default, Finance = default, Language = draft.Language,
                Stage = OfferStage.Received, ReceivedOn = today, Due = today, Answer = "", Version = 0,
            };
            db.Add(offer);
        }

        (offer.Title, offer.BearerName, offer.CompanyNumber, offer.Place) = (typed.Title.Trim(), typed.Organisation.Trim(), known.CompanyNumber, known.Place);
        (offer.Description, offer.Need, offer.Starts, offer.Ends) = (typed.Description.Trim(), typed.Need.Trim(), known.Starts, known.Ends);
        (offer.Documents, offer.Permits, offer.Land, offer.Finance) = (known.Documents, known.Permits, known.Land, known.Finance);
        (offer.Stage, offer.ReceivedOn, offer.Due, offer.ContactErasedOn) = (OfferStage.Received, today, today.PlusDays(settings.Days).NextWorkingDay(), null);
        offer.Sought = Folding.Fold($"{offer.Code} {offer.Title} {offer.BearerName}");
        offer.Version++;
        await Rows(offer.Id, known, stop);
        return offer;
    }

    /// <summary>The rows as they are now; those that are the same stay.</summary>
    private async Task Rows(OfferId id, OfferRead known, CancellationToken stop)
    {
        var links = known.Links.Select((l, i) => new OfferLink { OfferId = id, Number = i + 1, Code = l.Code, Share = l.Share }).ToList();
        var costs = known.Costs.Select((c, i) => new OfferCost { OfferId = id, Number = i + 1, Year = c.Year, Source = c.Source, Amount = c.Sum.Minor, Currency = c.Sum.Currency }).ToList();
        var (oldLinks, oldCosts) = (await db.Set<OfferLink>().Where(l => l.OfferId == id).ToListAsync(stop), await db.Set<OfferCost>().Where(c => c.OfferId == id).ToListAsync(stop));
        Replace(oldLinks, links, l => l.Number);
        Replace(oldCosts, costs, c => c.Number);
    }

    private void Replace<T>(List<T> before, List<T> now, Func<T, int> number)
        where T : class
    {
        foreach (var row in now)
        {
            if (before.Find(b => number(b) == number(row)) is { } there)
            {
                db.Entry(there).CurrentValues.SetValues(row);
            }
            else
            {
                db.Add(row);
            }
        }

        db.RemoveRange(before.Where(b => now.TrueForAll(n => number(n) != number(b))));
    }
}
