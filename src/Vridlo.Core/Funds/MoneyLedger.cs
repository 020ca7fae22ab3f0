using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Core.Funds;

/// <summary>The ledger of money in the database: what may be entered. How funds hold and sums are split is <see cref="HoldFunds"/> and <see cref="SpreadSums"/>.</summary>
internal sealed partial class MoneyLedger(AppDb db, HoldFunds hold, SpreadSums spread, LedgerQuestions questions, IClock clock) : IMoneyLedger
{
    private const int FirstYear = 2000, LastYear = 2100, LongestText = 500, AtOnce = 500;

    public async Task<Result<Guid>> Budget(BudgetToEnter entry, CancellationToken stop)
    {
        var refused = Refused(await Fund(entry.Fund, stop), entry.Year, entry.Amount, entry.Decision + entry.Note);
        if (entry.Amount.Minor == 0)
        {
            refused.Add(Problem.Invalid("money.budget.nothing", "amount"));
        }

        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        if (await hold.Budget(entry, stop) is { } below)
        {
            return below;
        }

        var added = new BudgetEntry
        {
            Id = Guid.CreateVersion7(),
            FundId = entry.Fund,
            Year = entry.Year,
            Kind = entry.Kind,
            Amount = entry.Amount.Minor,
            Day = entry.Day,
            Decision = entry.Decision.Trim(),
            Note = entry.Note.Trim(),
            EnteredAt = clock.GetCurrentInstant(),
        };
        db.Add(added);
        return added.Id;
    }

    public async Task Hold(IReadOnlyCollection<InstrumentId> instruments, IEnumerable<(FundId Fund, int Year)> years, CancellationToken stop)
    {
        List<InstrumentId> ordered = [.. instruments.Distinct().OrderBy(i => i.Value)];
        foreach (var instrument in ordered)
        {
            await hold.Instrument(instrument, stop);
        }

        List<(FundId Fund, int Year)> all = [.. years];
        foreach (var some in ordered.Chunk(AtOnce))
        {
            var theirs = await db.Set<LedgerEntry>().Where(e => some.Contains(e.InstrumentId)).Select(e => new { e.FundId, e.Year }).Distinct().ToListAsync(stop);
            all.AddRange(theirs.Select(t => (t.FundId, t.Year)));
        }

        foreach (var (fund, year) in all.Distinct().OrderBy(y => y.Fund.Value).ThenBy(y => y.Year))
        {
            await hold.Fund(fund, year, default, stop);
        }
    }

    public async Task<Result<PostingId>> Post(ToPost sum, CancellationToken stop)
    {
        var refused = Refused(await Fund(sum.Fund, stop), sum.Year, sum.Amount, sum.Document + sum.Note);
        if (sum.Amount.Minor <= 0)
        {
            refused.Add(Problem.Invalid("money.not-positive", "amount"));
        }

        if (refused.Count > 0)
        {
            return refused.ToArray();
        }

        return await hold.Instrument(sum.Instrument, stop) is { } unknown
            ? unknown
            : await Enter(Make(sum.Instrument, sum.Fund, sum.Year, sum.Kind, sum.Amount.Minor, sum.Day, sum.Document, sum.Note), stop);
    }

    private async Task<Result<PostingId>> Enter(Posting posting, CancellationToken stop) =>
        await Enter([posting], stop) is { } beyond ? beyond : posting.Id;

    /// <summary>Enters sums of instruments that are held. Each year of a fund is held once, however many take from it.</summary>
    /// <returns>null, or why they cannot be entered</returns>
    private async Task<Problem?> Enter(IReadOnlyCollection<Posting> postings, CancellationToken stop)
    {
        await spread.Ready([.. postings.Select(p => p.InstrumentId)], stop);
        foreach (var taken in postings.GroupBy(p => (p.FundId, p.Year)).OrderBy(g => g.Key.FundId.Value).ThenBy(g => g.Key.Year))
        {
            var uncovered = await spread.Uncovered(taken.Key.FundId, taken.Key.Year, taken, stop);
            if (await hold.Fund(taken.Key.FundId, taken.Key.Year, FundChange.Of(taken, uncovered), stop) is { } beyond)
            {
                return beyond;
            }
        }

        await spread.Over(postings, stop);
        db.AddRange(postings);
        return null;
    }

    private Posting Make(InstrumentId instrument, FundId fund, int year, SumKind kind, long amount, LocalDate day, string document, string note, PostingId? reverses = null) => new()
    {
        Id = TypedId.New<PostingId>(),
        InstrumentId = instrument,
        FundId = fund,
        Year = year,
        Kind = kind,
        Amount = amount,
        Day = day,
        Document = document.Trim(),
        Note = note.Trim(),
        Reverses = reverses,
        EnteredAt = clock.GetCurrentInstant(),
    };

    private static List<Problem> Refused(Fund? fund, int year, Money amount, string words)
    {
        var refused = new List<Problem>();
        When(fund is null, Problem.NotFound("money.fund.unknown"));
        When(fund is not null && fund.Currency != amount.Currency, Problem.Invalid("money.currency-differs", "amount", fund is null ? "" : MoneyText.Code(fund.Currency)));
        When(year is < FirstYear or > LastYear, Problem.Invalid("money.year", "year", $"{year}", $"{FirstYear}", $"{LastYear}"));
        When(amount.Minor is > IMoneyLedger.Largest or < -IMoneyLedger.Largest, Problem.Invalid("money.larger-than-any", "amount", new Money(IMoneyLedger.Largest, amount.Currency)));
        When(words.Length > LongestText || words.Contains('\0', StringComparison.Ordinal), Problem.Invalid("money.words-wrong", "note", LongestText));
        return refused;

        void When(bool wrong, Problem problem) => refused.AddRange(wrong ? [problem] : Array.Empty<Problem>());
    }

    private async Task<Fund?> Fund(FundId fund, CancellationToken stop) => db.Set<Fund>().Local.FindEntry(fund)?.Entity ?? await questions.Fund(db, fund, stop);
}
