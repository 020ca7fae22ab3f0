using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Core.Funds;

/// <summary>
/// Holds the rows over which entries come one after another until the transaction ends: the instrument's first, then the fund's year. The
/// limit is asked in the very statement that takes from it, so nobody can take between the asking and the taking. What was paid without a commitment
/// is taken too: a payment is a fact and never refused, but nobody can commit the same money once more.
/// </summary>
internal sealed class HoldFunds(AppDb db)
{
    /// <summary>The largest sum of a fund's year in one kind: with it no sum of the ledger leaves the range of 64 bits.</summary>
    private const long Most = 100_000_000_000_000_000;

    private readonly WithinTransaction<HashSet<InstrumentId>> held = new(db);

    /// <summary>Holds an instrument, so that its sums and shares stay as they are read.</summary>
    /// <returns>null, or that there is no such instrument</returns>
    public async Task<Problem?> Instrument(InstrumentId instrument, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Money is entered between Begin and Commit.");
        }

        // One that is being made in this very unit of work nobody else can hold.
        return held.Known.Contains(instrument) || db.Set<Instrument>().Local.FindEntry(instrument)?.State is EntityState.Added
            || (await db.Database.ExecuteSqlAsync($"UPDATE instrument SET money_turn = money_turn + 1 WHERE id = {instrument.Value}", stop) > 0 && held.Known.Add(instrument))
            ? null : Problem.NotFound("money.instrument.unknown");
    }

    /// <summary>Holds a fund's year and adds to its balance.</summary>
    /// <returns>null, or why it cannot be added</returns>
    public async Task<Problem?> Fund(FundId fund, int year, FundChange change, CancellationToken stop)
    {
        var (planned, committed, paid, recovered, uncovered) = change;
        Task<int> Add() => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE fund_year SET planned = planned + {planned}, committed = committed + {committed}, paid = paid + {paid}, recovered = recovered + {recovered}, uncovered = uncovered + {uncovered}
            WHERE fund_id = {fund.Value} AND year = {year}
              AND ({committed} <= 0 OR committed + {committed} <= adjusted AND ({committed + uncovered} <= 0 OR committed + uncovered + {committed + uncovered} <= adjusted))
              AND planned + {planned} <= {Most} AND paid + {paid} <= {Most} AND recovered + {recovered} <= {Most}
            """, stop);
        return await Add() > 0 || (await Begun(fund, year, stop) >= 0 && await Add() > 0) ? null : await Beyond(fund, year, change, stop);
    }

    /// <summary>Holds a fund's year and changes its limit.</summary>
    /// <returns>null, or why it cannot be changed</returns>
    public async Task<Problem?> Budget(BudgetToEnter entry, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Money is entered between Begin and Commit.");
        }

        var more = entry.Amount.Minor;
        var approved = entry.Kind is BudgetKind.Approved ? more : 0;
        Task<int> Change() => db.Set<FundYear>()
            .Where(y => y.FundId == entry.Fund && y.Year == entry.Year && y.Adjusted + more >= y.Committed && y.Adjusted + more <= Most && y.Approved + approved >= 0)
            .ExecuteUpdateAsync(y => y.SetProperty(x => x.Approved, x => x.Approved + approved).SetProperty(x => x.Adjusted, x => x.Adjusted + more), stop);
        if (await Change() > 0 || (await Begun(entry.Fund, entry.Year, stop) >= 0 && await Change() > 0))
        {
            return null;
        }

        var now = await db.Set<FundYear>().AsNoTracking().FirstAsync(y => y.FundId == entry.Fund && y.Year == entry.Year, stop);
        return now.Adjusted + more > Most ? Problem.Invalid("money.sum-too-large", "amount")
            : now.Approved + approved < 0 ? Problem.Invalid("money.budget.approved-negative", "amount", new Money(now.Approved, entry.Amount.Currency))
            : Problem.Invalid("money.budget.below-committed", "amount", new Money(now.Committed, entry.Amount.Currency), new Money(now.Adjusted + more, entry.Amount.Currency));
    }

    /// <summary>Makes the row of a year in which nothing happened yet; whoever else makes it at the same time, it is there then, so it is asked again in any case.</summary>
    private Task<int> Begun(FundId fund, int year, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO fund_year (fund_id, year, approved, adjusted, planned, committed, paid, recovered, uncovered) VALUES ({fund.Value}, {year}, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING", stop);

    /// <summary>What is said to who commits too much: what would be free for it, with what it has paid already and the commitment would cover.</summary>
    private async Task<Problem> Beyond(FundId fund, int year, FundChange change, CancellationToken stop)
    {
        var now = await (from y in db.Set<FundYear>()
                         join f in db.Set<Fund>() on y.FundId equals f.Id
                         where y.FundId == fund && y.Year == year
                         select new { y.Adjusted, y.Committed, y.Uncovered, f.Currency, f.Code }).FirstAsync(stop);
        var free = Math.Min(now.Adjusted - now.Committed, now.Adjusted - now.Committed - now.Uncovered + Math.Max(0, -change.Uncovered));
        return change.Committed > 0
            ? Problem.Conflict("money.beyond-limit", now.Code, $"{year}", new Money(Math.Max(0, free), now.Currency)) with { Field = "amount" }
            : Problem.Invalid("money.sum-too-large", "amount");
    }
}

/// <summary>What entries change in the year of a fund: each kind of sum, and what of the payments no commitment of the same instrument covers. Minor units.</summary>
internal readonly record struct FundChange(long Planned, long Committed, long Paid, long Recovered, long Uncovered)
{
    /// <summary>What postings of one fund and year change.</summary>
    public static FundChange Of(IEnumerable<Posting> postings, long uncovered)
    {
        var sums = postings.GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => g.Sum(p => p.Amount));
        return new(sums.GetValueOrDefault(SumKind.Planned), sums.GetValueOrDefault(SumKind.Committed), sums.GetValueOrDefault(SumKind.Paid), sums.GetValueOrDefault(SumKind.Recovered), uncovered);
    }
}
