using Vridlo.Base;
using Vridlo.Core.Funds;

namespace Vridlo.Funds.RollUp;

/// <summary>Sums of one currency, in minor units.</summary>
/// <param name="Currency">the currency</param>
/// <param name="Planned">what is planned</param>
/// <param name="Committed">what is bound</param>
/// <param name="Paid">what was paid, less what came back</param>
public sealed record MoneySums(Currency Currency, long Planned, long Committed, long Paid)
{
    /// <summary>The largest of them.</summary>
    public long Most => Math.Max(Planned, Math.Max(Committed, Paid));

    /// <summary>The sums of one currency among these.</summary>
    /// <exception cref="OverflowException">when they leave the range of 64 bits</exception>
    internal static MoneySums Of(Currency currency, IEnumerable<(Currency Currency, SumKind Kind, long Amount)> sums)
    {
        var all = new MoneySums(currency, 0, 0, 0);
        foreach (var (_, kind, amount) in sums.Where(s => s.Currency == currency))
        {
            all = kind switch
            {
                SumKind.Planned => all with { Planned = checked(all.Planned + amount) },
                SumKind.Committed => all with { Committed = checked(all.Committed + amount) },
                SumKind.Paid => all with { Paid = checked(all.Paid + amount) },
                _ => all with { Paid = checked(all.Paid - amount) },
            };
        }

        return all;
    }
}
