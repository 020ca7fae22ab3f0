namespace Vridlo.Base;

/// <summary>
/// A sum of money: whole minor units of one currency, never a fraction of them. Every operation is checked; sums of two currencies are
/// never added, which is a defect and not something a user did.
/// </summary>
/// <param name="Minor">haléře or cents; negative for what is owed or given back</param>
/// <param name="Currency">the currency</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>Minor units in one of the currency.</summary>
    public const int MinorInOne = 100;

    /// <summary>In crowns or euros, exactly, with two decimals: for spreadsheets and other programs, never to reckon with.</summary>
    public decimal Whole => Minor * 0.01m;

    /// <summary>Nothing, of a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Whole crowns or euros.</summary>
    /// <exception cref="OverflowException">when the sum is out of the range of 64 bits</exception>
    public static Money Of(long whole, Currency currency) => new(checked(whole * MinorInOne), currency);

    /// <summary>The sum of two.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    /// <exception cref="InvalidOperationException">when the currencies differ</exception>
    public static Money operator +(Money a, Money b) => new(checked(a.Minor + b.Minor), a.Common(b));

    /// <summary>The difference of two.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    /// <exception cref="InvalidOperationException">when the currencies differ</exception>
    public static Money operator -(Money a, Money b) => new(checked(a.Minor - b.Minor), a.Common(b));

    /// <summary>What reverses it.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    /// <summary>Whether less.</summary>
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    /// <summary>Whether more.</summary>
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    /// <summary>Whether at most as much.</summary>
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    /// <summary>Whether at least as much.</summary>
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <summary>The sum of many, of which there may be none.</summary>
    /// <exception cref="OverflowException">when it is out of the range of 64 bits</exception>
    /// <exception cref="InvalidOperationException">when one is of another currency</exception>
    public static Money Sum(IEnumerable<Money> sums, Currency currency) => sums.Aggregate(Zero(currency), (all, each) => all + each);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">when the currencies differ</exception>
    public int CompareTo(Money other)
    {
        Common(other);
        return Minor.CompareTo(other.Minor);
    }

    /// <summary>
    /// Splits it by weights, so that the parts sum to the whole. Each part is cut down to whole minor units; those that are left go one
    /// by one to the parts from which most was cut (largest remainder), of equal ones to the first.
    /// </summary>
    /// <param name="weights">such as shares in basis points; none negative, at least one more than zero</param>
    /// <returns>the parts, in the order of the weights</returns>
    /// <exception cref="ArgumentException">when there is no weight, or a negative one</exception>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        var all = weights.Aggregate(Int128.Zero, (sum, w) => w >= 0 ? sum + w : throw new ArgumentException("A weight is negative.", nameof(weights)));
        if (all == 0)
        {
            throw new ArgumentException("There is nothing to split by.", nameof(weights));
        }

        var (whole, currency, sign) = (Int128.Abs(Minor), Currency, Minor < 0 ? -1 : 1);
        var parts = weights.Select(w => whole * w / all).ToArray();
        var left = (int)(whole - parts.Aggregate(Int128.Zero, (sum, p) => sum + p));
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => whole * weights[i] % all).Take(left))
        {
            parts[i]++;
        }

        return [.. parts.Select(p => new Money((long)(p * sign), currency))];
    }

    private Currency Common(Money other) =>
        Currency == other.Currency ? Currency : throw new InvalidOperationException($"{Currency} and {other.Currency} are kept apart.");
}
