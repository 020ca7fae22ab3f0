using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Undo;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

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

        if (await Used(unit, undoing, stop) is { } used)
        {
            return used;
        }

        await using var begun = await db.Begin(stop);
        var refused = await unit.GetRequiredService<UndoMoney>().Apply(undoing, stop);
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

    /// <summary>Why what was made cannot go: somebody has gone on with it.</summary>
    private static async Task<Problem?> Used(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var db = unit.GetRequiredService<AppDb>();
        List<InstrumentId> made = [.. undoing.Things.Where(t => t.Subject == ProjectMap.Subject && t.Before is null).Select(t => new InstrumentId(Guid.Parse(t.Id)))];
        if (made.Count == 0)
        {
            return null;
        }

        List<OrganisationId> entered = [.. undoing.Things.Where(t => t.Subject == "organisation" && t.Before is null).Select(t => new OrganisationId(Guid.Parse(t.Id)))];
        return await db.Set<Project>().AnyAsync(p => (made.Contains(p.Id) && p.Version > 1) || (!made.Contains(p.Id) && entered.Contains(p.Bearer)), stop)
            || await db.Set<Partner>().AnyAsync(p => entered.Contains(p.Organisation), stop)
            || await db.Set<Offer>().AnyAsync(o => o.Stage == OfferStage.Merged && o.ProjectId != null && made.Contains(o.ProjectId.Value), stop)
            ? Problem.Conflict("projects.offers.project-used") : null;
    }
}
