using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>Takes back what was decided of an offer: the offer waits again, and a project that was made of it and not touched since is gone. Whoever offered it is told.</summary>
internal static class UndoOffers
{
    public static async Task<Result<bool>> Run(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, open) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<OpenOffer>());
        List<OfferId> offers = [.. undoing.Things.Where(t => t.Subject == OfferMap.Subject).Select(t => new OfferId(Guid.Parse(t.Id)))];
        if (!await open.May(await db.Set<OfferLink>().Where(l => offers.Contains(l.OfferId)).Select(l => l.Code).ToListAsync(stop), stop))
        {
            return Problem.Forbidden("projects.offers.may-not");
        }

        await using var begun = await db.Begin(stop);
        var refused = await unit.GetRequiredService<TurnBackProjects>().Apply(undoing, stop);
        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        foreach (var offer in await db.Set<Offer>().Where(o => offers.Contains(o.Id)).ToListAsync(stop))
        {
            if (await db.FindAsync<OfferDraft>([offer.Id], stop) is { } draft)
            {
                unit.GetRequiredService<ToOfferer>().Reopened(draft, offer);
            }
        }

        return await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("projects.offers.decided-meanwhile");
    }
}
