using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Organisations;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Instruments;

internal static class InstrumentMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Instrument>(instrument =>
        {
            instrument.ToTable("instrument").HasKey(i => i.Id);
            instrument.HasIndex(i => i.Code).IsUnique();
            instrument.HasIndex(i => i.Place);
            instrument.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Bearer).OnDelete(DeleteBehavior.Restrict);
            instrument.HasMany(i => i.Links).WithOne().HasForeignKey(l => l.InstrumentId);
            instrument.Property(i => i.MoneyTurn).Raised();
            instrument.Property(i => i.Code).Names();
            instrument.Recorded("instrument", Topics.Instruments);
        });
        model.Entity<InstrumentLink>(link =>
        {
            link.ToTable("instrument_link").HasKey(l => new { l.InstrumentId, l.NodeId, l.NeedKey });
            link.HasIndex(l => l.NodeId);
            link.Recorded("instrument.link", Topics.Instruments);
        });
        model.Entity<InstrumentKeyRow>(key =>
        {
            key.ToTable("instrument_key").HasKey(k => new { k.Kind, k.Value });
            key.HasIndex(k => k.InstrumentId);
            key.HasOne<Instrument>().WithMany().HasForeignKey(k => k.InstrumentId);
            key.Property(k => k.Value).Names();
            key.Recorded("instrument.key", Topics.Instruments);
        });
    }
}
