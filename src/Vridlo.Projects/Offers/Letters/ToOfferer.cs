using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Writing;

namespace Vridlo.Projects.Offers.Letters;

/// <summary>
/// The letters to whoever offers an intent, in the language of the form; each has a link of its own. Whose address is erased gets none. An address that has
/// confirmed nothing may be a stranger's: no letter there says what somebody typed, and only so many go there.
/// </summary>
internal sealed class ToOfferer(IMail mail, OfferKeys keys, TextCatalogue texts, Addresses addresses, SiteAddress site, OfferSettings settings, IClock clock)
{
    private const string BegunKind = "begun", ConfirmKind = "confirm";

    /// <summary>How many letters about offers begun have gone to an address within two days, whatever address their offers have by now.</summary>
    public Task<int> BegunLately(string mailKey, CancellationToken stop) => Lately(BegunKind, mailKey, stop);

    /// <summary>How many letters that ask for confirmation have gone to an address within two days.</summary>
    public Task<int> ConfirmLately(string mailKey, CancellationToken stop) => Lately(ConfirmKind, mailKey, stop);

    /// <summary>With the link by which an offer is gone on with.</summary>
    public void Begun(OfferDraft draft) => Send(draft, BegunKind, "", settings.KeepDraftDays);

    /// <summary>Nobody has gone on with it for long; on that day it will be erased.</summary>
    public void Fading(OfferDraft draft, LocalDate on) => Send(draft, "fading", "", Day(draft), on);

    /// <summary>With the link that asks for confirmation; only the last of these letters can confirm.</summary>
    public void Confirm(OfferDraft draft)
    {
        var code = OfferKeys.NewCode();
        draft.ConfirmHash = OfferKeys.HashOf(code);
        Write(draft, ConfirmKind, $"{OfferSteps.Root}/potvrzeni/{code}", "", Day(draft), settings.KeepDraftDays);
    }

    public void Received(OfferDraft draft, Offer offer) => Send(draft, "received", offer.Code, Called(draft, offer), offer.Due);

    public void Asked(OfferDraft draft, Offer offer) => Send(draft, "asked", offer.Code, Called(draft, offer), offer.Answer);

    public void Accepted(OfferDraft draft, Offer offer, string project) => Send(draft, "accepted", offer.Code, Called(draft, offer), project);

    public void Merged(OfferDraft draft, Offer offer, string project) => Send(draft, "merged", offer.Code, Called(draft, offer), project, offer.Answer);

    public void Declined(OfferDraft draft, Offer offer) => Send(draft, "declined", offer.Code, Called(draft, offer), offer.Answer);

    /// <summary>The office has taken back what it decided.</summary>
    public void Reopened(OfferDraft draft, Offer offer) => Send(draft, "reopened", offer.Code, Called(draft, offer));

    private Task<int> Lately(string kind, string mailKey, CancellationToken stop) => mail.Written(mailKey, Named(kind), clock.GetCurrentInstant() - Duration.FromDays(2), stop);

    private static string Named(string kind) => $"projects.offers.{kind}";

    /// <summary>The day on which an offer was begun, by which whoever wrote it knows it.</summary>
    private static LocalDate Day(OfferDraft draft) => draft.MadeAt.InZone(DateText.Zone).Date;

    private static string Called(OfferDraft draft, Offer offer) => draft.ConfirmedKey == draft.MailKey ? offer.Title : offer.Code;

    private void Send(OfferDraft draft, string kind, string code, params IReadOnlyList<object> values)
    {
        if (draft.Mail.Length > 0)
        {
            Write(draft, kind, $"{OfferSteps.Root}/{keys.Add(draft.Id)}", code, values);
        }
    }

    private void Write(OfferDraft draft, string kind, string path, string code, params IReadOnlyList<object> values)
    {
        var t = texts.In(draft.Language);
        mail.Send(new()
        {
            Kind = Named(kind),
            Address = draft.MailKey,
            Language = draft.Language,
            Subject = t[$"projects.offers.mail.{kind}.subject", code],
            Text = t[$"projects.offers.mail.{kind}.text", values],
            Links = [new(t[$"projects.offers.mail.{kind}.link"], site.Full(addresses.In(path, draft.Language))) { IsSecret = true }],
        });
    }
}
