using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Places;

namespace Vridlo.Funds.RollUp;

/// <summary>A place with the money of what stands in it; a district with that of its municipalities.</summary>
/// <param name="Place">the place; null for what has none</param>
/// <param name="Sums">its sums in one currency</param>
public sealed record PlaceMoney(Place? Place, MoneySums Sums);

/// <summary>Sums the ledger by where its instruments are, in one statement.</summary>
internal sealed class ReadTerritory(IMoneyLedger money, IPlaces places)
{
    /// <returns>districts, each before its municipalities, by name; then what has no place; only where there is money, once for each currency</returns>
    public async Task<IReadOnlyList<PlaceMoney>> Run(RollUpAsked asked, CancellationToken stop)
    {
        var read = await asked.Of(money.Postings).GroupBy(p => new { p.Place, p.Currency, p.Kind }).Select(g => new { g.Key.Place, g.Key.Currency, g.Key.Kind, Amount = g.Sum(p => p.Amount) }).ToListAsync(stop);
        List<string> codes = [.. read.Select(r => r.Place).OfType<string>().Distinct()];
        var own = await places.All.Where(p => codes.Contains(p.Code)).OrderBy(p => p.Name).ToListAsync(stop);
        List<string> parents = [.. own.Select(p => p.Parent).OfType<string>().Distinct()];
        var districts = await places.All.Where(p => p.Kind == PlaceKind.District && parents.Contains(p.Code)).OrderBy(p => p.Name).ToListAsync(stop);
        return
        [
            .. from currency in read.Select(r => r.Currency).Distinct().Order()
               from row in (IEnumerable<PlaceMoney>)[.. districts.SelectMany(d => District(d, currency)), Of(null, currency, r => r is null)]
               where row.Sums is not { Planned: 0, Committed: 0, Paid: 0 }
               select row,
        ];

        IEnumerable<PlaceMoney> District(Place district, Currency currency)
        {
            var within = own.Where(p => p.Parent == district.Code).ToList();
            var all = within.Select(p => p.Code).Append(district.Code).ToHashSet();
            return [Of(district, currency, r => r is not null && all.Contains(r)), .. within.Select(p => Of(p, currency, r => r == p.Code))];
        }

        PlaceMoney Of(Place? place, Currency currency, Func<string?, bool> at) =>
            new(place, MoneySums.Of(currency, read.Where(r => at(r.Place)).Select(r => (r.Currency, r.Kind, r.Amount))));
    }
}
