using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Achievements;

/// <summary>That an achievement of a programme (co se povedlo) was taken over as a project: each at most once, in whatever edition it stands.</summary>
internal sealed class TakenAchievement
{
    public required NodeId NodeId { get; init; }

    public required InstrumentId ProjectId { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<TakenAchievement>(taken =>
    {
        taken.ToTable("projects_achievement").HasKey(t => t.NodeId);
        taken.HasIndex(t => t.ProjectId).IsUnique();
        taken.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId);
        taken.Recorded("projects.achievement", Topics.Nodes);
    });
}
