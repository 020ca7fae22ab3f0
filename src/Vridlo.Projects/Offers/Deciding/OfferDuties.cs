using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Duties;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>Offers that wait for the office as tasks of those who may decide them, each with its deadline.</summary>
internal static class OfferDuties
{
    public static async Task<IReadOnlyList<Duty>> Find(IServiceProvider unit, Asker asker, CancellationToken stop)
    {
        if (!asker.May(ProjectRights.Offers))
        {
            return [];
        }

        var open = await unit.GetRequiredService<AppDb>().Set<Offer>().Where(o => o.Stage == OfferStage.Received)
            .OrderBy(o => o.Due).ThenBy(o => o.Id).Select(o => new { o.Id, o.Number, o.Title, o.ReceivedOn, o.Due }).ToListAsync(stop);

        // Who may decide all of them need not be asked of each.
        var mine = open.Count == 0 || asker.MayEverywhere(ProjectRights.Offers) ? null : await unit.GetRequiredService<OpenOffer>().Among([.. open.Select(o => o.Id)], stop);
        return [.. open.Where(o => mine?.Contains(o.Id) is not false).Select(o => new Duty(
            "projects.offers.duty", new($"{Offer.CodeOf(o.Number)} {o.Title}"), $"/prace/zamery/{Offer.CodeOf(o.Number)}", o.ReceivedOn.AtStartOfDayInZone(DateText.Zone).ToInstant(), o.Due))];
    }
}
