using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Projects.Offers.Register;

/// <summary>The tables. Nothing of an offer is public, so nothing has a topic; a draft is not in the record at all.</summary>
internal static class OfferMap
{
    /// <summary>What the record calls an offer.</summary>
    public const string Subject = "projects.offer";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Offer>(offer =>
        {
            offer.ToTable("projects_offer").HasKey(o => o.Id);
            offer.HasIndex(o => o.Number).IsUnique();
            offer.HasIndex(o => new { o.Stage, o.Due, o.Id });
            offer.HasIndex(o => new { o.Due, o.Id });
            offer.HasIndex(o => new { o.Title, o.Id });
            offer.HasIndex(o => o.ProjectId);
            offer.Property(o => o.Title).InCzechOrder().Names();
            offer.Property(o => o.Version).IsConcurrencyToken();
            offer.Ignore(o => o.Code).Ignore(o => o.IsOpen);
            offer.Recorded(Subject);
        });
        model.Entity<OfferLink>(link =>
        {
            link.ToTable("projects_offer_link").HasKey(l => new { l.OfferId, l.Number });
            link.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
            link.Property(l => l.Code).Names();
            link.Recorded("projects.offer.link");
        });
        model.Entity<OfferCost>(cost =>
        {
            cost.ToTable("projects_offer_cost").HasKey(c => new { c.OfferId, c.Number });
            cost.HasOne<Offer>().WithMany().HasForeignKey(c => c.OfferId).OnDelete(DeleteBehavior.Restrict);
            cost.Ignore(c => c.Sum);
            cost.Property(c => c.Source).Names();
            cost.Recorded("projects.offer.cost");
        });
        MapDraft(model);
    }

    private static void MapDraft(ModelBuilder model)
    {
        model.Entity<OfferDraft>(draft =>
        {
            draft.ToTable("projects_offer_draft").HasKey(d => d.Id);
            draft.HasIndex(d => d.MailKey);
            draft.HasIndex(d => d.ConfirmHash);
            draft.HasIndex(d => d.SavedAt);
            draft.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<OfferKey>(key =>
        {
            key.ToTable("projects_offer_key").HasKey(k => k.Hash);
            key.HasIndex(k => k.OfferId);
            key.HasOne<OfferDraft>().WithMany().HasForeignKey(k => k.OfferId);
        });
    }
}
