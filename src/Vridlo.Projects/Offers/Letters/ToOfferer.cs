using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Writing;

namespace Vridlo.Projects.Offers.Letters;

/// <summary>The letters to whoever offers an intent, in the language of the form; each has a link of its own. Whose address is erased gets none.</summary>
internal sealed class ToOfferer(IMail mail, OfferKeys keys, TextCatalogue texts, Addresses addresses, SiteAddress site, OfferSettings settings)
{
    /// <summary>With the link by which an offer is gone on with.</summary>
    public void Begun(OfferDraft draft) => Send(draft, "begun", "", settings.KeepDraftDays);

    /// <summary>Nobody has gone on with it for long; on that day it will be erased.</summary>
    public void Fading(OfferDraft draft, LocalDate on) => Send(draft, "fading", "", OfferTyped.Of(draft.Typed).Title.Trim() is { Length: > 0 } title ? title : "–", on);

    /// <summary>With the link that asks for confirmation; only the last of these letters can confirm.</summary>
    public void Confirm(OfferDraft draft)
    {
        var code = OfferKeys.NewCode();
        draft.ConfirmHash = OfferKeys.HashOf(code);
        Write(draft, "confirm", $"{OfferSteps.Root}/potvrzeni/{code}", "", OfferTyped.Of(draft.Typed).Title.Trim(), settings.KeepDraftDays);
    }

    public void Received(OfferDraft draft, Offer offer) => Send(draft, "received", offer.Code, offer.Title, offer.Due);

    public void Asked(OfferDraft draft, Offer offer) => Send(draft, "asked", offer.Code, offer.Title, offer.Answer);

    public void Accepted(OfferDraft draft, Offer offer, string project) => Send(draft, "accepted", offer.Code, offer.Title, project);

    public void Merged(OfferDraft draft, Offer offer, string project) => Send(draft, "merged", offer.Code, offer.Title, project, offer.Answer);

    public void Declined(OfferDraft draft, Offer offer) => Send(draft, "declined", offer.Code, offer.Title, offer.Answer);

    /// <summary>The office has taken back what it decided.</summary>
    public void Reopened(OfferDraft draft, Offer offer) => Send(draft, "reopened", offer.Code, offer.Title);

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
            Kind = $"projects.offers.{kind}",
            Address = draft.Mail,
            Language = draft.Language,
            Subject = t[$"projects.offers.mail.{kind}.subject", code],
            Text = t[$"projects.offers.mail.{kind}.text", values],
            Links = [new(t[$"projects.offers.mail.{kind}.link"], site.Full(addresses.In(path, draft.Language)))],
        });
    }
}
