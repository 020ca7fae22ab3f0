using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Sending;

/// <summary>Confirms by the link of a letter that an offer is meant; only then it comes to the office. To confirm again changes nothing.</summary>
internal sealed class ConfirmOffer(AppDb db, OfferKeys keys, EnterOffer enter)
{
    /// <returns>true, or why it cannot be confirmed</returns>
    public async Task<Result<bool>> Run(string code, CancellationToken stop)
    {
        var done = await Once(code, stop);
        if (done is not { Ok: false, Problems: [{ Code: EnterOffer.Meanwhile }] })
        {
            return done;
        }

        // Whoever confirms twice at once finds it confirmed now.
        db.ChangeTracker.Clear();
        return await Once(code, stop);
    }

    private async Task<Result<bool>> Once(string code, CancellationToken stop) =>
        await keys.ToConfirm(code, stop) is not { } draft ? Problem.NotFound("projects.offers.unknown")
        : await db.Set<Offer>().AnyAsync(o => o.Id == draft.Id && o.Stage != OfferStage.MoreAsked, stop) ? true
        : draft.SentAt is null ? Problem.Conflict("projects.offers.changed-since-sent")
        : await enter.Run(draft.Id, null, stop);
}
