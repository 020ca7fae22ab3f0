using NodaTime;
using Vridlo.Base;

namespace Vridlo.Projects.Offers.Register;

/// <summary>
/// What somebody writes into an offer, as it was typed, with whom to ask about it. It is nobody's act, so it is not in the record, not in
/// search and in no list; who has its link goes on with it. Personal data: the contact is erased some time after the offer is closed, and the
/// whole when it is never sent.
/// </summary>
internal sealed class OfferDraft
{
    public required OfferId Id { get; init; }

    /// <summary>The fields as JSON, without the contact.</summary>
    public required string Typed { get; set; }

    public required string ContactName { get; set; }

    /// <summary>Address of mail; empty as long as none was given, and once it is erased.</summary>
    public required string Mail { get; set; }

    /// <summary>The address as addresses are compared.</summary>
    public required string MailKey { get; set; }

    public required string Phone { get; set; }

    /// <summary>The address to which the office's last confirmed offer belongs; empty before the first confirmation.</summary>
    public required string ConfirmedKey { get; set; }

    public required Language Language { get; init; }

    /// <summary>The furthest step that has been reached, from 1.</summary>
    public required int Reached { get; set; }

    public required Instant MadeAt { get; init; }

    public required Instant SavedAt { get; set; }

    /// <summary>When its writer was told that it will soon be erased; null when there is no need yet.</summary>
    public Instant? WarnedAt { get; set; }

    /// <summary>When it was sent and has waited for its confirmation since; null when it is being written or has been confirmed.</summary>
    public Instant? SentAt { get; set; }

    /// <summary>Hash of the code of the last letter that asks for confirmation, or empty.</summary>
    public required string ConfirmHash { get; set; }

    /// <summary>How many letters asked for confirmation.</summary>
    public required int Letters { get; set; }

    /// <summary>Number of the form that was saved last: what is sent twice is saved once.</summary>
    public Guid? LastForm { get; set; }

    public required int Version { get; set; }

    /// <summary>Forgets who can be asked.</summary>
    public void EraseContact() => (ContactName, Mail, MailKey, Phone, ConfirmedKey) = ("", "", "", "", "");
}

/// <summary>A way to an offer: the hash of the code in a link. Each letter has a link of its own, for no code can be read from its hash.</summary>
internal sealed class OfferKey
{
    public required string Hash { get; init; }

    public required OfferId OfferId { get; init; }
}
