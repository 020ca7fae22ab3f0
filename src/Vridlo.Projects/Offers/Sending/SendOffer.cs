using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Writing;

namespace Vridlo.Projects.Offers.Sending;

/// <summary>
/// Sends an offer. The first time, and when the address of mail has changed, a letter asks for confirmation and only that brings it to the
/// office; what is mended for the office from the same address goes there at once.
/// </summary>
internal sealed class SendOffer(AppDb db, OfferKeys keys, ReadOffer read, EnterOffer enter, ToOfferer letters, IClock clock)
{
    /// <summary>Letters that go out before an offer is at the office; and those that ask one address to confirm offers within two days.</summary>
    public const int MostLetters = 12;

    /// <returns>whether it is at the office; false when it waits for confirmation</returns>
    public async Task<Result<bool>> Run(string code, int version, Guid? form, CancellationToken stop)
    {
        var sent = await Once(code, version, form, stop);
        if (sent is not { Ok: false, Problems: [{ Code: EnterOffer.Meanwhile or "projects.offers.changed-meanwhile" }] })
        {
            return sent;
        }

        // Whoever has sent the same form twice finds it sent now.
        db.ChangeTracker.Clear();
        return await Once(code, version, form, stop);
    }

    private async Task<Result<bool>> Once(string code, int version, Guid? form, CancellationToken stop)
    {
        if (await keys.Find(code, stop) is not { } draft)
        {
            return Problem.NotFound("projects.offers.unknown");
        }

        var offer = await db.Set<Offer>().FirstOrDefaultAsync(o => o.Id == draft.Id, stop);
        if (form is not null && draft.LastForm == form)
        {
            return draft.SentAt is null && offer is { Stage: not OfferStage.MoreAsked };
        }

        if (offer is { Stage: not OfferStage.MoreAsked })
        {
            return Problem.Conflict("projects.offers.sent-already");
        }

        if (draft.Version != version)
        {
            return Problem.Conflict("projects.offers.changed-meanwhile");
        }

        var known = await read.All(OfferTyped.Of(draft.Typed), new(draft.ContactName, draft.Mail, draft.Phone), draft.Language, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        draft.LastForm = form;
        return offer is not null && draft.ConfirmedKey == draft.MailKey && draft.ConfirmedKey.Length > 0 ? await enter.Run(draft.Id, form, stop) : await Ask(draft, stop);
    }

    private async Task<Result<bool>> Ask(OfferDraft draft, CancellationToken stop)
    {
        if (draft.Letters >= MostLetters)
        {
            return Problem.Conflict("projects.offers.letters-many", MostLetters);
        }

        if (await letters.ConfirmLately(draft.MailKey, stop) >= MostLetters)
        {
            return Problem.Conflict("projects.offers.letters-many-there", MostLetters);
        }

        letters.Confirm(draft);
        (draft.SentAt, draft.Letters, draft.Version) = (clock.GetCurrentInstant(), draft.Letters + 1, draft.Version + 1);
        return await db.Keep(stop) ? false : Problem.Conflict("projects.offers.changed-meanwhile");
    }
}
