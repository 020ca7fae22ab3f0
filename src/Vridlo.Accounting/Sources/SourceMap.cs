using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Accounting.Sources;

internal static class SourceMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Source>(source =>
        {
            source.ToTable("accounting_source").HasKey(s => s.Id);
            source.HasIndex(s => s.Code).IsUnique();
            source.Property(s => s.Name).InCzechOrder().Names();
            source.Property(s => s.Turn).Raised();
            source.Property(s => s.Version).IsConcurrencyToken();
            source.Ignore(s => s.Heads).Ignore(s => s.Recovered);
            source.Recorded("accounting.source", Topics.Money);
        });
        model.Entity<FundRule>(rule =>
        {
            rule.ToTable("accounting_fund_rule").HasKey(r => new { r.SourceId, r.Kind, r.Value });
            rule.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId);
            rule.Recorded("accounting.fund-rule");
        });
    }
}
