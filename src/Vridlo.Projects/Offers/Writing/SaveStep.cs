using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Sending;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>Saves what was typed in a step, be it right or not, and says what is wrong with it. The first one begins an offer.</summary>
internal sealed class SaveStep(AppDb db, OfferKeys keys, ReadOffer read, ToOfferer letters, IClock clock)
{
    private const string Changed = "projects.offers.changed-meanwhile";

    /// <summary>Letters about offers begun that go to one address of mail within two days: whoever types in another's address cannot fill that box with them.</summary>
    private const int MostOfOne = 5;

    /// <summary>The longest JSON of an offer: several times what its fields may hold.</summary>
    private const int Longest = 100_000;

    /// <param name="Code">the code of the link; of a new offer one that was made with the form</param>
    /// <param name="Step">the step</param>
    /// <param name="Typed">the whole as it is with what was typed</param>
    /// <param name="Contact">whom to ask</param>
    /// <param name="Language">the language of the form</param>
    /// <param name="Version">the version that was seen; of no use to a new one</param>
    /// <param name="Form">number of the form: what is sent twice is saved once</param>
    internal sealed record Command(string Code, OfferStep Step, OfferTyped Typed, ContactTyped Contact, Language Language, int Version, Guid? Form);

    /// <summary>What came of it: what is saved, and what is wrong with it.</summary>
    internal sealed record Saved(int Version, IReadOnlyList<Problem> Wrong);

    public async Task<Result<Saved>> Run(Command command, CancellationToken stop)
    {
        var saved = await Once(command, stop);
        if (saved is not { Ok: false, Problems: [{ Code: Changed }] })
        {
            return saved;
        }

        // Whoever has sent the same form twice finds it saved now.
        db.ChangeTracker.Clear();
        return await Once(command, stop);
    }

    private async Task<Result<Saved>> Once(Command command, CancellationToken stop)
    {
        if (!OfferKeys.IsCode(command.Code) || await Draft(command, stop) is not { } draft)
        {
            return Problem.NotFound("projects.offers.unknown");
        }

        if (await db.Set<Offer>().AnyAsync(o => o.Id == draft.Id && o.Stage != OfferStage.MoreAsked, stop))
        {
            return Problem.Conflict("projects.offers.sent-already");
        }

        var wrong = await read.Step(command.Step, command.Typed, command.Contact, draft.Language, stop);
        if (draft.Version == 0 && !MailAddress.IsOne(command.Contact.Mail.Trim()))
        {
            // Nothing could lead anybody back to it.
            return wrong.ToArray();
        }

        if (command.Form is { } form && draft.LastForm == form)
        {
            return new Saved(draft.Version, wrong);
        }

        if (draft.Version > 0 && draft.Version != command.Version)
        {
            return Problem.Conflict(Changed);
        }

        return Unfit(command) is not { } unfit ? await Keep(draft, command, wrong, stop) : wrong.Count > 0 ? wrong.ToArray() : unfit;
    }

    private async Task<Result<Saved>> Keep(OfferDraft draft, Command command, IReadOnlyList<Problem> wrong, CancellationToken stop)
    {
        var (contact, now) = (command.Contact, clock.GetCurrentInstant());
        var writes = contact.MailKey != draft.MailKey && MailAddress.IsOne(contact.Mail.Trim());
        if (writes && (draft.Letters >= SendOffer.MostLetters || await letters.BegunLately(contact.MailKey, stop) >= MostOfOne))
        {
            return Problem.Invalid("projects.offers.too-many", "mail", MostOfOne);
        }

        (draft.Typed, draft.ContactName, draft.Phone) = (command.Typed.Json(), contact.Name.Trim(), contact.Phone.Trim());
        (draft.Mail, draft.MailKey) = (contact.Mail.Trim(), contact.MailKey);
        (draft.SavedAt, draft.WarnedAt, draft.SentAt, draft.LastForm) = (now, null, null, command.Form);
        draft.Reached = Math.Max(draft.Reached, wrong.Count == 0 ? (int)command.Step + 1 : (int)command.Step);
        draft.Version++;
        if (writes)
        {
            draft.Letters++;
            letters.Begun(draft);
        }

        return await db.Keep(stop) ? new Saved(draft.Version, wrong) : Problem.Conflict(Changed);
    }

    /// <summary>What cannot be kept at all.</summary>
    private static Problem? Unfit(Command command) =>
        command.Typed.Json().Length > Longest ? Problem.Invalid("projects.text-long", null, ReadOffer.LongestText)
        : command.Typed.Organisation.Length > ReadOffer.LongestName ? Problem.Invalid("projects.text-long", "organisation", ReadOffer.LongestName)
        : command.Typed.CompanyNumber.Length > ReadOffer.LongestNumber ? Problem.Invalid("projects.text-long", "companyNumber", ReadOffer.LongestNumber)
        : command.Contact.Name.Length > ReadOffer.LongestName ? Problem.Invalid("projects.text-long", "contactName", ReadOffer.LongestName)
        : command.Contact.Phone.Length > ReadOffer.LongestPhone ? Problem.Invalid("projects.text-long", "phone", ReadOffer.LongestPhone)
        : command.Contact.Mail.Length > ReadOffer.LongestName ? Problem.Invalid("core.mail.address-wrong", "mail", command.Contact.Mail[..60])
        : null;

    private async Task<OfferDraft?> Draft(Command command, CancellationToken stop)
    {
        if (await keys.Find(command.Code, stop) is { } there)
        {
            return there;
        }

        if (command.Step is not OfferStep.Who || command.Version >= 0)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var draft = new OfferDraft
        {
            Id = TypedId.New<OfferId>(), Typed = "{}", ContactName = "", Mail = "", MailKey = "", Phone = "", ConfirmedKey = "", Language = command.Language,
            Reached = 1, MadeAt = now, SavedAt = now, ConfirmHash = "", Letters = 0, Version = 0,
        };
        db.Add(draft);
        db.Add(new OfferKey { Hash = OfferKeys.HashOf(command.Code), OfferId = draft.Id });
        return draft;
    }
}
