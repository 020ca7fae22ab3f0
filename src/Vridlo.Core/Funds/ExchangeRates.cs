using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Core.Funds;

/// <summary>Exchange rates. Currencies are never added; a rate with its day only says beside a sum what it is about in crowns.</summary>
public interface IExchangeRates
{
    /// <summary>All rates, for lists.</summary>
    IQueryable<RateListed> All { get; }

    /// <summary>The rate that holds on a day: the newest that is not later; null where there is none.</summary>
    Task<RateListed?> On(Currency currency, LocalDate day, CancellationToken stop);

    /// <summary>Enters a rate, or mends the one of the same day; the caller commits.</summary>
    /// <returns>the rate, or <c>money.rate.crowns</c>, <c>money.rate.wrong</c>, <c>money.rate.day</c>, <c>money.rate.source</c></returns>
    Task<Result<RateListed>> Enter(RateListed rate, CancellationToken stop);
}

/// <summary>The exchange rates in the database.</summary>
internal sealed class ExchangeRates(AppDb db, IClock clock) : IExchangeRates
{
    /// <summary>A thousand crowns for a unit.</summary>
    private const int Most = 1_000 * RateListed.InOne;

    private const int LongestSource = 100;

    public IQueryable<RateListed> All => db.Set<ExchangeRate>().AsNoTracking().OrderByDescending(r => r.Day).ThenBy(r => r.Currency).Select(r => new RateListed(r.Currency, r.Day, r.Thousandths, r.Source));

    public async Task<RateListed?> On(Currency currency, LocalDate day, CancellationToken stop) =>
        await db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Currency == currency && r.Day <= day).OrderByDescending(r => r.Day)
            .Select(r => new RateListed(r.Currency, r.Day, r.Thousandths, r.Source)).FirstOrDefaultAsync(stop);

    public async Task<Result<RateListed>> Enter(RateListed rate, CancellationToken stop)
    {
        var today = clock.Today();
        List<Problem> problems =
        [
            .. rate.Currency is Currency.Czk ? [Problem.Invalid("money.rate.crowns", "currency")] : Array.Empty<Problem>(),
            .. rate.Thousandths is < 1 or > Most ? [Problem.Invalid("money.rate.wrong", "rate")] : Array.Empty<Problem>(),
            .. rate.Day > today || rate.Day.Year < 1993 ? [Problem.Invalid("money.rate.day", "day")] : Array.Empty<Problem>(),
            .. rate.Source.Trim().Length is 0 or > LongestSource ? [Problem.Invalid("money.rate.source", "source", LongestSource)] : Array.Empty<Problem>(),
        ];
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        if (await db.FindAsync<ExchangeRate>([rate.Currency, rate.Day], stop) is { } there)
        {
            (there.Thousandths, there.Source) = (rate.Thousandths, rate.Source.Trim());
        }
        else
        {
            db.Add(new ExchangeRate { Currency = rate.Currency, Day = rate.Day, Thousandths = rate.Thousandths, Source = rate.Source.Trim() });
        }

        return rate with { Source = rate.Source.Trim() };
    }
}
