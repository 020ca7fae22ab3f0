using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;

namespace Vridlo.Funds.Rates;

/// <summary>Enters an exchange rate as it was typed.</summary>
internal sealed class EnterRate(AppDb db, IExchangeRates rates, Asker asker)
{
    public const string Act = "funds.rate-entered";

    /// <param name="Currency">name of the currency</param>
    /// <param name="Day">the day it holds on</param>
    /// <param name="Rate">crowns for one unit, as it was typed: 24,335</param>
    /// <param name="Source">who says so</param>
    internal sealed record Command(string Currency, LocalDate? Day, string Rate, string Source);

    public async Task<Result<RateListed>> Run(Command command, CancellationToken stop)
    {
        var thousandths = decimal.TryParse(command.Rate.Trim().Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rate)
            && rate is > 0 and < 10_000 && rate * RateListed.InOne == decimal.Truncate(rate * RateListed.InOne) ? (int)(rate * RateListed.InOne) : 0;
        var currency = WordsAttribute.Read<Currency>(command.Currency) ?? Currency.Czk;
        await using var begun = await db.Begin(stop);
        var entered = await rates.Enter(new(currency, command.Day ?? LocalDate.MaxIsoValue, thousandths, command.Source), stop);
        return !entered.Ok || await db.Commit(asker.Act(Act, ""), stop) ? entered : Problem.Conflict("funds.rate.meanwhile");
    }
}
