using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Core.Funds;

/// <summary>Postings and entries of budgets are recorded; what is computed of them is only shown.</summary>
internal static class FundsMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Fund>(fund =>
        {
            fund.ToTable("fund").HasKey(f => f.Id);
            fund.HasIndex(f => f.Code).IsUnique();
            fund.HasIndex(f => new { f.SortTitle, f.Id });
            fund.Property(f => f.SortTitle).InCzechOrder();
            fund.Property(f => f.Code).Names();
            fund.Property(f => f.Version).IsConcurrencyToken();
            fund.Recorded("money.fund", Topics.Money);
        });
        model.Entity<BudgetEntry>(entry =>
        {
            entry.ToTable("fund_budget").HasKey(e => e.Id);
            entry.HasIndex(e => new { e.FundId, e.Year, e.Id });
            entry.HasOne<Fund>().WithMany().HasForeignKey(e => e.FundId).OnDelete(DeleteBehavior.Restrict);
            entry.Recorded("money.budget", Topics.Money);
        });
        model.Entity<ExchangeRate>(rate =>
        {
            rate.ToTable("exchange_rate").HasKey(r => new { r.Currency, r.Day });
            rate.Recorded("money.rate", Topics.Money);
        });
        // Without a foreign key: it is written before a fund that is made in the same unit of work.
        model.Entity<FundYear>(year => year.ToTable("fund_year").HasKey(y => new { y.FundId, y.Year }));
        MapLedger(model);
    }

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<Posting>(posting =>
        {
            posting.ToTable("ledger_posting").HasKey(p => p.Id);
            posting.HasIndex(p => p.Reverses).IsUnique();
            posting.HasIndex(p => new { p.InstrumentId, p.Id });
            posting.HasIndex(p => new { p.FundId, p.Year, p.Id });
            posting.HasIndex(p => new { p.Day, p.Id });
            posting.HasOne<Fund>().WithMany().HasForeignKey(p => p.FundId).OnDelete(DeleteBehavior.Restrict);
            posting.HasOne<Instrument>().WithMany().HasForeignKey(p => p.InstrumentId).OnDelete(DeleteBehavior.Restrict);
            posting.HasOne<Posting>().WithOne().HasForeignKey<Posting>(p => p.Reverses).OnDelete(DeleteBehavior.Restrict);
            posting.HasMany(p => p.Entries).WithOne().HasForeignKey(e => e.PostingId);
            posting.Recorded("money.posting", Topics.Money);
        });
        model.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("ledger_entry").HasKey(e => new { e.PostingId, e.NodeId });
            // All that sums of an instrument need, in the order in which they are grouped: every posting asks for them.
            entry.HasIndex(e => new { e.InstrumentId, e.FundId, e.Year, e.Kind, e.NodeId, e.Amount });
            entry.HasIndex(e => new { e.NodeId, e.PostingId });
            entry.Shown(Topics.Money);
        });
        model.Entity<NodeBalance>(balance => balance.ToTable("ledger_balance").HasKey(b => new { b.NodeId, b.FundId, b.Year, b.Kind }));
        model.Entity<MoneyShare>(share =>
        {
            share.ToTable("ledger_share").HasKey(s => new { s.InstrumentId, s.NodeId });
            share.HasIndex(s => s.NodeId);
            share.HasOne<Instrument>().WithMany().HasForeignKey(s => s.InstrumentId);
            share.Recorded("money.share", Topics.Money);
        });
    }
}
