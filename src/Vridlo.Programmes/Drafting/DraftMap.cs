using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Approving;
using Vridlo.Programmes.Drafting.Importing;
using Vridlo.Programmes.Drafting.Merging;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Programmes.Drafting.Replacing;

namespace Vridlo.Programmes.Drafting;

/// <summary>Drafts are recorded and shown on no public page; reports on application are public.</summary>
internal static class DraftMap
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        Converters = { new LocalDateJson() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(ModelBuilder model)
    {
        model.Entity<Draft>(draft =>
        {
            draft.ToTable("programmes_draft").HasKey(d => d.Id);
            draft.HasIndex(d => d.OpenKey).IsUnique();
            draft.Ignore(d => d.IsOpen);
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.Property(d => d.HeadVersion).Raised();
            draft.Property(d => d.Edition).Names();
            draft.Recorded("programmes.draft");
        });
        model.Entity<DraftDepartment>(department =>
        {
            department.ToTable("programmes_draft_department").HasKey(d => new { d.DraftId, d.Key });
            department.HasOne<Draft>().WithMany().HasForeignKey(d => d.DraftId);
            department.Property(d => d.Key).Names();
            department.Recorded("programmes.draft.department");
        });
        // Not recorded: it is written once with the draft and says by its hash what it is.
        model.Entity<DraftDocument>(document =>
        {
            document.ToTable("programmes_draft_document").HasKey(d => d.DraftId);
            document.HasOne<Draft>().WithOne().HasForeignKey<DraftDocument>(d => d.DraftId);
        });
        model.Entity<DraftDoubt>(doubt =>
        {
            doubt.ToTable("programmes_draft_doubt").HasKey(d => new { d.DraftId, d.Number });
            doubt.HasOne<Draft>().WithMany().HasForeignKey(d => d.DraftId);
            doubt.Property(d => d.Arguments).HasConversion(new JsonList<string>(), JsonList<string>.Comparer);
            doubt.Recorded("programmes.draft.doubt");
        });
        // Not recorded: how far a reading is is nobody's act.
        model.Entity<DocumentImport>(import => import.ToTable("programmes_document_import").HasKey(i => i.Id));
        MapNodes(model);
        MapWay(model);
    }

    private static void MapNodes(ModelBuilder model)
    {
        model.Entity<DraftNode>(node =>
        {
            // Codes are unique by the draft's version, not by an index: two nodes may exchange theirs in one commit.
            node.ToTable("programmes_draft_node").HasKey(n => new { n.DraftId, n.NodeId });
            node.HasIndex(n => new { n.DraftId, n.Code });
            node.HasOne<Draft>().WithMany().HasForeignKey(n => n.DraftId);
            node.HasOne<DraftNode>().WithMany().HasForeignKey(n => new { n.DraftId, n.ParentId }).OnDelete(DeleteBehavior.Restrict);
            node.Ignore(n => n.Source);
            node.Property(n => n.Aliases).HasConversion(new JsonList<Alias>(), JsonList<Alias>.Comparer);
            node.Property(n => n.Edits).HasConversion(new JsonList<NodeEdit>(), JsonList<NodeEdit>.Comparer);
            node.Property(n => n.Version).IsConcurrencyToken();
            node.Property(n => n.Code).Names();
            node.Recorded("programmes.draft.node");
        });
        model.Entity<DraftNeed>(need =>
        {
            need.ToTable("programmes_draft_need").HasKey(n => new { n.DraftId, n.Key });
            need.HasOne<DraftNode>().WithMany().HasForeignKey(n => new { n.DraftId, n.MeasureId }).OnDelete(DeleteBehavior.Restrict);
            need.Property(n => n.Activities).HasConversion(new JsonList<NodeId>(), JsonList<NodeId>.Comparer);
            need.Property(n => n.Version).IsConcurrencyToken();
            need.Property(n => n.Key).Names();
            need.Recorded("programmes.draft.need");
        });
        model.Entity<DraftConflict>(conflict =>
        {
            conflict.ToTable("programmes_draft_conflict").HasKey(c => c.Id);
            conflict.HasIndex(c => new { c.DraftId, c.Decision });
            conflict.HasOne<Draft>().WithMany().HasForeignKey(c => c.DraftId);
            conflict.Recorded("programmes.draft.conflict");
        });
        model.Entity<DraftHeir>(heir =>
        {
            heir.ToTable("programmes_draft_heir").HasKey(h => new { h.DraftId, h.FromId, h.ToId });
            heir.HasOne<Draft>().WithMany().HasForeignKey(h => h.DraftId);
            heir.Recorded("programmes.draft.heir");
        });
    }

    private static void MapWay(ModelBuilder model)
    {
        model.Entity<DraftStep>(step =>
        {
            step.ToTable("programmes_draft_step").HasKey(s => s.Id);
            step.HasIndex(s => new { s.DraftId, s.Id });
            step.HasOne<Draft>().WithMany().HasForeignKey(s => s.DraftId);
            step.Recorded("programmes.draft.step");
        });
        model.Entity<DraftAnswer>(answer =>
        {
            answer.ToTable("programmes_draft_answer").HasKey(a => new { a.DraftId, a.Round, a.Department });
            answer.HasOne<Draft>().WithMany().HasForeignKey(a => a.DraftId);
            answer.Recorded("programmes.draft.answer");
        });
        model.Entity<MidTermReport>(report =>
        {
            report.ToTable("programmes_midterm_report").HasKey(r => r.Id);
            report.HasIndex(r => r.EditionId);
            // Whoever corrects one has seen it as it is.
            foreach (var said in (string[])[nameof(MidTermReport.On), nameof(MidTermReport.Title), nameof(MidTermReport.Text), nameof(MidTermReport.Resolution), nameof(MidTermReport.ResolvedOn), nameof(MidTermReport.Outcome)])
            {
                report.Property(said).IsConcurrencyToken();
            }

            report.Property(r => r.Resolution).Names();
            report.Recorded(UndoMidTerm.Subject, Topics.Programme);
        });
    }

    private sealed class JsonList<TItem>() : ValueConverter<IReadOnlyList<TItem>, string>(
        list => JsonSerializer.Serialize(list, Json),
        stored => JsonSerializer.Deserialize<List<TItem>>(stored, Json)!)
    {
        public static ValueComparer<IReadOnlyList<TItem>> Comparer { get; } = new((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l.ToList());
    }

    private sealed class LocalDateJson : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
