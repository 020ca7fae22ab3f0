using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Programme;

/// <summary>What is part of an edition changes only with it, so the edition alone says which public pages change.</summary>
internal static class ProgrammeMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProgrammeRow>(programme =>
        {
            programme.ToTable("programme").HasKey(p => p.Id);
            programme.HasIndex(p => p.Code).IsUnique();
            programme.HasIndex(p => new { p.SortTitle, p.Id });
            programme.HasIndex(p => p.Territory);
            programme.Property(p => p.SortTitle).InCzechOrder();
            programme.Property(p => p.Version).IsConcurrencyToken();
            programme.Ignore(p => p.Hidden);
            programme.Recorded("programme", Topics.Programme);
        });
        model.Entity<EditionRow>(edition =>
        {
            edition.ToTable("programme_edition").HasKey(e => e.Id);
            edition.HasIndex(e => new { e.ProgrammeId, e.Code }).IsUnique();
            edition.Ignore(e => e.Hidden);
            edition.HasOne<ProgrammeRow>().WithMany().HasForeignKey(e => e.ProgrammeId);
            edition.HasMany(e => e.Approvals).WithOne().HasForeignKey(a => a.EditionId);
            edition.HasMany(e => e.Departments).WithOne().HasForeignKey(d => d.EditionId);
            edition.Recorded("programme.edition", Topics.Programme);
        });
        model.Entity<ApprovalRow>(approval =>
        {
            approval.ToTable("programme_approval").HasKey(a => new { a.EditionId, a.Position });
            approval.Recorded("programme.approval");
        });
        model.Entity<DepartmentRow>(department =>
        {
            department.ToTable("programme_department").HasKey(d => new { d.EditionId, d.Key });
        });
        model.Entity<DocumentPartRow>(part =>
        {
            part.ToTable("programme_document_part").HasKey(p => new { p.EditionId, p.Part });
            part.HasOne<EditionRow>().WithMany().HasForeignKey(p => p.EditionId);
        });
        MapNodes(model);
    }

    private static void MapNodes(ModelBuilder model)
    {
        model.Entity<NodeRow>(node =>
        {
            node.ToTable("programme_node").HasKey(n => new { n.EditionId, n.Position });
            node.HasIndex(n => new { n.EditionId, n.Code }).IsUnique();
            node.HasIndex(n => new { n.NodeId, n.EditionId }).IsUnique();
            node.HasIndex(n => new { n.EditionId, n.ParentId, n.Position });
            node.HasIndex(n => new { n.EditionId, n.Kind, n.Position });
            node.HasOne<EditionRow>().WithMany().HasForeignKey(n => n.EditionId);
            node.Property(n => n.Aliases).AsJson();
            node.Property(n => n.Edits).AsJson();
        });
        model.Entity<NeedRow>(need =>
        {
            need.ToTable("programme_need").HasKey(n => new { n.EditionId, n.Key });
            need.HasIndex(n => new { n.EditionId, n.MeasureId });
            need.HasMany(n => n.Activities).WithOne().HasForeignKey(a => new { a.EditionId, a.Key });
            need.HasOne<EditionRow>().WithMany().HasForeignKey(n => n.EditionId);
        });
        model.Entity<NeedActivityRow>(activity =>
        {
            activity.ToTable("programme_need_activity").HasKey(a => new { a.EditionId, a.Key, a.ActivityId });
        });
    }

    private static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, ProgrammeJson.Options),
        stored => JsonSerializer.Deserialize<List<T>>(stored, ProgrammeJson.Options)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l.ToList()));
}
