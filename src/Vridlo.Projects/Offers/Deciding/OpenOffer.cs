using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>An offer to be decided, with its links and with whom to write to.</summary>
internal sealed record Opened(Offer Offer, OfferDraft Draft, IReadOnlyList<OfferLink> Links);

/// <summary>Opens an offer for a decision: that it is there, that whoever asks may decide it, that it is as it was seen and still open.</summary>
internal sealed class OpenOffer(AppDb db, ProjectAccess access, OwnProgramme programme)
{
    public async Task<Result<Opened>> Run(OfferId id, int version, CancellationToken stop)
    {
        if (await db.FindAsync<Offer>([id], stop) is not { } offer)
        {
            return Problem.NotFound("projects.offers.unknown");
        }

        var links = await db.Set<OfferLink>().AsNoTracking().Where(l => l.OfferId == id).OrderBy(l => l.Number).ToListAsync(stop);
        if (!await May(links.Select(l => l.Code), stop))
        {
            return Problem.Forbidden("projects.offers.may-not");
        }

        return !offer.IsOpen ? Problem.Conflict("projects.offers.closed")
            : offer.Version != version ? Problem.Conflict("projects.offers.decided-meanwhile")
            : new Opened(offer, (await db.FindAsync<OfferDraft>([id], stop))!, links);
    }

    /// <summary>Those of these offers that whoever asks may decide.</summary>
    public async Task<HashSet<OfferId>> Among(IReadOnlyCollection<OfferId> offers, CancellationToken stop)
    {
        var known = await programme.ByCode(stop);
        var links = await db.Set<OfferLink>().AsNoTracking().Where(l => offers.Contains(l.OfferId)).ToListAsync(stop);
        return await access.Where(ProjectRights.Offers, offers, links.Where(l => known.ContainsKey(l.Code)).ToLookup(l => l.OfferId, l => known[l.Code].Id), stop);
    }

    /// <summary>Whether whoever asks may decide an offer that names these codes.</summary>
    public async Task<bool> May(IEnumerable<string> codes, CancellationToken stop)
    {
        var known = await programme.ByCode(stop);
        return await access.May(ProjectRights.Offers, [.. codes.Select(known.GetValueOrDefault).OfType<Node>().Select(n => n.Id)], stop);
    }
}
