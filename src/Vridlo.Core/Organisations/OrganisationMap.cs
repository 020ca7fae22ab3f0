using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Organisations;

internal static class OrganisationMap
{
    public static void Map(ModelBuilder model) => model.Entity<Organisation>(organisation =>
    {
        organisation.ToTable("organisation").HasKey(o => o.Id);
        organisation.HasIndex(o => o.Number).IsUnique();
        organisation.HasIndex(o => o.NameKey);
        organisation.HasIndex(o => new { o.Name, o.Id });
        organisation.HasIndex(o => o.Place);
        organisation.HasIndex(o => o.MergedInto);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedInto).OnDelete(DeleteBehavior.Restrict);
        organisation.Property(o => o.Name).InCzechOrder().Names();
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.Recorded("organisation", Topics.Organisations);
    });
}
