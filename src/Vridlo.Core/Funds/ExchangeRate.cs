using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>What a bank says a unit of a currency is worth in crowns on a day.</summary>
internal sealed class ExchangeRate
{
    public required Currency Currency { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Thousandths of a crown for one unit, as exactly as the Czech National Bank says it.</summary>
    public required int Thousandths { get; set; }

    /// <summary>Who says so, such as <c>ČNB</c>.</summary>
    public required string Source { get; set; }
}

/// <summary>An exchange rate.</summary>
/// <param name="Currency">of which currency</param>
/// <param name="Day">the day it holds on, and after it until the next one</param>
/// <param name="Thousandths">thousandths of a crown for one unit</param>
/// <param name="Source">who says so</param>
public sealed record RateListed(Currency Currency, LocalDate Day, int Thousandths, string Source)
{
    /// <summary>Thousandths in one.</summary>
    public const int InOne = 1_000;

    /// <summary>Crowns for one unit.</summary>
    public decimal Crowns => Thousandths * 0.001m;

    /// <summary>What a sum is worth in crowns, rounded half away from zero to haléře. It is only shown, never entered.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    /// <exception cref="InvalidOperationException">when the sum is in another currency</exception>
    public Money InCrowns(Money sum)
    {
        if (sum.Currency != Currency)
        {
            throw new InvalidOperationException($"The rate is of {Currency}, the sum in {sum.Currency}.");
        }

        var (whole, rest) = Int128.DivRem((Int128)sum.Minor * Thousandths, InOne);
        return new(checked((long)(whole + (Int128.Abs(rest) * 2 >= InOne ? Int128.Sign(rest) : 0))), Currency.Czk);
    }
}
