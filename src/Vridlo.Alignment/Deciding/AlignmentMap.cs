using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Alignment.Deciding;

internal static class AlignmentMap
{
    public const string Subject = "alignment";

    public static void Map(ModelBuilder model) => model.Entity<DecisionRow>(alignment =>
    {
        alignment.ToTable("alignment_decision").HasKey(a => a.Id);
        alignment.HasIndex(a => new { a.From, a.To }).IsUnique();
        alignment.HasIndex(a => a.To);
        alignment.HasIndex(a => new { a.FromProgramme, a.ToProgramme });
        alignment.Property(a => a.Version).IsConcurrencyToken();
        alignment.Recorded(Subject, Topics.Nodes);
    });
}
