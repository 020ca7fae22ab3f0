using Microsoft.EntityFrameworkCore;

namespace Vridlo.Core.Record;

internal static class RecordMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RecordedAct>(act =>
        {
            act.ToTable("record_act").HasKey(a => a.Sequence);
            // The number is always given. The column could make one only because to take that away SQLite rebuilds the table,
            // outside of a transaction.
            act.Property(a => a.Sequence).ValueGeneratedOnAdd();
            act.HasIndex(a => a.Id).IsUnique();
            act.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.ActSequence).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordedChange>(change =>
        {
            change.ToTable("record_change").HasKey(c => c.Id);
            change.Property(c => c.Id).ValueGeneratedNever();
            // In this order they are sealed: reading the record sorts nothing.
            change.HasIndex(c => new { c.ActSequence, c.Id });
            change.HasIndex(c => new { c.Subject, c.SubjectId });
        });
        model.Entity<UndoneAct>(undone =>
        {
            undone.ToTable("record_undone").HasKey(u => u.ActId);
            undone.Property(u => u.ActId).ValueGeneratedNever();
            undone.Recorded(UndoneAct.Subject);
        });
        model.Entity<RecordHead>(head =>
        {
            head.ToTable("record_head").HasKey(h => h.Id);
            head.Property(h => h.Id).ValueGeneratedNever();
        });
    }
}
