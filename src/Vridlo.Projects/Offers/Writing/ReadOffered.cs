using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>Where an offer stands, for whoever has its link.</summary>
[Words("projects.offers.state")]
internal enum OfferState
{
    /// <summary>rozepsána</summary>
    Unsent,

    /// <summary>čeká na potvrzení z mailu</summary>
    Waiting,

    /// <summary>u úřadu</summary>
    Received,

    /// <summary>vrácena k doplnění</summary>
    MoreAsked,

    /// <summary>přijata</summary>
    Accepted,

    /// <summary>sloučena</summary>
    Merged,

    /// <summary>odmítnuta</summary>
    Declined,
}

/// <summary>An offer as its link shows it.</summary>
/// <param name="Draft">what is written</param>
/// <param name="Offer">what the office has, or null</param>
/// <param name="Project">number and name of the project that came of it, or null</param>
internal sealed record Offered(OfferDraft Draft, Offer? Offer, (int Number, string Title)? Project)
{
    public OfferState State => (Offer, Draft.SentAt) switch
    {
        ({ Stage: OfferStage.Received }, _) => OfferState.Received,
        ({ Stage: OfferStage.Accepted }, _) => OfferState.Accepted,
        ({ Stage: OfferStage.Merged }, _) => OfferState.Merged,
        ({ Stage: OfferStage.Declined }, _) => OfferState.Declined,
        (_, not null) => OfferState.Waiting,
        ({ }, null) => OfferState.MoreAsked,
        _ => OfferState.Unsent,
    };

    public bool MayWrite => State is OfferState.Unsent or OfferState.Waiting or OfferState.MoreAsked;
}

/// <summary>Reads the offer to which a link leads.</summary>
internal sealed class ReadOffered(AppDb db)
{
    public async Task<Offered?> ByCode(string code, CancellationToken stop)
    {
        if (!OfferKeys.IsCode(code))
        {
            return null;
        }

        var hash = OfferKeys.HashOf(code);
        var found = await (from key in db.Set<OfferKey>()
                           join draft in db.Set<OfferDraft>().AsNoTracking() on key.OfferId equals draft.Id
                           join o in db.Set<Offer>().AsNoTracking() on draft.Id equals o.Id into offers
                           from offer in offers.DefaultIfEmpty()
                           where key.Hash == hash
                           select new { Draft = draft, Offer = offer }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var project = found.Offer?.ProjectId is { } id ? await db.Set<Project>().Where(p => p.Id == id).Select(p => new { p.Number, p.Title }).FirstOrDefaultAsync(stop) : null;
        return new(found.Draft, found.Offer, project is null ? null : (project.Number, project.Title));
    }

    /// <summary>Whether a letter's link can confirm an offer, and whether that is done already; null when it leads nowhere.</summary>
    public async Task<(string Title, bool Done, bool Waits)?> ToConfirm(string code, CancellationToken stop)
    {
        var hash = OfferKeys.HashOf(code);
        var found = !OfferKeys.IsCode(code) ? null : await db.Set<OfferDraft>().Where(d => d.ConfirmHash == hash)
            .Select(d => new { d.Typed, d.SentAt, Done = db.Set<Offer>().Any(o => o.Id == d.Id && o.Stage != OfferStage.MoreAsked) }).FirstOrDefaultAsync(stop);
        return found is null ? null : (OfferTyped.Of(found.Typed).Title.Trim(), found.Done, found.SentAt is not null);
    }
}
