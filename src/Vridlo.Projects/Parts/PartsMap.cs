using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Parts;

internal static class PartsMap
{
    public static void Map(ModelBuilder model)
    {
        Rows<Partner>(model, "partner").Recorded("projects.partner", Topics.Nodes);
        Rows<Milestone>(model, "milestone").Recorded("projects.milestone", Topics.Nodes);
        Rows<Risk>(model, "risk").Recorded("projects.risk");
        Rows<Outcome>(model, "outcome").Recorded("projects.outcome", Topics.Nodes);
        var contact = Rows<Contact>(model, "contact").Recorded("projects.contact");
        contact.Property(c => c.Name).Personal();
        contact.Property(c => c.Role).Personal();
        contact.Property(c => c.Mail).Personal();
        contact.Property(c => c.Phone).Personal();
    }

    private static EntityTypeBuilder<T> Rows<T>(ModelBuilder model, string name)
        where T : PartRow
    {
        var row = model.Entity<T>();
        row.ToTable($"projects_{name}").HasKey(r => r.Id);
        row.HasIndex(r => new { r.ProjectId, r.Number });
        row.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId);
        return row;
    }
}
