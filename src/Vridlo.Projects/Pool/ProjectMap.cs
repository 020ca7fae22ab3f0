using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Projects.Pool;

internal static class ProjectMap
{
    /// <summary>What the record calls a project.</summary>
    public const string Subject = "projects.project";

    /// <summary>What it calls one that was withdrawn.</summary>
    public const string Withdrawn = "projects.withdrawn";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Project>(project =>
        {
            project.ToTable("projects_project").HasKey(p => p.Id);
            project.HasIndex(p => p.Number).IsUnique();
            project.HasIndex(p => new { p.Title, p.Id });
            project.HasIndex(p => new { p.Stage, p.Id });
            project.HasIndex(p => new { p.Bearer, p.Id });
            project.HasIndex(p => new { p.Place, p.Id });
            project.HasIndex(p => new { p.Ends, p.Id });
            project.Property(p => p.Title).InCzechOrder().Names();
            project.Property(p => p.Version).IsConcurrencyToken();
            project.Ignore(p => p.Code).Ignore(p => p.Readied).Ignore(p => p.Latitude).Ignore(p => p.Longitude);
            project.Recorded(Subject, Topics.Nodes);
        });
        model.Entity<WithdrawnProject>(withdrawn =>
        {
            withdrawn.ToTable("projects_withdrawn").HasKey(w => w.Id);
            withdrawn.HasIndex(w => w.Number).IsUnique();
            withdrawn.Property(w => w.Title).Names();
            withdrawn.Recorded(Withdrawn, Topics.Nodes);
        });
        model.Entity<StageEntry>(stage =>
        {
            stage.ToTable("projects_stage").HasKey(s => s.Id);
            stage.HasIndex(s => new { s.ProjectId, s.Id });
            stage.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId);
            stage.Recorded("projects.stage", Topics.Nodes);
        });
    }
}
