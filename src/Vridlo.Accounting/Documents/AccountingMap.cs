using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Sources;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Accounting.Documents;

/// <summary>
/// Files that were accepted, assignments and sources are recorded. Rows are not, one by one: a file is, with its digest and what it did, and
/// rows keep their own revisions.
/// </summary>
internal static class AccountingMap
{
    public const string Assigned = "accounting.assignment";

    public static void Map(ModelBuilder model)
    {
        MapFiles(model);
        model.Entity<DocumentRow>(row =>
        {
            row.ToTable("accounting_row").HasKey(r => r.Id);
            row.HasIndex(r => new { r.SourceId, r.Year, r.Key, r.Revision }).IsUnique();
            row.HasIndex(r => new { r.Counted, r.Id });
            row.HasIndex(r => new { r.SourceId, r.Counted, r.Id });
            row.HasIndex(r => new { r.SourceId, r.Event });
            row.HasIndex(r => r.CounterpartyNumber);
            row.HasIndex(r => r.Posting);
            row.HasIndex(r => r.Instrument);
            row.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Restrict);
            row.Property(r => r.CounterpartyName).InCzechOrder();
            row.Shown(Topics.Money);
        });
        model.Entity<RowPosting>(posting =>
        {
            posting.ToTable("accounting_posting").HasKey(p => p.Posting);
            posting.HasIndex(p => p.RowId);
            posting.HasIndex(p => new { p.SourceId, p.Year });
            posting.HasOne<DocumentRow>().WithMany().HasForeignKey(p => p.RowId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("accounting_assignment").HasKey(a => a.Id);
            assignment.HasIndex(a => new { a.SourceId, a.Year, a.Key, a.Event }).IsUnique();
            assignment.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
            assignment.Recorded(Assigned);
        });
    }

    private static void MapFiles(ModelBuilder model)
    {
        model.Entity<Upload>(upload =>
        {
            upload.ToTable("accounting_upload").HasKey(u => u.Id);
            upload.HasIndex(u => new { u.SourceId, u.At });
            upload.HasOne<Source>().WithMany().HasForeignKey(u => u.SourceId);
        });
        model.Entity<Import>(import =>
        {
            import.ToTable("accounting_import").HasKey(i => i.Id);
            import.HasIndex(i => new { i.SourceId, i.Id });
            import.HasOne<Source>().WithMany().HasForeignKey(i => i.SourceId).OnDelete(DeleteBehavior.Restrict);
            import.Property(i => i.File).Names();
            import.Recorded("accounting.import", Topics.Money);
        });
        model.Entity<Snapshot>(snapshot =>
        {
            snapshot.ToTable("accounting_snapshot").HasKey(s => s.Id);
            snapshot.HasIndex(s => new { s.SourceId, s.Year, s.Stage, s.Day });
            snapshot.HasOne<Import>().WithMany().HasForeignKey(s => s.ImportId).OnDelete(DeleteBehavior.Restrict);
            snapshot.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SnapshotId);
            snapshot.Shown(Topics.Money);
        });
        model.Entity<BudgetLine>(line =>
        {
            line.ToTable("accounting_budget_line").HasKey(l => new { l.SnapshotId, l.Number });
            line.HasIndex(l => new { l.SnapshotId, l.Event });
        });
    }
}
