using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Notices;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Sending;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>Who answers for what an offer is meant to carry out is told when it comes, and when it comes back mended.</summary>
internal static class OfferConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        if (act.Kind != EnterOffer.Act)
        {
            return [];
        }

        var (db, programme) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<OwnProgramme>());
        List<OfferId> ids = [.. changes.Select(c => new OfferId(Guid.Parse(c.Id)))];
        var codes = (await db.Set<OfferLink>().AsNoTracking().Where(l => ids.Contains(l.OfferId)).ToListAsync(stop)).ToLookup(l => l.OfferId, l => l.Code);
        var concerns = new List<Concern>();
        foreach (var offer in await db.Set<Offer>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop))
        {
            concerns.Add(new(new($"{offer.Code} {offer.Title}"), $"/prace/zamery/{offer.Code}", await programme.At(codes[offer.Id], stop), [], IsPublic: false));
        }

        return concerns;
    }
}
