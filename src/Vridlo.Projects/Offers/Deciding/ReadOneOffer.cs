using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Writing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>An offer with all that its page in the workspace shows.</summary>
/// <param name="Offer">the offer</param>
/// <param name="Place">where it is</param>
/// <param name="Contact">whom to ask, or null when that is erased</param>
/// <param name="Links">what it names, each with the node of the programme in force, or null when that is gone</param>
/// <param name="Costs">its costs</param>
/// <param name="Project">number and name of the project that came of it, or null</param>
internal sealed record OfferShown(
    Offer Offer, Place? Place, ContactTyped? Contact, IReadOnlyList<(OfferLink Link, Node? Node)> Links, IReadOnlyList<OfferCost> Costs, (int Number, string Title)? Project);

/// <summary>Reads one offer for those who decide it.</summary>
internal sealed class ReadOneOffer(AppDb db, IPlaces places, OwnProgramme programme)
{
    /// <summary>The identity of the offer with this code, or null.</summary>
    public async Task<OfferId?> Id(string code, CancellationToken stop) =>
        Offer.NumberOf(code) is { } number ? await db.Set<Offer>().Where(o => o.Number == number).Select(o => (OfferId?)o.Id).FirstOrDefaultAsync(stop) : null;

    /// <summary>The offer with this code, or null.</summary>
    public async Task<OfferShown?> ByCode(string code, CancellationToken stop)
    {
        if (Offer.NumberOf(code) is not { } number)
        {
            return null;
        }

        var found = await (from offer in db.Set<Offer>().AsNoTracking()
                           join draft in db.Set<OfferDraft>().AsNoTracking() on offer.Id equals draft.Id
                           join p in places.All on offer.Place equals p.Code into at
                           from place in at.DefaultIfEmpty()
                           where offer.Number == number
                           select new { Offer = offer, draft.ContactName, draft.Mail, draft.Phone, Place = place }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var (id, known) = (found.Offer.Id, await programme.ByCode(stop));
        var links = await db.Set<OfferLink>().AsNoTracking().Where(l => l.OfferId == id).OrderBy(l => l.Number).ToListAsync(stop);
        var costs = await db.Set<OfferCost>().AsNoTracking().Where(c => c.OfferId == id).OrderBy(c => c.Number).ToListAsync(stop);
        var project = found.Offer.ProjectId is { } made ? await db.Set<Project>().Where(p => p.Id == made).Select(p => new { p.Number, p.Title }).FirstOrDefaultAsync(stop) : null;
        return new(
            found.Offer, found.Place, found.Mail.Length == 0 ? null : new(found.ContactName, found.Mail, found.Phone),
            [.. links.Select(l => (l, known.GetValueOrDefault(l.Code)))], costs, project is null ? null : (project.Number, project.Title));
    }
}
